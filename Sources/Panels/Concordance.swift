/// A weighted translation of codes between two dated classifications or geographies.
///
///     y_j = Σ_i w_ij x_i,   Σ_j w_ij = 1 for every i
///
/// | symbol | meaning | shape | unit |
/// | --- | --- | --- | --- |
/// | x_i | the number of code i of the old list | old codes | any that adds |
/// | w_ij | the share of i that belongs to j | links | share |
/// | y_j | the number of code j of the new list | new codes | as x |
///
/// Because the weights of each old code add to 1, totals are conserved. A code with one weight of 1 is moved or
/// merged; one with several is split, and what it gives is an estimate.
public struct Concordance: Sendable, Equatable {
  /// A share of an old code that belongs to a new one.
  public struct Link: Hashable, Sendable {
    /// The old code.
    public let from: String
    /// The new code.
    public let to: String
    /// The share of the old code, 0…1.
    public let weight: Double

    /// Makes a link.
    ///
    /// - Parameters:
    ///   - from: The old code.
    ///   - to: The new code.
    ///   - weight: The share of the old code, 0…1.
    public init(from: String, to: String, weight: Double) {
      self.from = from
      self.to = to
      self.weight = weight
    }
  }

  /// The name, such as "SIC 2003 to SIC 2007 by employment".
  public let name: String
  /// The links, in the order of the source.
  public let links: [Link]
  private let byOldCode: [String: [Link]]

  /// Makes a concordance.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - links: The links; the weights of each old code add to 1 within 1e-9, and are scaled to add exactly.
  /// - Throws: ``PanelError/weightsDoNotAdd(code:sum:)`` for a code whose weights do not; ``PanelError/notFinite(_:)``.
  public init(name: String, links: [Link]) throws(PanelError) {
    var order: [String] = []
    var grouped: [String: [Link]] = [:]
    for link in links {
      guard link.weight.isFinite, link.weight >= 0 else {
        throw PanelError.notFinite("The weight of '\(link.from)' in '\(link.to)'")
      }
      let key = CodeMatching.key(link.from)
      if grouped[key] == nil { order.append(key) }
      grouped[key, default: []].append(link)
    }
    for key in order {
      guard let members = grouped[key] else { continue }
      let sum = members.reduce(0) { $0 + $1.weight }
      guard (sum - 1).magnitude <= 1e-9 else {
        throw PanelError.weightsDoNotAdd(code: members[0].from, sum: sum)
      }
      grouped[key] = members.map { Link(from: $0.from, to: $0.to, weight: $0.weight / sum) }
    }
    self.name = name
    self.links = links
    byOldCode = grouped
  }

  /// Returns the links of an old code; empty if the concordance does not have it.
  public func links(from code: String) -> [Link] {
    byOldCode[CodeMatching.key(code)] ?? []
  }
}

/// What a translation of codes did to a panel.
public struct ConcordanceNotice: Hashable, Sendable {
  /// New codes that gather several old ones.
  public var merged: [String] = []
  /// Old codes that were split by weights; what they gave is estimated.
  public var split: [String] = []
  /// Old codes that the concordance does not have; they are not in the result.
  public var lost: [String] = []
  /// What was in the lost codes, over all periods and regions.
  public var lostTotal = 0.0
  /// The total before, over all periods and regions.
  public var total = 0.0

  /// Makes an empty notice.
  public init() {}
}

extension Panel {
  /// Returns the panel in the industries of another classification.
  ///
  /// Bounds are carried; cells that come from a split code are marked ``CellStatus/estimated``. Published totals over
  /// all industries stay.
  ///
  /// - Parameters:
  ///   - concordance: The weights.
  ///   - titles: The titles of the new codes; a code without one is its own title.
  /// - Returns: The panel and what was merged, split or lost.
  /// - Throws: ``PanelError/chainedVolumesDoNotAdd(_:)`` for chained volumes; ``PanelError/emptyDefinition(_:)`` if the
  ///   concordance has none of the panel's codes.
  public func converted(
    by concordance: Concordance,
    titles: [String: String] = [:]
  ) throws(PanelError) -> (panel: Panel, notice: ConcordanceNotice) {
    guard variable.prices?.adds ?? true else { throw PanelError.chainedVolumesDoNotAdd(variable.name) }
    var notice = ConcordanceNotice()
    var newCodes: [String] = []
    var sources: [String: [(industry: Int, weight: Double, isSplit: Bool)]] = [:]
    for (position, industry) in industries.elements.enumerated() {
      let links = concordance.links(from: industry.code).filter { $0.weight > 0 }
      if links.isEmpty { notice.lost.append(industry.code) }
      if links.count > 1 { notice.split.append(industry.code) }
      for link in links {
        if sources[link.to] == nil { newCodes.append(link.to) }
        sources[link.to, default: []].append((position, link.weight, links.count > 1))
      }
    }
    newCodes.sort()
    guard !newCodes.isEmpty else { throw PanelError.emptyDefinition(concordance.name) }
    notice.merged = newCodes.filter { (sources[$0]?.count ?? 0) > 1 }
    let lost = Set(notice.lost.compactMap { industries.position(of: $0) })
    for (offset, value) in cells.values.enumerated() where !value.isNaN {
      notice.total += value
      if lost.contains(offset % industries.count) { notice.lostTotal += value }
    }
    let axis = try Axis(newCodes.map { Industry(code: $0, title: titles[$0]) })
    var converted = CellPlane(unavailable: periods.count * regions.count * newCodes.count)
    for row in 0..<(periods.count * regions.count) {
      for (column, code) in newCodes.enumerated() {
        let parts = (sources[code] ?? [])
          .map { source in
            (
              cell: cells[row * industries.count + source.industry], weight: source.weight,
              isSplit: source.isSplit
            )
          }
        converted[row * newCodes.count + column] = Panel.weightedSum(parts)
      }
    }
    var panel = try Panel(
      variable: variable,
      periods: periods,
      regions: regions,
      industries: axis,
      cells: converted
    )
    panel.regionTotals = regionTotals
    panel.grandTotals = grandTotals
    return (panel, notice)
  }

  private static func weightedSum(_ parts: [(cell: Cell, weight: Double, isSplit: Bool)]) -> Cell {
    var value: Double? = 0
    var bounds = Bounds(exactly: 0)
    var status = CellStatus.observed
    for part in parts {
      value = value.flatMap { sum in part.cell.value.map { sum + part.weight * $0 } }
      let upper = part.cell.bounds.upper * part.weight
      bounds = bounds + Bounds(min(part.cell.bounds.lower * part.weight, upper), upper)
      let own =
        part.isSplit && part.cell.status.weakness < CellStatus.estimated.weakness
        ? CellStatus.estimated : part.cell.status
      if own.weakness > status.weakness { status = own }
    }
    return Cell(value: value, bounds: bounds, status: status)
  }
}
