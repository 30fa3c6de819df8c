/// A value of a table: text, a number, or nothing.
public enum TableValue: Hashable, Sendable {
  /// A code, a name, a sentence.
  case text(String)
  /// A number at full precision.
  case number(Double)
  /// A whole number, such as a count.
  case integer(Int)
  /// Nothing.
  case empty

  /// Makes a number, or nothing from nil.
  public init(_ number: Double?) {
    self = number.map(TableValue.number) ?? .empty
  }

  /// Makes a text, or nothing from nil.
  public init(_ text: String?) {
    self = text.map(TableValue.text) ?? .empty
  }

  /// The value in a delimited file: numbers as the shortest text that reads back the same, nothing as an empty text.
  public var plainText: String {
    switch self {
    case .text(let text): text
    case .number(let number): NumberText.shortest(number)
    case .integer(let integer): "\(integer)"
    case .empty: ""
    }
  }
}

/// A rectangular table with named columns: the tidy form of every result.
public struct Table: Hashable, Sendable {
  /// A short name, fit for a sheet or a file.
  public var name: String
  /// The columns in order.
  public var columns: [String]
  /// The rows, each with a value a column.
  public var rows: [[TableValue]]
  /// What must be read with the table: what was dropped, merged, assumed.
  public var notes: [String]

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - name: A short name.
  ///   - columns: The columns in order.
  ///   - rows: The rows, each with a value a column.
  ///   - notes: What must be read with the table.
  public init(name: String, columns: [String], rows: [[TableValue]] = [], notes: [String] = []) {
    precondition(
      rows.allSatisfy { $0.count == columns.count },
      "table '\(name)' has a row without \(columns.count) values"
    )
    self.name = name
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }
}

/// Numbers as text, the same in every locale.
public enum NumberText {
  /// Returns the shortest text that reads back as the same number, without a fraction where there is none.
  public static func shortest(_ number: Double) -> String {
    if number == number.rounded(), number.magnitude < 1e15 {
      return number == 0 ? "0" : "\(Int(number))"
    }
    return "\(number)"
  }
}
