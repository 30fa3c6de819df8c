import Panels

extension Panel {
  /// The sum of industries over regions in a period, with its bounds and the spread of its rounding.
  func moments(of industries: some Collection<Int>, in members: [Int], period: Int) -> SumMoments {
    var sum = SumMoments()
    let values = cells.values
    let (lower, upper) = (cells.lower ?? values, cells.upper ?? values)
    for region in members {
      let row = offset(period: period, region: region, industry: 0)
      for industry in industries {
        sum.add(values[row + industry], lower[row + industry], upper[row + industry])
      }
    }
    return sum
  }

  /// The sum of all activity over regions in a period: of the published totals of regions, or else of the cells.
  func activityMoments(in members: [Int], period: Int) throws(PanelError) -> SumMoments {
    guard let regionTotals else {
      try requireOneLevelOfIndustries()
      return moments(of: industries.indices, in: members, period: period)
    }
    var sum = SumMoments()
    let values = regionTotals.values
    let (lower, upper) = (regionTotals.lower ?? values, regionTotals.upper ?? values)
    for region in members {
      let position = period * regions.count + region
      sum.add(values[position], lower[position], upper[position])
    }
    return sum
  }
}
