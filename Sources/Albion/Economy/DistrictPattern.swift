import Arithmetic

/// How the jobs of a region's industry are spread over its districts.
enum DistrictPattern {
  /// Returns each district's share of its region's jobs, by knot, then district × industry, industries fastest.
  ///
  /// Advanced manufacturing moves between dense and sparse districts as the plan says; nothing else moves.
  static func shares(plan: AlbionPlan, geography: AlbionGeography, setting: RegionSetting) -> [[Double]] {
    let count = AlbionIndustry.all.count
    let districts = geography.districts.count
    let regionOf = geography.regionOfDistrict
    var base = [Double](repeating: 0, count: districts * count)
    var urban = [Double](repeating: 0, count: districts)
    for district in 0..<districts {
      var stream = RandomStream(seed: plan.seed, stream: StreamNumber.advantages << 32 | UInt64(district))
      let share = geography.peopleShare[district]
      let density = share * AlbionPopulation.people1971 / geography.districts[district].area
      urban[district] = Double(Expectations.densityCuts.filter { density >= $0 }.count) - 1
      for (industry, division) in AlbionIndustry.all.enumerated() {
        let kind = division.kind
        // Industries of large plants sit in few districts.
        let draw = stream.portableNormal() * (division.plantSize >= 150 ? 3 : 1)
        let exponent =
          switch kind {
          case .land: 0.5 * draw - 0.9 * urban[district]
          case .traditional: 0.8 * draw
          case .advanced: 0.6 * draw
          case .ordinary: 0.5 * draw
          case .local: 0.15 * draw
          case .traded: 0.35 * draw + 0.3 * urban[district]
          }
        base[district * count + industry] = share * portableExponential(exponent)
      }
    }
    return (0..<Expectations.knotCount)
      .map { knot in
        let progress = Expectations.progress(knot: knot, from: 1975)
        var shares = base
        for district in 0..<districts {
          let tilt = portableExponential(0.35 * plan.cities.sign * progress * urban[district])
          for industry in AlbionIndustry.advanced { shares[district * count + industry] *= tilt }
        }
        var sums = [Double](repeating: 0, count: geography.regions.count * count)
        for district in 0..<districts {
          for industry in 0..<count {
            sums[regionOf[district] * count + industry] += shares[district * count + industry]
          }
        }
        for district in 0..<districts {
          for industry in 0..<count {
            shares[district * count + industry] /= sums[regionOf[district] * count + industry]
          }
        }
        return shares
      }
  }
}
