/// Which regions and industries of a panel are parts of which.
struct SumStructure {
  /// The industries that are part of no other on the axis.
  let topIndustries: [Int]
  /// The regions that are part of no other on the axis.
  let topRegions: [Int]
  /// The industries that have parts on the axis, with their parts.
  let industryParts: [(whole: Int, parts: [Int])]
  /// The regions that have parts on the axis, with their parts.
  let regionParts: [(whole: Int, parts: [Int])]

  init(of panel: Panel) throws(PanelError) {
    (topIndustries, industryParts) = SumStructure.families(panel.industries)
    (topRegions, regionParts) = SumStructure.families(panel.regions)
    try IndustryCode.requireDisjoint(topIndustries.map { panel.industries[$0] })
  }

  private static func families<Element>(_ axis: Axis<Element>) -> ([Int], [(whole: Int, parts: [Int])]) {
    var tops: [Int] = []
    var parts = [[Int]](repeating: [], count: axis.count)
    for position in axis.indices {
      if let parent = axis[position].parent.flatMap({ axis.position(of: $0) }), parent != position {
        parts[parent].append(position)
      } else {
        tops.append(position)
      }
    }
    return (tops, axis.indices.filter { !parts[$0].isEmpty }.map { ($0, parts[$0]) })
  }
}

/// The cells and totals of one period as intervals, and the sums between them.
struct SumSystem {
  /// What a sum adds up.
  enum Kind {
    case industriesOfRegion
    case regionsOfIndustry
    case grand
    /// Parts of an industry or region on the same axis.
    case parts
  }

  /// Parts that add to a whole.
  struct Sum {
    var kind: Kind
    var whole: Int
    var parts: [Int]
    var region: Int?
    var industry: Int?
    var isComplete: Bool
  }

  private(set) var lower: [Double]
  private(set) var upper: [Double]
  private(set) var sums: [Sum] = []
  private(set) var rounds = 0
  private let startLower: [Double]
  private let startUpper: [Double]
  private let cellCount: Int
  private let regionCount: Int
  private let industryCount: Int
  private var regionBase: Int?
  private var industryBase: Int?
  private var grandBase: Int?

  init(
    _ panel: Panel,
    period: Int,
    structure: SumStructure,
    coverage: TotalsTightening.Coverage
  ) {
    (regionCount, industryCount) = (panel.regions.count, panel.industries.count)
    cellCount = regionCount * industryCount
    var (lower, upper): ([Double], [Double]) = ([], [])
    func append(_ plane: CellPlane, _ range: Range<Int>) {
      for position in range {
        let bounds = plane.bounds(at: position)
        lower.append(bounds.lower.isNaN ? 0 : bounds.lower)
        upper.append(bounds.upper.isNaN ? .infinity : bounds.upper)
      }
    }
    append(panel.cells, period * cellCount..<(period + 1) * cellCount)
    if let totals = panel.regionTotals {
      regionBase = lower.count
      append(totals, period * regionCount..<(period + 1) * regionCount)
    }
    if let totals = panel.industryTotals {
      industryBase = lower.count
      append(totals, period * industryCount..<(period + 1) * industryCount)
    }
    if let totals = panel.grandTotals {
      grandBase = lower.count
      append(totals, period..<period + 1)
    }
    (self.lower, self.upper, startLower, startUpper) = (lower, upper, lower, upper)
    addSums(structure, isComplete: coverage == .complete)
  }

  private mutating func addSums(_ structure: SumStructure, isComplete: Bool) {
    func add(_ kind: Kind, _ whole: Int, _ parts: [Int], region: Int? = nil, industry: Int? = nil) {
      sums.append(
        Sum(
          kind: kind,
          whole: whole,
          parts: parts,
          region: region,
          industry: industry,
          isComplete: isComplete
        )
      )
    }
    for region in 0..<regionCount {
      let row = region * industryCount
      if let regionBase {
        let parts = structure.topIndustries.map { row + $0 }
        add(.industriesOfRegion, regionBase + region, parts, region: region)
      }
      for family in structure.industryParts {
        add(.parts, row + family.whole, family.parts.map { row + $0 }, region: region, industry: family.whole)
      }
    }
    for industry in 0..<industryCount {
      func cell(_ region: Int) -> Int { region * industryCount + industry }
      if let industryBase {
        let parts = structure.topRegions.map(cell)
        add(.regionsOfIndustry, industryBase + industry, parts, industry: industry)
      }
      for family in structure.regionParts {
        let parts = family.parts.map(cell)
        add(.parts, cell(family.whole), parts, region: family.whole, industry: industry)
      }
    }
    if let regionBase {
      for family in structure.regionParts {
        add(.parts, regionBase + family.whole, family.parts.map { regionBase + $0 }, region: family.whole)
      }
      if let grandBase { add(.grand, grandBase, structure.topRegions.map { regionBase + $0 }) }
    }
    if let industryBase {
      for family in structure.industryParts {
        add(
          .parts,
          industryBase + family.whole,
          family.parts.map { industryBase + $0 },
          industry: family.whole
        )
      }
      if let grandBase { add(.grand, grandBase, structure.topIndustries.map { industryBase + $0 }) }
    }
  }

  /// Returns the system as it began, without one sum.
  func without(_ failed: Sum) -> SumSystem {
    var system = self
    system.sums.removeAll { $0.whole == failed.whole && $0.parts == failed.parts }
    (system.lower, system.upper, system.rounds) = (startLower, startUpper, 0)
    return system
  }

  /// Narrows the intervals until nothing changes by more than the last digits.
  ///
  /// - Returns: A sum that no numbers within the intervals satisfy, or nil.
  mutating func propagate() -> Sum? {
    var changed = true
    while changed, rounds < 1000 {
      changed = false
      rounds += 1
      for sum in sums {
        switch narrow(sum) {
        case .unchanged: break
        case .narrowed: changed = true
        case .contradiction: return sum
        }
      }
    }
    return nil
  }

  private enum Outcome {
    case unchanged
    case narrowed
    case contradiction
  }

  private mutating func narrow(_ sum: Sum) -> Outcome {
    var (least, most, unbounded) = (0.0, 0.0, 0)
    for part in sum.parts {
      least += lower[part]
      if upper[part].isFinite { most += upper[part] } else { unbounded += 1 }
    }
    let ceiling = unbounded == 0 ? most : .infinity
    let scale = max(1, upper[sum.whole].isFinite ? upper[sum.whole] : least)
    let slack = 1e-9 * scale
    if least > upper[sum.whole] + slack { return .contradiction }
    if sum.isComplete, ceiling < lower[sum.whole] - slack { return .contradiction }
    var isNarrowed = set(sum.whole, lower: least, upper: sum.isComplete ? ceiling : .infinity, scale)
    let (wholeLower, wholeUpper) = (lower[sum.whole], upper[sum.whole])
    for part in sum.parts {
      let high = wholeUpper - (least - lower[part])
      let others =
        upper[part].isFinite
        ? (unbounded == 0 ? most - upper[part] : .infinity) : unbounded == 1 ? most : .infinity
      let low = sum.isComplete ? wholeLower - others : 0
      if set(part, lower: low, upper: high, scale) { isNarrowed = true }
    }
    return isNarrowed ? .narrowed : .unchanged
  }

  /// Narrows one interval; true if it changed by more than the last digits of the numbers it was computed from.
  private mutating func set(_ position: Int, lower low: Double, upper high: Double, _ scale: Double) -> Bool {
    var isNarrowed = false
    let step = 1e-12 * scale
    if low > lower[position] + step {
      lower[position] = min(low, upper[position])
      isNarrowed = true
    }
    if high < upper[position] - step {
      upper[position] = max(high, lower[position])
      isNarrowed = true
    }
    return isNarrowed
  }

  /// Writes the intervals that became narrower into a panel.
  ///
  /// - Returns: The suppressed cells among them.
  func write(to panel: inout Panel, period: Int) -> [Int] {
    var narrowed: [Int] = []
    func isNarrower(_ place: Int) -> Bool {
      lower[place] > startLower[place] || upper[place] < startUpper[place]
    }
    for cell in 0..<cellCount where isNarrower(cell) {
      let position = period * cellCount + cell
      panel.cells.setBounds(Bounds(lower[cell], upper[cell]), at: position)
      if panel.cells.statuses?[position] == .suppressed { narrowed.append(position) }
    }
    if let regionBase {
      for region in 0..<regionCount where isNarrower(regionBase + region) {
        let bounds = Bounds(lower[regionBase + region], upper[regionBase + region])
        panel.regionTotals?.setBounds(bounds, at: period * regionCount + region)
      }
    }
    if let industryBase {
      for industry in 0..<industryCount where isNarrower(industryBase + industry) {
        let bounds = Bounds(lower[industryBase + industry], upper[industryBase + industry])
        panel.industryTotals?.setBounds(bounds, at: period * industryCount + industry)
      }
    }
    if let grandBase, isNarrower(grandBase) {
      panel.grandTotals?.setBounds(Bounds(lower[grandBase], upper[grandBase]), at: period)
    }
    return narrowed
  }
}
