import Measures
import Panels

extension Panel {
  /// Returns the location quotient of a set of industries in a group of regions against the other regions, with bounds.
  func uncertainQuotient(of industries: [Int], group: [Int], period: Int) throws -> Uncertain {
    let value = try Uncertain.identified {
      try locationQuotient(of: industries, group: group, against: .rest, period: period).ratio
    }
    let inside = Set(group)
    let outside = regions.indices.filter { !inside.contains($0) }
    let cells = byRegion(sumOf: industries, period: period)
    let activity = try activityByRegion(period: period)
    let (own, rest) = (cells.sum(of: group).bounds, cells.sum(of: outside).bounds)
    let (here, elsewhere) = (activity.sum(of: group).bounds, activity.sum(of: outside).bounds)
    guard own.lower >= 0, rest.lower > 0, here.lower > 0, elsewhere.lower > 0 else {
      return Uncertain(value: value, bounds: nil, reason: "an amount that may be zero or negative")
    }
    if regionTotals != nil {
      return Uncertain(
        value: value,
        bounds: Bounds(
          own.lower / rest.upper * (elsewhere.lower / here.upper),
          own.upper / rest.lower * (elsewhere.upper / here.lower)
        )
      )
    }
    let others = try bounds(ofAllBut: industries, in: group, of: here, part: own, period: period)
    let otherRest = try bounds(ofAllBut: industries, in: outside, of: elsewhere, part: rest, period: period)
    func share(_ part: Double, _ others: Double) -> Double {
      part.isInfinite ? 1 : others.isInfinite ? 0 : part + others > 0 ? part / (part + others) : 0
    }
    return Uncertain(
      value: value,
      bounds: Bounds(
        share(own.lower, others.upper) / share(rest.upper, otherRest.lower),
        share(own.upper, others.lower) / share(rest.lower, otherRest.upper)
      )
    )
  }
}

extension Panel {
  /// The bounds of the activity of some regions in other industries than some.
  ///
  /// The difference of two sums tells them, but where a cell has no upper bound the other industries are added up.
  private func bounds(
    ofAllBut industries: [Int],
    in members: [Int],
    of whole: Bounds,
    part: Bounds,
    period: Int
  ) throws -> Bounds {
    guard whole.upper.isInfinite else { return Uncertain.difference(whole, part) }
    let left = Set(industries)
    let others = self.industries.indices.filter { !left.contains($0) }
    return byRegion(sumOf: others, period: period).sum(of: members).bounds
  }
}

extension Uncertain {
  /// Returns a number, or nil where cells that it needs have none.
  static func identified(_ number: () throws -> Double) throws -> Double? {
    do {
      return try number()
    } catch let error as MeasureError {
      if case .notIdentifiable = error { return nil }
      throw error
    }
  }

  /// The bounds of what is left of a sum without one of its parts, each cell of both within its own bounds.
  static func difference(_ whole: Bounds, _ part: Bounds) -> Bounds {
    let low = max(0, whole.lower - part.lower)
    let high = whole.upper.isInfinite ? Double.infinity : max(0, whole.upper - part.upper)
    return Bounds(low, max(low, high))
  }
}
