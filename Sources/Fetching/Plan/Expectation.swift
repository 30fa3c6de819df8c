/// What the answers must hold; each point that fails has its own message.
public struct Expectation: Hashable, Sendable {
  /// Codes that were asked for by name, and the column in which they should come back.
  public struct Codes: Hashable, Sendable {
    /// The column.
    public var column: String
    /// The codes that were asked for.
    public var asked: [String]
    /// The parameter that asked for them.
    public var parameter: String

    /// Makes an expectation.
    ///
    /// - Parameters:
    ///   - column: The column.
    ///   - asked: The codes that were asked for.
    ///   - parameter: The parameter that asked for them.
    public init(column: String, asked: [String], parameter: String) {
      self.column = column
      self.asked = asked
      self.parameter = parameter
    }
  }

  /// Columns that must be there, in any order; a missing one ends the fetch, a new one is said.
  public var columns: [String]
  /// Columns that hold numbers, or nothing, or one of ``markers``.
  public var numbers: [String]
  /// What may stand where a number is not: `!`, `..`, `:`.
  public var markers: [String]
  /// Codes that must come back.
  public var codes: [Codes]
  /// Whether an answer without a row is right.
  public var mayBeEmpty: Bool

  /// Makes expectations.
  ///
  /// - Parameters:
  ///   - columns: Columns that must be there.
  ///   - numbers: Columns that hold numbers.
  ///   - markers: What may stand where a number is not.
  ///   - codes: Codes that must come back.
  ///   - mayBeEmpty: Whether an answer without a row is right.
  public init(
    columns: [String] = [],
    numbers: [String] = [],
    markers: [String] = [],
    codes: [Codes] = [],
    mayBeEmpty: Bool = false
  ) {
    self.columns = columns
    self.numbers = numbers
    self.markers = markers
    self.codes = codes
    self.mayBeEmpty = mayBeEmpty
  }
}
