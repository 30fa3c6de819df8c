/// A year, or a quarter of one.
public struct Period: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The calendar year.
  public let year: Int
  /// The quarter, 1…4, or nil for a whole year.
  public let quarter: Int?

  /// Makes a whole year.
  public init(year: Int) {
    self.year = year
    quarter = nil
  }

  /// Makes a quarter.
  ///
  /// - Parameters:
  ///   - year: The calendar year.
  ///   - quarter: 1…4.
  public init(year: Int, quarter: Int) {
    precondition((1...4).contains(quarter), "quarter \(quarter) is not in 1...4")
    self.year = year
    self.quarter = quarter
  }

  /// Reads `2019`, `2019Q3`, `2019 Q3`, `2019-Q3`, or a date such as `2019-09-30` or a Nomis `date` (the year counts).
  ///
  /// Nil if the text is none of these or the year is not in 1000…2999.
  ///
  /// - Parameter text: The text of a cell.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 4, let year = Period.digits(bytes[0..<4]), (1000...2999).contains(year) else {
      return nil
    }
    let rest = bytes.dropFirst(4).drop { $0 == 0x20 || $0 == 0x2D }
    if rest.isEmpty {
      guard bytes.count == 4 else { return nil }
      self.init(year: year)
      return
    }
    if let first = rest.first, first == 0x51 || first == 0x71 {
      guard rest.count == 2, let quarter = Period.digits(rest.dropFirst()), (1...4).contains(quarter) else {
        return nil
      }
      self.init(year: year, quarter: quarter)
      return
    }
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let month = Period.digits(bytes[5..<7]), (1...12).contains(month), Period.digits(bytes[8..<10]) != nil
    else { return nil }
    self.init(year: year)
  }

  /// `2019` or `2019Q3`.
  public var description: String {
    if let quarter { return "\(year)Q\(quarter)" }
    return "\(year)"
  }

  /// The period's place on a time axis, in years.
  public var decimalYear: Double {
    Double(year) + (quarter.map { (Double($0) - 1) / 4 } ?? 0)
  }

  /// Orders by year, then quarter; a whole year comes before its quarters.
  public static func < (left: Period, right: Period) -> Bool {
    (left.year, left.quarter ?? 0) < (right.year, right.quarter ?? 0)
  }

  private static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return bytes.isEmpty ? nil : number
  }
}
