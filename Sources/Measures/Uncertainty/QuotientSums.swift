import Panels

/// The sums that the location quotients of one industry or definition need, region by region.
struct QuotientSums {
  private enum Totals {
    case none
    case regions
    case industries
    case both
  }

  private let totals: Totals
  private let own: [SumMoments]
  private let region: [SumMoments]
  private let allOwn: SumMoments
  private let allRegions: SumMoments
  private let industry: SumMoments
  private let all: SumMoments

  init(_ panel: Panel, industries: [Int], period: Int) throws {
    func sum(_ cells: some Sequence<Cell>) -> SumMoments {
      var sum = SumMoments()
      for cell in cells { sum.add(cell) }
      return sum
    }
    own = panel.regions.indices.map { region in sum(industries.lazy.map { panel[period, region, $0] }) }
    allOwn = own.reduce(SumMoments(), +)
    let regionTotals = panel.regionTotals
    let industryTotals = panel.industryTotals
    totals =
      regionTotals != nil && industryTotals != nil
      ? .both : regionTotals != nil ? .regions : industryTotals != nil ? .industries : .none
    if let regionTotals {
      region = panel.regions.indices.map { SumMoments(regionTotals[period * panel.regions.count + $0]) }
    } else {
      try panel.requireOneLevelOfIndustries()
      region = panel.regions.indices.map { region in
        sum(panel.industries.indices.lazy.map { panel[period, region, $0] })
      }
    }
    allRegions = region.reduce(SumMoments(), +)
    let count = panel.industries.count
    if let industryTotals {
      industry = sum(industries.lazy.map { industryTotals[period * count + $0] })
      if let grand = panel.grandTotals {
        all = SumMoments(grand[period])
      } else if regionTotals != nil {
        all = allRegions
      } else {
        try panel.requireOneLevelOfIndustries()
        all = sum((0..<count).lazy.map { industryTotals[period * count + $0] })
      }
    } else {
      industry = allOwn
      all = allRegions
    }
  }

  /// The quotient of the published numbers, or nil where one is missing or 0.
  func value(_ place: Int) -> Double? {
    let whole = totals == .industries || totals == .both ? all : allRegions
    guard let y = own[place].number, let r = region[place].number, let i = industry.number,
      let g = whole.number, r > 0, i > 0
    else { return nil }
    return (y / r) / (i / g)
  }

  /// The bounds of the quotient, or nil where it is undefined.
  func bounds(_ place: Int) -> QuotientBounds? {
    let (y, r) = (own[place], region[place])
    switch totals {
    case .none:
      let parts = QuotientParts(
        own: y.bounds,
        restOfRegion: (r - y).bounds,
        restOfIndustry: (allOwn - y).bounds,
        restOfAll: (allRegions - r - allOwn + y).bounds
      )
      return try? parts.locationQuotientBounds()
    case .regions:
      let parts = RegionTotalsQuotient(
        own: y.bounds,
        restOfIndustry: (allOwn - y).bounds,
        region: r.bounds,
        otherRegions: (allRegions - r).bounds
      )
      return try? parts.locationQuotientBounds()
    case .industries:
      // The quotient is the same with regions and industries exchanged.
      let parts = RegionTotalsQuotient(
        own: y.bounds,
        restOfIndustry: (r - y).bounds,
        region: industry.bounds,
        otherRegions: (all - industry).bounds
      )
      guard let found = try? parts.locationQuotientBounds() else { return nil }
      func exchanged(_ witness: QuotientWitness?) -> QuotientWitness? {
        witness.map { QuotientWitness(own: $0.own, region: $0.industry, industry: $0.region, all: $0.all) }
      }
      return QuotientBounds(
        bounds: found.bounds,
        lowerWitness: exchanged(found.lowerWitness),
        upperWitness: exchanged(found.upperWitness)
      )
    case .both:
      let parts = QuotientTotals(own: y.bounds, region: r.bounds, industry: industry.bounds, all: all.bounds)
      return try? parts.locationQuotientBounds()
    }
  }

  /// The additive quotient of the published numbers with its bounds, and whether these are the optimum; nil where it is
  /// undefined.
  func additive(_ place: Int) -> Bounded? {
    let whole = totals == .industries || totals == .both ? all : allRegions
    let (y, r) = (own[place], region[place])
    var value: Double?
    if let y = y.number, let r = r.number, let i = industry.number, let g = whole.number, r > 0, g > 0 {
      value = y / r - i / g
    }
    let bounds: Bounds?
    if totals == .none {
      let parts = QuotientParts(
        own: y.bounds,
        restOfRegion: (r - y).bounds,
        restOfIndustry: (allOwn - y).bounds,
        restOfAll: (allRegions - r - allOwn + y).bounds
      )
      bounds = try? parts.additiveQuotientBounds()
    } else {
      // Where only regions or only industries have totals, sums of cells stand for the others: taken as independent of
      // the cell they leave more open than there is.
      let totals = QuotientTotals(
        own: y.bounds,
        region: r.bounds,
        industry: industry.bounds,
        all: whole.bounds
      )
      bounds = try? totals.additiveQuotientBounds()
    }
    guard let bounds else { return value.map { Bounded(value: $0, bounds: Bounds(-1, 1)) } }
    return Bounded(value: value, bounds: bounds)
  }

  /// The 95 % rounding interval of the quotient.
  func interval(_ place: Int, _ draws: RoundingDraws) -> Bounds? {
    let (y, r) = (own[place], region[place])
    switch totals {
    case .none:
      return draws.locationQuotientInterval(
        own: y.roundedSum,
        restOfRegion: (r - y).roundedSum,
        restOfIndustry: (allOwn - y).roundedSum,
        restOfAll: (allRegions - r - allOwn + y).roundedSum
      )
    case .regions:
      return draws.locationQuotientInterval(
        own: y.roundedSum,
        restOfIndustry: (allOwn - y).roundedSum,
        region: r.roundedSum,
        otherRegions: (allRegions - r).roundedSum
      )
    case .industries:
      return draws.locationQuotientInterval(
        own: y.roundedSum,
        restOfIndustry: (r - y).roundedSum,
        region: industry.roundedSum,
        otherRegions: (all - industry).roundedSum
      )
    case .both:
      return draws.locationQuotientInterval(
        own: y.roundedSum,
        region: r.roundedSum,
        industry: industry.roundedSum,
        all: all.roundedSum
      )
    }
  }
}
