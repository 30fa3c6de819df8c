/// A panel on its way to another vintage of its regions or industries, step by step.
///
/// Steps are composed and the cells are translated once, at the end: what one lookup splits and the next joins again is
/// whole, and its bounds are not widened. Totals are conserved but for what is lost.
public struct VintageConversion: Sendable {
  /// A share of a code of the table that lies in a present code.
  struct Part: Sendable, Equatable {
    var code: Int
    var weight: Double
    /// Whether all of the old code lies there.
    var isWhole: Bool { weight == 1 }
  }

  let panel: Panel
  /// Which axis is translated.
  public let axis: VintageAxis
  /// The present codes.
  public internal(set) var codes: [String]
  /// What each step did.
  public internal(set) var notices: [VintageNotice] = []
  var labels: [String?]
  var parents: [String?]
  /// Where each code of the table lies now, present codes ascending.
  var parts: [[Part]]
  /// The sum of each present code, by period.
  var amounts: [[Double]]
  private let missing: [Int]

  /// Begins a conversion.
  ///
  /// - Parameters:
  ///   - panel: The panel.
  ///   - axis: Which axis is translated.
  public init(_ panel: Panel, along axis: VintageAxis) {
    self.panel = panel
    self.axis = axis
    let elements: [any AxisElement] =
      axis == .regions ? panel.regions.elements : panel.industries.elements
    codes = elements.map(\.code)
    labels = elements.map { $0.label == $0.code ? nil : $0.label }
    parents = elements.map(\.parent)
    parts = elements.indices.map { [Part(code: $0, weight: 1)] }
    amounts = []
    var missing: [Int] = []
    for period in panel.periods.indices {
      var sums = [Double](repeating: 0, count: codes.count)
      var without = 0
      for region in panel.regions.indices {
        for industry in panel.industries.indices {
          let value = panel.cells.values[panel.offset(period: period, region: region, industry: industry)]
          if value.isNaN { without += 1 } else { sums[axis == .regions ? region : industry] += value }
        }
      }
      amounts.append(sums)
      missing.append(without)
    }
    self.missing = missing
  }

  /// Takes a step.
  ///
  /// - Parameter step: The links of the present codes.
  /// - Throws: ``VintageError/unlisted(_:)`` for a present code that the step does not list, if it refuses those;
  ///   ``VintageError/ended(lookup:codes:share:)`` likewise; ``VintageError/doesNotAdd(variable:reason:lookup:)`` if numbers
  ///   would be added that do not add; ``VintageError/nothingLeft(lookup:)``.
  public mutating func apply(_ step: VintageStep) throws(VintageError) {
    let links = try links(of: step)
    var places = NewCodes()
    let targets = links.map { links in
      links.map { Part(code: places.place(of: $0.to, from: $0.from), weight: $0.weight) }
    }
    guard !places.codes.isEmpty else { throw .nothingLeft(lookup: step.concordance.name) }
    let notice = notice(of: step, targets, places)
    if notice.addsUp, let reason = panel.variable.whyItDoesNotAdd {
      throw .doesNotAdd(variable: panel.variable.name, reason: reason, lookup: step.concordance.name)
    }
    notices.append(notice)
    rename(by: step, targets, places)
    amounts = amounts.map { sums in
      var moved = [Double](repeating: 0, count: places.codes.count)
      for (code, parts) in targets.enumerated() {
        for part in parts { moved[part.code] += part.weight * sums[code] }
      }
      return moved
    }
    parts = parts.map { VintageConversion.composed($0, with: targets) }
    codes = places.codes
  }

  /// Returns the links of every present code; none where it is lost.
  private func links(of step: VintageStep) throws(VintageError) -> [[Concordance.Link]] {
    let ended = Set(step.ended.map(CodeMatching.key))
    var unlisted: [Int] = []
    var stopped: [Int] = []
    var result: [[Concordance.Link]] = []
    for (position, code) in codes.enumerated() {
      let links = step.concordance.links(from: code).filter { $0.weight > 0 }
      if links.isEmpty {
        if ended.contains(CodeMatching.key(code)) {
          stopped.append(position)
        } else if step.unlisted == .keep {
          result.append([Concordance.Link(from: code, to: code, weight: 1)])
          continue
        } else {
          unlisted.append(position)
        }
      }
      result.append(links)
    }
    guard step.unlisted != .drop else { return result }
    if !unlisted.isEmpty {
      let new = Set(step.newCodes.map(CodeMatching.key))
      throw .unlisted(
        VintageError.Unlisted(
          lookup: step.concordance.name,
          axis: axis,
          codes: unlisted.map { codes[$0] },
          count: codes.count,
          nearest: NearestNames.of(codes[unlisted[0]], among: step.oldCodes),
          share: share(of: unlisted),
          isReversed: unlisted.allSatisfy { new.contains(CodeMatching.key(codes[$0])) }
        )
      )
    }
    if !stopped.isEmpty {
      throw .ended(
        lookup: step.concordance.name,
        codes: stopped.map { codes[$0] },
        share: share(of: stopped)
      )
    }
    return result
  }

  /// The share of some present codes over all periods.
  private func share(of positions: [Int]) -> Double? {
    let total = amounts.reduce(0) { $0 + $1.reduce(0, +) }
    guard total > 0 else { return nil }
    return amounts.reduce(0) { sum, sums in positions.reduce(sum) { $0 + sums[$1] } } / total
  }

  private func notice(of step: VintageStep, _ targets: [[Part]], _ places: NewCodes) -> VintageNotice {
    var links: [VintageNotice.Link] = []
    var changes: [VintageNotice.Change] = []
    for (position, parts) in targets.enumerated() {
      let code = codes[position]
      let change: VintageNotice.Change
      if parts.count != 1 {
        change = parts.isEmpty ? .lost : .split
      } else if places.sources[parts[0].code] > 1 {
        change = .merged
      } else {
        change = CodeMatching.matches(places.codes[parts[0].code], code) ? .unchanged : .renamed
      }
      changes.append(change)
      if parts.isEmpty { links.append(VintageNotice.Link(change: change, from: code, to: nil, weight: 1)) }
      links += parts.map {
        VintageNotice.Link(change: change, from: code, to: places.codes[$0.code], weight: $0.weight)
      }
    }
    let byPeriod = zip(panel.periods, zip(amounts, missing))
      .map { period, sums in
        var byChange = [Double](repeating: 0, count: VintageNotice.Change.allCases.count)
        for (code, change) in changes.enumerated() {
          if let kind = VintageNotice.Change.allCases.firstIndex(of: change) {
            byChange[kind] += sums.0[code]
          }
        }
        return VintageNotice.Amounts(
          period: period,
          total: sums.0.reduce(0, +),
          byChange: byChange,
          cellsWithoutNumber: sums.1
        )
      }
    return VintageNotice(
      lookup: step.concordance.name,
      axis: axis,
      basis: step.basis,
      links: links,
      withoutSource: step.newCodes.filter { places.positions[CodeMatching.key($0)] == nil },
      amounts: byPeriod,
      remarks: step.remarks
    )
  }

  /// Finds the names and parents of the new codes: the lookup's names, else those of a code that only changed its code.
  private mutating func rename(by step: VintageStep, _ targets: [[Part]], _ places: NewCodes) {
    let names = Dictionary(
      step.names.map { (CodeMatching.key($0.key), $0.value) },
      uniquingKeysWith: { min($0, $1) }
    )
    var moved: [String: String] = [:]
    var newLabels = places.codes.map { names[CodeMatching.key($0)] }
    for (position, parts) in targets.enumerated() where parts.count == 1 {
      moved[CodeMatching.key(codes[position])] = places.codes[parts[0].code]
      let isSame = CodeMatching.matches(codes[position], places.codes[parts[0].code])
      if newLabels[parts[0].code] == nil, isSame || places.sources[parts[0].code] == 1 {
        newLabels[parts[0].code] = labels[position]
      }
    }
    var newParents = [String?](repeating: nil, count: places.codes.count)
    for (position, parts) in targets.enumerated() where parts.count == 1 {
      guard let parent = parents[position] else { continue }
      let isSame = CodeMatching.matches(codes[position], places.codes[parts[0].code])
      let above = moved[CodeMatching.key(parent)] ?? (isSame ? parent : nil)
      if let above, !CodeMatching.matches(above, places.codes[parts[0].code]) {
        newParents[parts[0].code] = above
      }
    }
    labels = newLabels
    parents = newParents
  }

  /// Returns where a code lies after a step.
  private static func composed(_ parts: [Part], with targets: [[Part]]) -> [Part] {
    var weights: [Int: Double] = [:]
    for part in parts {
      for target in targets[part.code] { weights[target.code, default: 0] += part.weight * target.weight }
    }
    let composed = weights.sorted { $0.key < $1.key }.map { Part(code: $0.key, weight: $0.value) }
    // What was split and joined again is whole: its weights add to 1 but for the last digits.
    if composed.count == 1, (composed[0].weight - 1).magnitude <= 1e-12 {
      return [Part(code: composed[0].code, weight: 1)]
    }
    return composed
  }
}

/// New codes in the order in which the table's codes lead to them.
private struct NewCodes {
  var codes: [String] = []
  var positions: [String: Int] = [:]
  /// How many old codes lead to each.
  var sources: [Int] = []
  private var last: [String] = []

  mutating func place(of code: String, from old: String) -> Int {
    let key = CodeMatching.key(code)
    if let position = positions[key] {
      if last[position] != old {
        sources[position] += 1
        last[position] = old
      }
      return position
    }
    positions[key] = codes.count
    codes.append(code)
    sources.append(1)
    last.append(old)
    return codes.count - 1
  }
}
