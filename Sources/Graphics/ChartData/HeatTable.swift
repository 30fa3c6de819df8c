public import Panels

/// Rows and columns with each value printed, coloured and marked with its status.
public struct HeatTable: Sendable, Hashable {
  /// What the rows are: `Industry`.
  public let rowTitle: String
  /// The heads of the columns.
  public let columns: [String]
  /// The rows, from the top.
  public let rows: [HeatRow]
  /// How values become colours.
  public let scale: ColourScale
  /// The measure and its unit, above the legend.
  public let legendTitle: String
  /// How values are printed.
  public let format: NumberFormat

  /// Makes a heat table.
  ///
  /// - Parameters:
  ///   - rowTitle: What the rows are.
  ///   - columns: The heads of the columns.
  ///   - rows: The rows, each with a cell for every column.
  ///   - scale: How values become colours.
  ///   - legendTitle: The measure and its unit.
  ///   - format: How values are printed.
  public init(
    rowTitle: String,
    columns: [String],
    rows: [HeatRow],
    scale: ColourScale,
    legendTitle: String,
    format: NumberFormat = NumberFormat()
  ) {
    self.rowTitle = rowTitle
    self.columns = columns
    self.rows = rows
    self.scale = scale
    self.legendTitle = legendTitle
    self.format = format
  }
}

/// One row of a heat table.
public struct HeatRow: Sendable, Hashable {
  /// The subject.
  public let label: String
  /// A cell for every column.
  public let cells: [HeatCell]

  /// Makes a row.
  ///
  /// - Parameters:
  ///   - label: The subject.
  ///   - cells: A cell for every column.
  public init(label: String, cells: [HeatCell]) {
    self.label = label
    self.cells = cells
  }
}

/// One cell of a heat table.
public struct HeatCell: Sendable, Hashable {
  /// The value, or nil: the cell is then hatched and says its status.
  public let value: Double?
  /// What is printed instead of the number, such as names in a two-way table; nil for the number.
  public let text: String?
  /// What the value says about itself.
  public let status: CellStatus
  /// What the cell stands for.
  public let link: MarkLink

  /// Makes a cell.
  ///
  /// - Parameters:
  ///   - value: The value, or nil.
  ///   - text: What is printed instead of the number.
  ///   - status: What the value says about itself.
  ///   - link: What the cell stands for.
  public init(value: Double?, text: String? = nil, status: CellStatus = .observed, link: MarkLink = .none) {
    self.value = value
    self.text = text
    self.status = status
    self.link = link
  }
}
