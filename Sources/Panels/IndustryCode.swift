/// What the code of an industry says about its place in a hierarchy.
///
/// Statistical agencies put ranges of divisions into their codes (`C (10-33)`, `CL (29-30)`, `49-51`, `68IMP`), and
/// classifications nest by prefix (`30`, `303`, `30300`; `26.1`, `26.11`).
public struct IndustryCode: Hashable, Sendable {
  /// The divisions that the code spans, if it names a range of two-digit divisions.
  public let divisions: ClosedRange<Int>?
  /// The digits of a plain numeric code, dots left out.
  public let digits: String?
  /// Whether the code stands for everything.
  public let isTotal: Bool

  /// Reads a code.
  public init(_ code: String) {
    let lowered = code.lowercased()
    isTotal = ["total", "all", "all industries", "all sectors", "tot", "_t", "00"].contains(lowered)
    divisions = isTotal ? nil : IndustryCode.range(in: code)
    let stripped = code.filter { $0 != "." && $0 != "/" }
    digits = !stripped.isEmpty && stripped.allSatisfy { $0.isASCII && $0.isNumber } ? stripped : nil
  }

  /// Returns whether this code stands for a part of what another stands for.
  public func isPart(of other: IndustryCode) -> Bool {
    if other.isTotal { return !isTotal }
    if let digits, let whole = other.digits, digits.count > 2 || whole.count > 2 {
      return digits.count > whole.count && digits.hasPrefix(whole)
    }
    guard let divisions, let whole = other.divisions, divisions != whole else { return false }
    return whole.lowerBound <= divisions.lowerBound && divisions.upperBound <= whole.upperBound
  }

  /// Checks that of some industries none is part of another, by their parents and by their codes.
  ///
  /// - Parameter industries: The industries that are to be added.
  /// - Throws: ``PanelError/mixedLevels(_:_:)`` with the part and the whole.
  public static func requireDisjoint(_ industries: [Industry]) throws(PanelError) {
    let codes = Set(industries.map { CodeMatching.key($0.code) })
    for industry in industries {
      if let parent = industry.parent, codes.contains(CodeMatching.key(parent)) {
        throw PanelError.mixedLevels(industry.code, parent)
      }
    }
    let read = industries.map { IndustryCode($0.code) }
    let wholes = read.indices.filter {
      read[$0].isTotal || (read[$0].divisions.map { $0.count > 1 } ?? false)
    }
    for whole in wholes {
      for part in read.indices where part != whole && read[part].isPart(of: read[whole]) {
        throw PanelError.mixedLevels(industries[part].code, industries[whole].code)
      }
    }
    let byDigits = read.indices.filter { read[$0].digits != nil }
      .sorted { (read[$0].digits ?? "") < (read[$1].digits ?? "") }
    for (whole, part) in zip(byDigits, byDigits.dropFirst()) where read[part].isPart(of: read[whole]) {
      throw PanelError.mixedLevels(industries[part].code, industries[whole].code)
    }
  }

  /// Reads the range of divisions in `C (10-33)`, `10-33`, `26` or `CI (26)`.
  private static func range(in code: String) -> ClosedRange<Int>? {
    var inner = Substring(code)
    if let open = code.firstIndex(of: "("), let close = code.lastIndex(of: ")"), open < close {
      inner = code[code.index(after: open)..<close]
    }
    let parts = inner.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return nil }
    let numbers = parts.compactMap { $0.count <= 2 ? Int($0) : nil }
    guard numbers.count == parts.count, let first = numbers.first, let last = numbers.last, first <= last
    else {
      return nil
    }
    return first...last
  }
}
