/// How much a check holds in memory, whatever the table is like.
public struct CheckBounds: Hashable, Sendable {
  /// How many different texts of a column are kept; of more, numbers are still counted, summed and compared.
  public var texts: Int
  /// How many different texts of all columns together are kept; a column has at least 256.
  public var allTexts: Int
  /// How many bytes the different texts of a column may have together.
  public var textBytes: Int
  /// How many cells are kept to look for keys that stand twice and totals that do not add; four bytes each, twelve for
  /// the numbers of a column that has more different ones than are kept.
  public var cells: Int

  /// Makes bounds.
  ///
  /// - Parameters:
  ///   - texts: How many different texts of a column are kept; 65,536.
  ///   - allTexts: How many different texts of all columns together are kept; two million.
  ///   - textBytes: How many bytes the different texts of a column may have together; 16 MiB.
  ///   - cells: How many cells are kept to compare rows; 128 million.
  public init(
    texts: Int = 1 << 16,
    allTexts: Int = 1 << 21,
    textBytes: Int = 16 << 20,
    cells: Int = 1 << 27
  ) {
    self.texts = texts
    self.allTexts = allTexts
    self.textBytes = textBytes
    self.cells = cells
  }

  /// How many different texts each of some columns may keep.
  func texts(ofEach columns: Int) -> Int { min(texts, max(256, allTexts / max(1, columns))) }

  /// How many rows of some columns are kept to be compared.
  func rows(of columns: Int) -> Int { max(1, cells / max(1, columns)) }
}
