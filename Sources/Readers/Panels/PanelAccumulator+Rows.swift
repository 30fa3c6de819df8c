extension PanelAccumulator {
  /// Deals with a row that has not as many cells as the header.
  ///
  /// - Returns: Whether the row is done with; a row with empty cells beyond the last column is read as any other.
  mutating func handleRagged(_ bytes: Span<UInt8>, _ cells: [CellRange], _ row: Int) throws(ReadError) -> Bool
  {
    let width = layout.header.count
    if cells.count > width, cells[width...].allSatisfy({ $0.start == $0.end }) {
      paddedRows += 1
      return false
    }
    if profile.hasNotes, isNoteText(bytes, cells) { return true }
    throw .raggedRow(
      file: file,
      row: row,
      found: cells.count,
      expected: width,
      column: cells.count < width
        ? layout.header[cells.count] : cells[width].text(in: bytes, quote: quote)
    )
  }

  /// Whether a row is the header once more, as where parts of a table were put one after the other.
  func isHeaderAgain(_ bytes: Span<UInt8>, _ cells: [CellRange]) -> Bool {
    guard cells.count >= layout.header.count else { return false }
    return layout.header.indices.allSatisfy { cells[$0].text(in: bytes, quote: quote) == layout.header[$0] }
  }

  /// Whether a row holds no code and no number, in a kind of source that has notes; the text is kept.
  mutating func isNote(_ bytes: Span<UInt8>, _ cells: [CellRange]) -> Bool {
    guard profile.hasNotes else { return false }
    let values =
      layout.periodColumns.isEmpty ? [layout.value].compactMap(\.self) : layout.periodColumns.map(\.column)
    guard values.allSatisfy({ isBlank(bytes, cells[$0]) }) else { return false }
    let keys = [layout.region, layout.industry]
    let isKeyed = keys.allSatisfy { key in
      guard case .column(let column) = key else { return true }
      return !isBlank(bytes, cells[column])
    }
    return isKeyed ? false : isNoteText(bytes, cells)
  }

  /// Whether a row has text in its first cell alone, or none; the text is kept.
  mutating func isNoteText(_ bytes: Span<UInt8>, _ cells: [CellRange]) -> Bool {
    let filled = cells.indices.filter { !isBlank(bytes, cells[$0]) }
    guard filled.count <= 2 else { return false }
    if !filled.isEmpty {
      notes.append(filled.map { cells[$0].text(in: bytes, quote: quote) }.joined(separator: " "))
    }
    return true
  }

  private func isBlank(_ bytes: Span<UInt8>, _ cell: CellRange) -> Bool {
    for position in cell.start..<cell.end where bytes[position] != 0x20 && bytes[position] != 0x22 {
      return false
    }
    return true
  }
}
