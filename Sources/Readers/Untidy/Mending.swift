/// What was mended in a row.
enum Mending: Hashable, Sendable {
  /// Cells were missing at its end.
  case filled
  /// An empty cell too many was left out.
  case emptyCellLeftOut
  /// Cells were joined again that an unquoted delimiter had parted.
  case joined
  /// A quote that nothing closes, or that stands within text, was taken as text.
  case quoteKept
  /// A delimiter was missing between cells.
  case parted
  /// The row has another delimiter than the table.
  case otherDelimiter
  /// The row is wider than the table, and nothing tells why.
  case wider
  /// The same, and its last cells were made one, since as columns they would be many times the file.
  case folded
}
