import Panels

/// Codes that a spreadsheet took for dates or numbers: `10-12` as `10-Dec`, `01110` as `1110`, `1E5` as `1E+05`.
package struct SpreadsheetDamage: Equatable, Sendable {
  /// What is mended.
  package enum Kinds: Equatable, Sendable {
    case none
    case leadingZeros
    case all
  }

  /// A code and what it was.
  package struct Repair: Equatable, Sendable {
    /// The code as the file has it.
    package let found: String
    /// The code as it was, or nil if that cannot be told.
    package let mended: String?
  }

  /// Ranges that became dates, in the order met.
  package let dates: [Repair]
  /// Codes that lost their leading zero, in the order met.
  package let zeros: [Repair]
  /// Codes that became numbers with exponents, in the order met.
  package let exponents: [Repair]
  private let repairs: [String: String]

  /// Looks for damage in the different codes of a column.
  package init(in codes: [String]) {
    let isPadded = codes.contains { code in
      code.utf8.count >= 2 && code.hasPrefix("0")
        && code.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) }
    }
    dates = codes.compactMap { code in
      SpreadsheetDamage.range(fromDate: code, isPadded: isPadded).map { Repair(found: code, mended: $0) }
    }
    zeros = SpreadsheetDamage.lostZeros(codes)
    exponents = codes.filter(SpreadsheetDamage.isExponent).map { Repair(found: $0, mended: nil) }
    var repairs: [String: String] = [:]
    for repair in dates + zeros { repairs[repair.found] = repair.mended }
    self.repairs = repairs
  }

  /// The code as it was, as far as it can be told.
  package func mended(_ code: String, kinds: Kinds) -> String {
    switch kinds {
    case .none: code
    case .leadingZeros: zeros.contains { $0.found == code } ? repairs[code] ?? code : code
    case .all: repairs[code] ?? code
    }
  }

  /// What a report must say of the damage.
  func notices(what: String, isMended: Bool) -> [ReadNotice] {
    var notices: [ReadNotice] = []
    func say(_ repairs: [Repair], _ cause: String) {
      guard let first = repairs.first else { return }
      let was = first.mended.map { ", probably '\($0)'" } ?? ""
      let fate =
        isMended && first.mended != nil
        ? "mended" : first.mended == nil ? "cannot be mended" : "mend with clean --repair-codes"
      notices.append(
        ReadNotice(
          .warning,
          "\(repairs.count) \(what) codes \(cause), such as '\(first.found)'\(was): \(fate)"
        )
      )
    }
    say(dates, "look like dates made by a spreadsheet")
    say(zeros, "seem to have lost a leading zero")
    say(exponents, "look like numbers made by a spreadsheet")
    return notices
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The range that a date was: both numbers, ascending, since ranges of industries ascend.
  private static func range(fromDate code: String, isPadded: Bool) -> String? {
    let parts = code.split(whereSeparator: { $0 == "-" || $0 == " " || $0 == "/" })
    guard parts.count == 2 else { return nil }
    func month(_ part: Substring) -> Int? {
      months.firstIndex(of: part.lowercased()).map { $0 + 1 }
    }
    func number(_ part: Substring) -> Int? {
      part.utf8.count <= 2 && part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
    }
    let pair: (Int, Int)
    if let day = number(parts[0]), let month = month(parts[1]) {
      pair = (day, month)
    } else if let month = month(parts[0]), let year = number(parts[1]) {
      pair = (month, year)
    } else {
      return nil
    }
    func text(_ number: Int) -> String { isPadded && number < 10 ? "0\(number)" : "\(number)" }
    return text(min(pair.0, pair.1)) + "-" + text(max(pair.0, pair.1))
  }

  /// Codes one digit shorter than the rest, where the rest has one length and none of them begins with a zero.
  ///
  /// Five digits (SIC 2007) and FIPS codes of states (two digits, up to 72) lose zeros so. Where codes of several
  /// lengths are meant, as in NAICS, there are more than two lengths, or the shorter ones are beginnings of the longer.
  private static func lostZeros(_ codes: [String]) -> [Repair] {
    let digits = codes.filter { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    let lengths = Set(digits.map(\.utf8.count))
    guard let longest = lengths.max(), longest == 5, lengths == [longest, longest - 1],
      !digits.contains(where: { $0.hasPrefix("0") })
    else { return [] }
    let short = digits.filter { $0.utf8.count == longest - 1 }
    let beginnings = Set(digits.filter { $0.utf8.count == longest }.map { $0.prefix(longest - 1) })
    guard short.count * 2 < digits.count, !short.contains(where: { beginnings.contains($0[...]) }) else {
      return []
    }
    return short.map { Repair(found: $0, mended: "0" + $0) }
  }

  private static func isExponent(_ code: String) -> Bool {
    let parts = code.uppercased().split(separator: "E", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].hasPrefix("+"), Double(code) != nil else { return false }
    return parts[1].count >= 2
  }
}
