import Panels

extension UncertainVector {
  /// Returns the cells and totals that contain them as boxes independent of each other, or nil where a cell and so a
  /// total has no upper bound.
  ///
  /// Whatever a measure does on these boxes it does within what they allow: bounds on them are certified, and wider
  /// than the optimum, since a cell and its total may no longer contradict each other.
  func uncoupled(_ rest: ReferenceBox) -> ReferenceBox? {
    guard !upper.contains(.infinity) else { return nil }
    return ReferenceBox(
      lower: zip(lower, rest.lower).map { $0 + $1 },
      upper: zip(upper, rest.upper).map { $0 + $1 },
      published: zip(values, rest.published).map { $0 + $1 },
      isCoupled: false
    )
  }

  /// Returns certified bounds of a measure whose reference contains the cells.
  ///
  /// - Parameters:
  ///   - rest: The rests of the regions.
  ///   - value: The measure at the published numbers.
  ///   - limit: What the measure never exceeds.
  ///   - measure: The bounds for independent boxes.
  func certifiedBounds(
    rest: ReferenceBox,
    value: Double?,
    limit: Double,
    _ measure: (UncertainReference) throws(MeasureError) -> Bounded
  ) throws(MeasureError) -> Bounded {
    guard let box = uncoupled(rest) else {
      return Bounded(value: value, bounds: Bounds(0, limit))
    }
    let bounds = zip(box.lower, box.upper).map { Bounds($0, $1) }
    let found = try measure(.published(bounds))
    return Bounded(value: value, bounds: found.bounds)
  }
}
