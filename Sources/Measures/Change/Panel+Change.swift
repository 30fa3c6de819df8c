public import Panels

extension Panel {
  /// Returns the change of Theil's index of a set of industries between two periods, with each region's contribution.
  ///
  /// - Parameters:
  ///   - industries: The positions of the industries, added up; no one part of another.
  ///   - regions: The positions of the regions to compare; all if nil. Contributions count by their places in this list.
  ///   - reference: What the concentration is measured against.
  ///   - start: The position of the earlier period.
  ///   - end: The position of the later period.
  /// - Returns: The change.
  /// - Throws: ``MeasureError/notIdentifiable(_:)`` if a cell has no number; others as ``TheilChange``.
  public func theilChange(
    of industries: [Int],
    in regions: [Int]? = nil,
    reference: ConcentrationReference = .activity,
    from start: Int,
    to end: Int
  ) throws(MeasureError) -> TheilChange {
    let before = try amounts(of: reference, in: regions, period: start)
    let after = try amounts(of: reference, in: regions, period: end)
    var references: (before: [Double], after: [Double])?
    if let before, let after { references = (before, after) }
    return try TheilChange(
      industry: (
        amounts(of: industries, in: regions, period: start), amounts(of: industries, in: regions, period: end)
      ),
      reference: references
    )
  }

  /// Returns the mean of the cells over a window: the amounts of a typical year.
  ///
  /// A mean of cells of which one has no number has none; its bounds are the means of the bounds.
  ///
  /// - Parameter window: The periods.
  /// - Returns: `regions × industries` cells, industries fastest.
  public func meanCells(over window: PeriodWindow) -> CellPlane {
    let size = regions.count * industries.count
    let count = Double(window.positions.count)
    return CellPlane(
      (0..<size)
        .map { cell in
          let sum = cells.sum(of: window.positions.lazy.map { $0 * size + cell })
          return Cell(
            value: sum.value.map { $0 / count },
            bounds: Bounds(sum.bounds.lower / count, sum.bounds.upper / count),
            status: sum.status
          )
        }
    )
  }
}
