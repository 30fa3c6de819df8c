/// What was found, mended and left out in an untidy text, by lines.
struct UntidyAccount: Hashable, Sendable {
  /// Lines of one kind: how many, and the first.
  struct Lines: Hashable, Sendable {
    private(set) var count = 0
    private(set) var first = 0

    /// Counts a line.
    mutating func add(_ line: Int) {
      if count == 0 { first = line }
      count += 1
    }
  }

  /// Rows mended in one way.
  struct Mended: Hashable, Sendable {
    var kind: Mending
    var count: Int
    var first: Int
  }

  /// What parts the cells.
  var dialect = UntidyDialect(delimiter: [0x2C], quote: 0x22)
  /// Lines before the table.
  var preamble = Lines()
  /// Lines that name the columns.
  var header = Lines()
  /// Lines with nothing on them.
  var blank = Lines()
  /// Lines after the table.
  var footnotes = Lines()
  /// The line where a second table begins.
  var secondTable: Int?
  /// What was mended, in the order met.
  var mended: [Mended] = []
  /// The first line of each row of data.
  var lines = RowNumbers()
}
