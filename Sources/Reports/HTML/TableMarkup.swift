import Graphics
import Panels

/// A tidy table made fit for reading.
///
/// A column that says the same in every row is said once, in the caption. Value and bounds are rounded alike. Beyond the
/// limit rows are left out, and the caption says how many there are and where all of them are.
struct TableMarkup {
  private let table: Table
  private let rowLimit: Int
  private let file: String?
  private let columns: [Column]

  /// A column with what is needed to print it.
  private struct Column {
    let head: String
    let isNumeric: Bool
    let isCommon: Bool
    let format: ColumnFormat

    /// Returns a value as text; a number that is missing is a dash, a text that is missing is nothing.
    func text(_ value: TableValue) -> String {
      switch value {
      case .text(let text): text
      case .integer(let integer): NumberFormat(decimals: 0).text(Double(integer))
      case .number(let number): format.text(number)
      case .empty: isNumeric ? "–" : ""
      }
    }

    var attributes: [HTMLAttribute] { isNumeric ? [.class("n")] : [] }
  }

  /// How many rows stay together on paper.
  private static let shortRows = 24

  /// The columns that share one number of decimals, and are shown although every row may say the same.
  private static let bounded: Set<String> = ["value", "lower", "upper"]

  /// Looks at a table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - rowLimit: How many rows are shown.
  ///   - file: Where all rows are, or nil.
  init(table: Table, rowLimit: Int, file: String?) {
    self.table = table
    self.rowLimit = rowLimit
    self.file = file
    let numbers = table.columns.indices.map { column in
      table.rows.compactMap { row -> Double? in
        if case .number(let number) = row[column] { return number }
        return nil
      }
    }
    let isBounded = table.columns.map(TableMarkup.bounded.contains)
    let shared = ColumnFormat(zip(numbers, isBounded).filter(\.1).flatMap(\.0))
    let common = TableMarkup.commonColumns(of: table)
    columns = table.columns.indices.map { column in
      Column(
        head: TableMarkup.head(table.columns[column]),
        isNumeric: TableMarkup.isNumeric(column, of: table),
        isCommon: common.contains(column),
        format: isBounded[column] ? shared : ColumnFormat(numbers[column])
      )
    }
  }

  /// Returns the table, scrolling sideways by itself.
  ///
  /// - Parameters:
  ///   - title: What it is the table of: `Figure 3`.
  ///   - label: What assistive technology calls it, unique on the page.
  /// - Returns: The element.
  func markup(title: String, label: String) -> HTML {
    let shown = columns.indices.filter { !columns[$0].isCommon }
    let head = shown.map { column in
      HTML.element(
        "th",
        [HTMLAttribute("scope", "col")] + columns[column].attributes,
        [.text(columns[column].head)]
      )
    }
    let rows = table.rows.prefix(rowLimit)
      .map { row in
        HTML.element(
          "tr",
          shown.enumerated()
            .map { place, column in
              let text = HTML.text(columns[column].text(row[column]))
              let attributes = columns[column].attributes
              return place == 0
                ? .element("th", [HTMLAttribute("scope", "row")] + attributes, [text])
                : .element("td", attributes, [text])
            }
        )
      }
    let element = HTML.element(
      "table",
      [.class("numbers")],
      [
        .element("caption", caption(title: title)), .element("thead", [.element("tr", head)]),
        .element("tbody", rows),
      ]
    )
    return .scrolling(label: label, isShort: table.rows.count <= TableMarkup.shortRows, [element])
  }

  private func caption(title: String) -> [HTML] {
    var text = "\(title): \(counted(table.rows.count, "row")) of \(table.name)."
    let common = columns.indices.filter { columns[$0].isCommon }
    if let first = table.rows.first, !common.isEmpty {
      let said = common.map { "\(columns[$0].head.lowercased()) \(columns[$0].text(first[$0]))" }
      text += " In every row: \(said.joined(separator: "; "))."
    }
    var pieces: [HTML] = [.text(text)]
    if table.rows.count > rowLimit {
      let left = grouped(table.rows.count - rowLimit)
      pieces.append(.text(" The first \(grouped(rowLimit)) are shown, \(left) more are not"))
      pieces +=
        file.map { ["; all are in ", .link($0, [.text($0)]), "."] } ?? ["; long tables stand at the end."]
    }
    return pieces
  }

  /// Returns the columns that hold the same in every row; one column at least is left.
  private static func commonColumns(of table: Table) -> Set<Int> {
    guard table.rows.count > 1, let first = table.rows.first else { return [] }
    let common = table.columns.indices.filter { column in
      guard !bounded.contains(table.columns[column]), first[column] != .empty else { return false }
      return table.rows.allSatisfy { $0[column] == first[column] }
    }
    return Set(common.count < table.columns.count ? common[...] : common.dropFirst())
  }

  /// Whether a column holds numbers: at least one, and no text.
  private static func isNumeric(_ column: Int, of table: Table) -> Bool {
    var hasNumber = false
    for row in table.rows {
      switch row[column] {
      case .number, .integer: hasNumber = true
      case .text: return false
      case .empty: continue
      }
    }
    return hasNumber
  }

  /// Returns the name of a column for reading.
  private static func head(_ column: String) -> String {
    switch column {
    case "lower": return "Lower bound"
    case "upper": return "Upper bound"
    case "region2": return "Second region"
    case "industry2": return "Second industry"
    default:
      let words = column.replacing("_", with: " ")
      return words.prefix(1).uppercased() + words.dropFirst()
    }
  }
}

/// Returns a count with its noun, such as "1 row" and "3 rows".
func counted(_ count: Int, _ noun: String) -> String {
  "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
}

/// Returns a count with its thousands set apart.
func grouped(_ count: Int) -> String { NumberFormat(decimals: 0).text(Double(count)) }
