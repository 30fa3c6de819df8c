import Arithmetic

/// Flows between the 60 divisions in 2010, in million crowns: what each buys from each, balanced to the crown.
///
/// Of every division, what it sells to industries and to final demand is what it makes, and what it buys and its value
/// added are what it makes.
public struct LinkTable: Sendable, Equatable {
  /// The year.
  public static let year = 2010
  /// Flows, suppliers × users, users fastest.
  public let flows: [Int]
  /// Sales to final demand by supplier.
  public let finalDemand: [Int]
  /// Value added by user.
  public let valueAdded: [Int]
  /// Output by division.
  public let output: [Int]

  /// How many divisions there are.
  public var count: Int { output.count }

  /// Makes the table of a seed around the value added of the economy.
  init(seed: UInt64, exact: ExactTables) {
    var stream = RandomStream(seed: seed, stream: StreamNumber.links)
    let industries = AlbionIndustry.all
    let count = industries.count
    let year = LinkTable.year - Expectations.firstYear
    let national = (0..<count)
      .map { industry in
        (0..<exact.provinces.valueAdded.areas)
          .reduce(0) { $0 + exact.provinces.valueAdded[year, $1, industry] }
      }
    let added = national.map { max(1, ($0 + 500) / 1000) }
    var flows = [Double](repeating: 0, count: count * count)
    for user in 0..<count {
      let bought = LinkTable.boughtShare(industries[user].kind) * stream.uniform(0.85, 1.15)
      var weights = [Double](repeating: 0, count: count)
      for supplier in 0..<count {
        let affinity = LinkTable.affinity(of: industries[supplier], to: industries[user])
        weights[supplier] =
          affinity * Double(added[supplier]).squareRoot() * portableExponential(0.9 * stream.portableNormal())
      }
      let sum = weights.reduce(0, +)
      let total = bought / (1 - bought) * Double(added[user])
      for supplier in 0..<count { flows[supplier * count + user] = total * weights[supplier] / sum }
    }
    LinkTable.leaveFinalDemand(&flows, added: added)
    let whole = flows.map { Int($0.rounded()) }
    let output = (0..<count)
      .map { user in
        added[user] + (0..<count).reduce(0) { $0 + whole[$1 * count + user] }
      }
    self.flows = whole
    self.output = output
    valueAdded = added
    finalDemand = (0..<count)
      .map { supplier in
        output[supplier] - (0..<count).reduce(0) { $0 + whole[supplier * count + $1] }
      }
  }

  /// Scales down the rows that would sell more than 92 % of output to industries.
  private static func leaveFinalDemand(_ flows: inout [Double], added: [Int]) {
    let count = added.count
    for _ in 0..<60 {
      var changed = false
      for supplier in 0..<count {
        let sold = (0..<count).reduce(0) { $0 + flows[supplier * count + $1] }
        let made = Double(added[supplier]) + (0..<count).reduce(0) { $0 + flows[$1 * count + supplier] }
        guard sold > 0.92 * made else { continue }
        for user in 0..<count { flows[supplier * count + user] *= 0.9 * made / sold }
        changed = true
      }
      if !changed { break }
    }
  }

  private static func boughtShare(_ kind: AlbionIndustry.Kind) -> Double {
    switch kind {
    case .land: 0.5
    case .traditional: 0.58
    case .advanced: 0.6
    case .ordinary: 0.56
    case .local: 0.34
    case .traded: 0.4
    }
  }

  private static func affinity(of supplier: AlbionIndustry, to user: AlbionIndustry) -> Double {
    var value = 0.35
    if supplier.code == user.code { value += 3 }
    if supplier.section == user.section { value += 0.6 }
    if supplier.group == user.group { value += 1 }
    if supplier.kind == .advanced, user.kind == .advanced { value += 0.8 }
    if ["C14", "C15", "C16", "C12"].contains(supplier.code), user.section == "C" { value += 1.5 }
    if supplier.section == "A", user.group == "CA" { value += 8 }
    if ["D", "M", "N"].contains(supplier.section) { value += 0.8 }
    if ["F02", "G02", "K01"].contains(supplier.code) { value += 1 }
    if ["P01", "P02", "P03", "H01", "H02", "F03"].contains(supplier.code) { value *= 0.15 }
    return value
  }
}
