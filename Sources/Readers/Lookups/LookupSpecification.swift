public import Panels

/// Which file translates codes, and how it is to be read: `FILE:from=COLUMN,to=COLUMN,weight=COLUMN`.
public struct LookupSpecification: Hashable, Sendable {
  /// The file: any table that is read elsewhere.
  public var file: String
  /// The sheet of a workbook.
  public var sheet: String?
  /// The column of old codes; found by its name if nil.
  public var from: String?
  /// The column of new codes; found by its name if nil.
  public var to: String?
  /// The column of the names of new codes; none if neither told nor found.
  public var name: String?
  /// The column of weights; found by its name if nil.
  public var weight: String?
  /// What the weights count, in words.
  public var basis: String?
  /// The rows to keep.
  public var conditions: [ColumnFilter] = []
  /// Whether a code without weights is split into equal shares.
  public var splitsEqually = false
  /// Whether weights that do not add to 1 are scaled to it.
  public var renormalizes = false
  /// What becomes of codes that are not listed.
  public var unlisted = UnlistedCodes.refuse

  /// Makes the specification of a file whose columns are found by their names.
  ///
  /// - Parameter file: The file.
  public init(file: String) { self.file = file }

  /// The keys that may follow the file.
  public static let options = [
    "from", "to", "name", "weight", "basis", "where", "split", "renormalize", "other", "sheet",
  ]

  /// Reads `FILE` or `FILE:key=value,key=value`; a comma within a value does not end it unless a key follows.
  ///
  /// - Parameter text: The text.
  /// - Throws: ``LookupError/specification(_:problem:)``.
  public init(_ text: String) throws(LookupError) {
    guard let start = LookupSpecification.start(of: text) else {
      guard !text.isEmpty else { throw .specification(text, problem: "no file is named") }
      self.init(file: text)
      return
    }
    self.init(file: String(text[..<start]))
    guard !file.isEmpty else { throw .specification(text, problem: "no file is named") }
    var pairs: [(key: String, value: String)] = []
    for piece in text[text.index(after: start)...].split(separator: ",", omittingEmptySubsequences: false) {
      let halves = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map(String.init)
      if halves.count == 2, LookupSpecification.options.contains(halves[0]) {
        pairs.append((halves[0], halves[1]))
      } else if pairs.isEmpty || halves.count == 2 {
        let near = NearestNames.of(halves[0], among: LookupSpecification.options)
        throw .specification(text, problem: "there is no option '\(halves[0])'" + PanelError.suggestion(near))
      } else {
        pairs[pairs.count - 1].value += "," + piece
      }
    }
    for (key, value) in pairs { try set(key, value, in: text) }
  }

  /// Sets an option by its key.
  ///
  /// - Parameters:
  ///   - key: One of ``options``.
  ///   - value: Its value.
  ///   - text: What to show in a message.
  /// - Throws: ``LookupError/specification(_:problem:)`` for a value that it cannot have.
  public mutating func set(_ key: String, _ value: String, in text: String) throws(LookupError) {
    guard !value.isEmpty else { throw .specification(text, problem: "'\(key)' has no value") }
    switch key {
    case "from": from = value
    case "to": to = value
    case "name": name = value
    case "weight": weight = value
    case "basis": basis = value
    case "sheet": sheet = value
    case "where":
      guard let equals = value.firstIndex(of: "=") else {
        throw .specification(text, problem: "'where' needs COLUMN=VALUE, not '\(value)'")
      }
      let column = String(value[..<equals])
      conditions.append(ColumnFilter(column: column, value: String(value[value.index(after: equals)...])))
    case "split":
      guard value == "equal" else {
        throw .specification(text, problem: "'split' is '\(value)'; it can be equal")
      }
      splitsEqually = true
    case "renormalize":
      guard value == "true" || value == "false" else {
        throw .specification(text, problem: "'renormalize' is '\(value)'; it can be true or false")
      }
      renormalizes = value == "true"
    case "other":
      guard let policy = UnlistedCodes(rawValue: value) else {
        throw .specification(text, problem: "'other' is '\(value)'; it can be refuse, drop or keep")
      }
      unlisted = policy
    default: throw .specification(text, problem: "there is no option '\(key)'")
    }
  }

  /// The specification as it would be typed.
  public var text: String {
    var parts: [String] = []
    for (key, value) in [("from", from), ("to", to), ("name", name), ("weight", weight), ("basis", basis)] {
      if let value { parts.append("\(key)=\(value)") }
    }
    parts += conditions.map { "where=\($0.column)=\($0.value)" }
    if splitsEqually { parts.append("split=equal") }
    if renormalizes { parts.append("renormalize=true") }
    if unlisted != .refuse { parts.append("other=\(unlisted.rawValue)") }
    if let sheet { parts.append("sheet=\(sheet)") }
    return parts.isEmpty ? file : file + ":" + parts.joined(separator: ",")
  }

  /// The colon after which options begin: the last one that a `key=` follows without a further path.
  private static func start(of text: String) -> String.Index? {
    text.indices.first { index in
      guard text[index] == ":" else { return false }
      let rest = text[text.index(after: index)...]
      guard let equals = rest.firstIndex(of: "=") else { return false }
      return rest[..<equals].allSatisfy { $0.isLetter }
    }
  }
}
