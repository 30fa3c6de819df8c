import Arithmetic
public import Panels

extension Grouping {
  /// Makes two groups from a list of codes: the regions on it, and the rest.
  ///
  /// - Parameters:
  ///   - name: The name of the grouping.
  ///   - codes: Codes or names of the axis, or prefixes that end in `*`.
  ///   - regions: The regions of the table.
  ///   - member: The name of the group of those on the list.
  ///   - rest: The name of the group of the others.
  /// - Returns: The grouping; the list's group first.
  /// - Throws: ``MeasureError/panel(_:)`` for a code that the axis does not have; an empty list is refused.
  public static func list(
    name: String,
    codes: [String],
    on regions: Axis<Region>,
    member: String,
    rest: String
  ) throws(MeasureError) -> Grouping {
    let found: [Int]
    do throws(PanelError) { found = try regions.positions(matching: codes) } catch {
      throw MeasureError.panel(error)
    }
    guard !found.isEmpty else { throw MeasureError.panel(.emptyDefinition(name)) }
    let inside = Set(found)
    return Grouping(
      name: name,
      groups: [member, rest],
      membership: regions.indices.map { inside.contains($0) ? 0 : 1 },
      rule: "a list of \(found.count) regions: \(found.map { regions[$0].code }.joined(separator: ", "))"
    )
  }

  /// Makes a group of each parent region, in the order in which the axis names them first.
  ///
  /// A region without a parent is in no group, and a warning counts those.
  ///
  /// - Parameters:
  ///   - name: The name of the grouping.
  ///   - regions: The regions of the table.
  /// - Returns: The grouping; the groups' names are the parents' codes.
  /// - Throws: ``MeasureError/notIdentifiable(_:)`` if no region has a parent.
  public static func parents(name: String = "parent region", of regions: Axis<Region>) throws(MeasureError)
    -> Grouping
  {
    var groups: [String] = []
    var positions: [String: Int] = [:]
    let membership = regions.elements.map { region -> Int? in
      guard let parent = region.parent else { return nil }
      if let known = positions[parent] { return known }
      positions[parent] = groups.count
      groups.append(parent)
      return groups.count - 1
    }
    guard !groups.isEmpty else {
      throw MeasureError.notIdentifiable("no region of the table has a parent region")
    }
    return Grouping(
      name: name,
      groups: groups,
      membership: membership,
      rule: "the region one level up",
      warnings: Grouping.missing(membership, what: "no parent region")
    )
  }

  /// Makes classes of regions by the cuts of a number, such as the density of population.
  ///
  /// - Parameters:
  ///   - name: The name of the grouping.
  ///   - values: The number of each region, or nil where there is none: that region is in no class.
  ///   - cuts: The edges of the classes, ascending.
  ///   - names: The names of the classes from the lowest up; one more than there are cuts.
  ///   - edge: To which class a number belongs that equals a cut.
  /// - Returns: The grouping; a class without regions and regions without a number are named in its warnings.
  /// - Throws: ``MeasureError/outOfRange(_:)`` if the cuts do not ascend or the names do not fit them;
  ///   ``MeasureError/unusable(_:_:)`` for a number that is not finite.
  public static func cuts(
    name: String,
    values: [Double?],
    at cuts: [Double],
    names: [String],
    edge: CutEdge = .belongsAbove
  ) throws(MeasureError) -> Grouping {
    guard zip(cuts, cuts.dropFirst()).allSatisfy(<), cuts.allSatisfy(\.isFinite), !cuts.isEmpty else {
      throw MeasureError.outOfRange(
        "The cuts of '\(name)' are \(cuts); they must be finite numbers that ascend."
      )
    }
    guard names.count == cuts.count + 1 else {
      throw MeasureError.outOfRange(
        "'\(name)' has \(cuts.count) cuts and \(names.count) names; it needs \(cuts.count + 1) names."
      )
    }
    for (position, value) in values.enumerated() {
      if let value, !value.isFinite {
        throw MeasureError.unusable("The number of region number \(position + 1) in '\(name)'", value)
      }
    }
    let membership = values.map { value in
      value.map { value in cuts.count { edge == .belongsAbove ? value >= $0 : value > $0 } }
    }
    let empty = names.indices.filter { !membership.contains($0) }.map { "class '\(names[$0])' has no region" }
    return Grouping(
      name: name,
      groups: names,
      membership: membership,
      rule: rule(cuts: cuts, names: names, edge: edge),
      warnings: empty + Grouping.missing(membership, what: "no number")
    )
  }

  /// Makes classes with as nearly as possible the same number of regions, by the quantiles of a number.
  ///
  /// The cuts are the quantiles of the numbers by linear interpolation (the default of R and NumPy, type 7), and a number
  /// that equals a cut belongs below it; so equal numbers never part, even if the classes then differ in size.
  ///
  /// - Parameters:
  ///   - name: The name of the grouping.
  ///   - values: The number of each region, or nil where there is none: that region is in no class.
  ///   - names: The names of the classes from the lowest up; at least two.
  /// - Returns: The grouping.
  /// - Throws: ``MeasureError/outOfRange(_:)`` for fewer than two classes; ``MeasureError/notIdentifiable(_:)`` if there
  ///   are fewer different numbers than classes, or ties leave a class without a cut of its own.
  public static func quantiles(
    name: String,
    values: [Double?],
    names: [String]
  ) throws(MeasureError) -> Grouping {
    guard names.count >= 2 else {
      throw MeasureError.outOfRange(
        "'\(name)' asks for \(names.count) classes by quantiles; give at least 2 names."
      )
    }
    let sorted = values.compactMap(\.self).sorted()
    guard let last = sorted.last, sorted.allSatisfy(\.isFinite), Set(sorted).count >= names.count else {
      throw MeasureError.notIdentifiable(
        "'\(name)' has fewer different finite numbers than its \(names.count) classes"
      )
    }
    let cuts = (1..<names.count).map { quantile(Double($0) / Double(names.count), of: sorted) }
    guard zip(cuts, cuts.dropFirst()).allSatisfy(<), (cuts.last ?? last) < last else {
      throw MeasureError.notIdentifiable(
        "equal numbers in '\(name)' leave a class without regions; use fewer classes"
      )
    }
    var grouping = try Grouping.cuts(name: name, values: values, at: cuts, names: names, edge: .belongsBelow)
    guard names.indices.allSatisfy(grouping.membership.contains) else {
      throw MeasureError.notIdentifiable(
        "equal numbers in '\(name)' leave a class without regions; use fewer classes"
      )
    }
    grouping.rule = "\(names.count) classes by quantiles; " + grouping.rule
    return grouping
  }

  /// Returns a quantile by linear interpolation between order statistics (type 7 of Hyndman & Fan).
  static func quantile(_ probability: Double, of sorted: [Double]) -> Double {
    let place = probability * Double(sorted.count - 1)
    let below = Int(place.rounded(.down))
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }

  private static func missing(_ membership: [Int?], what: String) -> [String] {
    let count = membership.count { $0 == nil }
    return count == 0 ? [] : ["\(count) of \(membership.count) regions have \(what) and are in no group"]
  }

  private static func rule(cuts: [Double], names: [String], edge: CutEdge) -> String {
    let above = edge == .belongsAbove
    let parts = names.indices.map { position in
      let from = position == 0 ? nil : MeasureDescription.text(cuts[position - 1])
      let to = position == cuts.count ? nil : MeasureDescription.text(cuts[position])
      let lower = from.map { (above ? "from " : "above ") + $0 }
      let upper = to.map { (above ? "below " : "up to ") + $0 }
      return "\(names[position]) " + [lower, upper].compactMap(\.self).joined(separator: " and ")
    }
    return parts.joined(separator: ", ")
  }
}

/// To which class a number belongs that equals a cut.
public enum CutEdge: String, Hashable, Sendable, CaseIterable {
  /// To the class above: classes hold their lower edge.
  case belongsAbove = "above"
  /// To the class below: classes hold their upper edge.
  case belongsBelow = "below"
}
