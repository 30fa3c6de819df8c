/// The UK Standard Industrial Classification of 2007, as the program carries it.
///
/// The texts are in the files beside this one, written by `Scripts/generate-classifications`; they are read once, when the
/// classification is first asked for.
enum SIC2007 {
  static let name = "SIC 2007"
  static let levels = ["section", "division", "group", "class", "subclass"]

  /// The classification, or what is wrong with its text.
  static let classification = Result { () throws(PanelError) in
    try Classification(name: name, entries: entries, isComplete: true)
  }

  /// Codes of SIC 2003, ascending, that SIC 2007 does not have.
  static let retired: [RetiredCode] = retiredCodes.split { $0 == " " || $0 == "\n" }
    .compactMap { text in
      let parts = text.split(separator: ":")
      guard parts.count == 2 else { return nil }
      return RetiredCode(
        code: String(parts[0]),
        previous: "SIC 2003",
        successors: parts[1].split(separator: ",").map(String.init)
      )
    }

  private static var entries: [Classification.Entry] {
    var section: String?
    return parts.flatMap { $0.split(separator: "\n") }
      .compactMap { line in
        guard let space = line.firstIndex(of: " ") else { return nil }
        let code = String(line[..<space])
        let depth = depth(of: code)
        if depth == 0 { section = code }
        return Classification.Entry(
          level: levels[depth],
          code: code,
          title: String(line[line.index(after: space)...]),
          parent: depth == 0 ? nil : depth == 1 ? section : parent(of: code, depth: depth)
        )
      }
  }

  /// `A`, `01`, `01.1`, `01.11`, `01.62/1`.
  private static func depth(of code: String) -> Int {
    switch code.utf8.count {
    case 1: 0
    case 2: 1
    case 4: 2
    case 5: 3
    default: 4
    }
  }

  private static func parent(of code: String, depth: Int) -> String {
    String(code.prefix(depth == 2 ? 2 : depth == 3 ? 4 : 5))
  }
}

/// A code that a revision of a classification did away with.
public struct RetiredCode: Hashable, Sendable {
  /// The code.
  public let code: String
  /// The classification that had it.
  public let previous: String
  /// Up to three codes that came in its place.
  public let successors: [String]
}

extension Classification {
  /// The names of the classifications that the program carries.
  public static var builtInNames: [String] { [SIC2007.name] }

  /// The words that the licence of a classification that the program carries asks for; nil for any other.
  public var attribution: String? {
    guard name == SIC2007.name, isComplete else { return nil }
    return "SIC 2007: Office for National Statistics, licensed under the Open Government Licence v3.0"
  }

  /// Returns a classification that the program carries.
  ///
  /// - Parameter name: Its name with its date: `SIC 2007`.
  /// - Throws: ``PanelError/unknownCode(_:nearest:)`` with near names.
  /// - Returns: The classification, with sections, divisions, groups, classes and subclasses.
  public static func builtIn(_ name: String) throws(PanelError) -> Classification {
    guard CodeMatching.matches(name, SIC2007.name) else {
      throw PanelError.unknownCode(name, nearest: NearestNames.of(name, among: builtInNames))
    }
    return try SIC2007.classification.get()
  }

  /// Returns what became of a code of an earlier classification.
  ///
  /// Four digits and fewer stand for all codes that begin so.
  ///
  /// - Parameter code: A code of a table.
  /// - Returns: What came in its place, or nil if it is of this classification or never was of the earlier one.
  public func retired(_ code: String) -> RetiredCode? {
    guard name == SIC2007.name, isComplete, !knows(code), let digits = IndustryCode(code).digits,
      (2...5).contains(digits.count)
    else { return nil }
    let found = SIC2007.retired.filter { $0.code.hasPrefix(digits) }
    guard let first = found.first else { return nil }
    let successors = Set(found.flatMap(\.successors)).sorted().prefix(3)
    return RetiredCode(code: code, previous: first.previous, successors: Array(successors))
  }

  /// Returns up to three codes that are near to one that the classification does not have.
  public func nearest(to code: String) -> [String] {
    guard code.count > 1 else { return [] }
    let codes = entries.map(\.code)
    let near = NearestNames.of(code, among: codes)
    guard near.isEmpty, let digits = IndustryCode(code).digits else { return near }
    var beginning = digits
    while beginning.count > 2 {
      beginning.removeLast()
      if let entry = self[beginning] { return [entry.code] }
    }
    return []
  }
}
