/// One variable by period, region and industry.
///
/// Cells lie in one block, industries fastest. Published totals are kept beside the cells and are never added in:
/// they are the reference of shares and quotients where they exist (``regionTotals`` and its kin), and what is not
/// published is the sum of the cells.
public struct Panel: Sendable, Equatable {
  /// What is counted.
  public var variable: Variable
  /// The periods, ascending.
  public let periods: [Period]
  /// The regions, in the order of the table.
  public let regions: Axis<Region>
  /// The industries, in the order of the table.
  public let industries: Axis<Industry>
  /// The cells; `periods.count × regions.count × industries.count`, industries fastest.
  public var cells: CellPlane {
    didSet { activitySums = nil }
  }
  /// The sums of the cells over industries, `periods × regions`, once ``keepActivitySums()`` has added them up.
  var activitySums: CellPlane?
  /// Published totals over all industries, `periods × regions`, or nil if none were published.
  public var regionTotals: CellPlane?
  /// Published totals over all regions, `periods × industries`, or nil if none were published.
  public var industryTotals: CellPlane?
  /// Published totals over all regions and industries, one a period, or nil if none were published.
  public var grandTotals: CellPlane?
  /// Whether some cells are parts of wholes, apportioned by weights.
  ///
  /// Between what such a cell lies is known, and nothing makes one number between likelier than another: an interval drawn
  /// from its bounds would say more than is known, and verdicts rest on the bounds.
  public package(set) var hasApportionedCells = false

  /// Makes a panel.
  ///
  /// - Parameters:
  ///   - variable: What is counted.
  ///   - periods: The periods, ascending, no two alike.
  ///   - regions: The regions.
  ///   - industries: The industries.
  ///   - cells: `periods × regions × industries` cells, industries fastest.
  /// - Throws: ``PanelError/shapeMismatch(expected:found:)`` if the number of cells is another;
  ///   ``PanelError/periodsOutOfOrder`` if the periods do not ascend.
  public init(
    variable: Variable,
    periods: [Period],
    regions: Axis<Region>,
    industries: Axis<Industry>,
    cells: CellPlane
  ) throws(PanelError) {
    let expected = periods.count * regions.count * industries.count
    guard cells.count == expected else {
      throw PanelError.shapeMismatch(expected: expected, found: cells.count)
    }
    guard zip(periods, periods.dropFirst()).allSatisfy(<) else { throw PanelError.periodsOutOfOrder }
    self.variable = variable
    self.periods = periods
    self.regions = regions
    self.industries = industries
    self.cells = cells
  }

  /// The number of the cell of a period, region and industry in ``cells``.
  @inlinable
  public func offset(period: Int, region: Int, industry: Int) -> Int {
    (period * regions.count + region) * industries.count + industry
  }

  /// The cell of a period, region and industry, by their positions.
  public subscript(period: Int, region: Int, industry: Int) -> Cell {
    cells[offset(period: period, region: region, industry: industry)]
  }

  /// Returns the position of a period.
  ///
  /// - Parameter period: The period.
  /// - Returns: Its position.
  /// - Throws: ``PanelError/unknownPeriod(_:first:last:)`` if the panel does not have it.
  public func position(of period: Period) throws(PanelError) -> Int {
    guard let position = periods.firstIndex(of: period) else {
      throw PanelError.unknownPeriod(
        period.description,
        first: periods.first?.description ?? "none",
        last: periods.last?.description ?? "none"
      )
    }
    return position
  }
}
