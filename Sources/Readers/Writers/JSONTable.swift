public import Panels

/// Tables as JSON: a row is an object, its keys in the order of the columns.
///
/// Numbers are numbers, nothing is `null`. JSON has no infinite numbers: an infinite bound, which is no bound, is
/// `null` too.
public enum JSONTable {
  /// Returns a table as one array with an object a line.
  public static func text(of table: Table) -> String {
    guard !table.rows.isEmpty else { return "[]\n" }
    let lines = table.rows.map { "  " + object($0, columns: table.columns).compactText }
    return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
  }

  /// Returns a table as one object a line, without an array around them.
  public static func lines(of table: Table) -> String {
    table.rows.map { object($0, columns: table.columns).compactText + "\n" }.joined()
  }

  /// Returns the rows of a table as JSON values.
  public static func values(of table: Table) -> JSONValue {
    .array(table.rows.map { object($0, columns: table.columns) })
  }

  private static func object(_ row: [TableValue], columns: [String]) -> JSONValue {
    .object(zip(columns, row).map { JSONMember($0, JSONValue($1)) })
  }
}

extension JSONValue {
  /// Makes the JSON value of a table value; an infinite number becomes `null`.
  public init(_ value: TableValue) {
    switch value {
    case .text(let text): self = .string(text)
    case .integer(let integer): self = .integer(integer)
    case .number(let number): self = number.isFinite ? .number(number) : .null
    case .empty: self = .null
    }
  }
}
