import Graphics
import Panels

/// A tidy table made fit for reading.
///
/// A column that says the same in every row is said once, in the caption. Value and bounds are rounded alike. Beyond the
/// limit rows are left out, and the caption says how many there are and where all of them are.
struct TableMarkup {
  /// The table.
  let table: Table
  /// How many rows are shown.
  let rowLimit: Int
  /// Where all rows are, or nil.
  let file: String?

  /// The columns that are shown although every row may say the same.
  private static let kept: Set<String> = ["value", "lower", "upper"]
  private static let bounded = ["value", "lower", "upper"]

  /// Returns the table, scrolling sideways by itself.
  ///
  /// - Parameters:
  ///   - title: What it is the table of: `Figure 3`.
  ///   - label: What assistive technology calls it, unique on the page.
  /// - Returns: The element.
  func markup(title: String, label: String) -> HTML {
    let common = commonColumns
    let shown = table.columns.indices.filter { !common.contains($0) }
    let formats = columnFormats
    let head = shown.map { column in
      HTML.element(
        "th",
        [HTMLAttribute("scope", "col")] + numberClass(column),
        [.text(TableMarkup.head(table.columns[column]))]
      )
    }
    let rows = table.rows.prefix(rowLimit)
      .map { row in
        HTML.element(
          "tr",
          shown.enumerated()
            .map { place, column in
              let text = TableMarkup.text(row[column], formats[column])
              return place == 0
                ? .element("th", [HTMLAttribute("scope", "row")] + numberClass(column), [.text(text)])
                : .element("td", numberClass(column), [.text(text)])
            }
        )
      }
    let element = HTML.element(
      "table",
      [.class("numbers")],
      [
        .element("caption", caption(title: title, common: common)),
        .element("thead", [.element("tr", head)]), .element("tbody", rows),
      ]
    )
    return .scrolling(label: label, [element])
  }

  /// Columns that hold the same text in every row; one column at least is left.
  private var commonColumns: [Int] {
    guard table.rows.count > 1, let first = table.rows.first else { return [] }
    let common = table.columns.indices.filter { column in
      guard !TableMarkup.kept.contains(table.columns[column]), first[column] != .empty else { return false }
      return table.rows.allSatisfy { $0[column] == first[column] }
    }
    return common.count < table.columns.count ? common : Array(common.dropFirst())
  }

  private func caption(title: String, common: [Int]) -> [HTML] {
    var text = "\(title): \(counted(table.rows.count, "row")) of \(table.name)."
    if let first = table.rows.first, !common.isEmpty {
      let said = common.map { "\(TableMarkup.head(table.columns[$0]).lowercased()) \(first[$0].plainText)" }
      text += " In every row: \(said.joined(separator: "; "))."
    }
    var pieces: [HTML] = [.text(text)]
    if table.rows.count > rowLimit {
      let left = table.rows.count - rowLimit
      pieces.append(.text(" The first \(rowLimit) are shown, \(left) more are not"))
      pieces += file.map { ["; all are in ", .link($0, [.text($0)]), "."] } ?? ["."]
    }
    return pieces
  }

  /// Returns the format of each column; value and bounds share one.
  private var columnFormats: [ColumnFormat] {
    let shared = TableMarkup.bounded.compactMap { table.columns.firstIndex(of: $0) }
    let common = ColumnFormat(shared.flatMap(numbers))
    return table.columns.indices.map { shared.contains($0) ? common : ColumnFormat(numbers(in: $0)) }
  }

  private func numbers(in column: Int) -> [Double] {
    table.rows.compactMap { row in
      if case .number(let number) = row[column] { return number }
      return nil
    }
  }

  private func numberClass(_ column: Int) -> [HTMLAttribute] {
    var hasNumber = false
    for row in table.rows {
      switch row[column] {
      case .number, .integer: hasNumber = true
      case .text: return []
      case .empty: continue
      }
    }
    return hasNumber ? [.class("n")] : []
  }

  private static func text(_ value: TableValue, _ format: ColumnFormat) -> String {
    switch value {
    case .text(let text): text
    case .integer(let integer): NumberFormat(decimals: 0).text(Double(integer))
    case .number(let number): format.text(number)
    case .empty: "–"
    }
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
  "\(NumberFormat(decimals: 0).text(Double(count))) \(noun)\(count == 1 ? "" : "s")"
}
