import Panels

/// What the text of a status column, or of the flags after a number, says.
struct StatusText: Equatable, Sendable {
  /// The status.
  var status: CellStatus
  /// Bounds that the source declares with it, such as a class of sizes.
  var bounds: Bounds?

  init(_ status: CellStatus, _ bounds: Bounds? = nil) {
    self.status = status
    self.bounds = bounds
  }

  /// Reads the text of a status column.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - profile: Whose text it is.
  ///   - markers: The marks of the caller and the profile, tried last.
  /// - Returns: What it says, or nil if the profile does not know it.
  static func read(_ text: String, profile: ProfileName, markers: MarkerTable) -> StatusText? {
    if text.isEmpty { return StatusText(.observed) }
    switch profile {
    case .tidy: if let status = word(text) { return StatusText(status) }
    case .nomisAPI, .nomisDownload: if let status = nomis(text) { return StatusText(status) }
    case .eurostat: if let status = letters(text, eurostatFlags) ?? sdmx(text) { return StatusText(status) }
    case .sdmx: if let status = codeList(text) ?? word(text) { return StatusText(status) }
    case .us: if let status = us(text) { return status }
    case .gss, .onsWide: if let status = word(text) { return StatusText(status) }
    }
    let told = markers.flags.first { $0.text == text }?.meaning ?? markers.meaning(of: text)
    if case .status(let status)? = told { return StatusText(status) }
    return nil
  }

  private static func word(_ text: String) -> CellStatus? {
    let lowered = text.lowercased()
    return CellStatus.allCases.first { $0.word == lowered }
  }

  /// The codes and sentences of Nomis: `A`, "Normal Value", "These figures are missing.", "… suppressed …".
  private static func nomis(_ text: String) -> CellStatus? {
    if text.utf8.count <= 2 { return sdmx(text) }
    let lowered = text.lowercased()
    let rules: [(String, CellStatus)] = [
      ("normal", .observed), ("suppress", .suppressed), ("disclos", .suppressed), ("confiden", .suppressed),
      ("unreliab", .unreliable), ("less reliable", .unreliable), ("sample", .unreliable),
      ("not applicable", .notApplicable), ("missing", .notAvailable), ("not available", .notAvailable),
      ("unavailable", .notAvailable), ("provisional", .provisional), ("estimate", .estimated),
      ("break", .breakInSeries),
    ]
    return rules.first { lowered.contains($0.0) }?.1
  }

  /// The code list CL_OBS_STATUS of SDMX.
  private static func sdmx(_ text: String) -> CellStatus? {
    switch text {
    case "A", "D", "G", "R", "V": .observed
    case "B": .breakInSeries
    case "E", "F", "I": .estimated
    case "P": .provisional
    case "Q": .suppressed
    case "N", "U": .unreliable
    case "M", "O", "L", "H", "S": .notAvailable
    default: nil
    }
  }

  /// The code list CL_OBS_STATUS 2.2 of SDMX, as it stands; the first part of `code: label`.
  ///
  /// Q is suppressed, M cannot exist, H, L and O are missing. What says of a number that it covers other things (J, K, W)
  /// or was made otherwise (D, G, V) leaves it observed; a missing one stays not available.
  private static func codeList(_ text: String) -> CellStatus? {
    switch text.prefix(while: { $0 != ":" }) {
    case "A", "D", "G", "J", "K", "R", "V", "W": .observed
    case "B": .breakInSeries
    case "E", "F", "I": .estimated
    case "P": .provisional
    case "Q": .suppressed
    case "N", "S", "U": .unreliable
    case "M": .notApplicable
    case "H", "L", "O": .notAvailable
    default: nil
    }
  }

  /// The code list CL_CONF_STATUS of SDMX: F is free; N, C, D and S are withheld; nil for
  /// any other text.
  static func isWithheld(_ text: String) -> Bool? {
    switch text.prefix(while: { $0 != ":" }) {
    case "", "F": false
    case "N", "C", "D", "S": true
    default: nil
    }
  }

  /// The flags of Eurostat, which may stand together, as in `bp`.
  static let eurostatFlags: [MarkerTable.Entry] = [
    .init("b", .status(.breakInSeries)), .init("c", .status(.suppressed)), .init("d", .status(.observed)),
    .init("e", .status(.estimated)), .init("f", .status(.estimated)), .init("i", .status(.estimated)),
    .init("n", .status(.unreliable)), .init("p", .status(.provisional)), .init("r", .status(.observed)),
    .init("s", .status(.estimated)), .init("u", .status(.unreliable)), .init("z", .status(.notApplicable)),
    .init("o", .status(.notAvailable)), .init("m", .status(.notAvailable)),
  ]

  /// Reads letters that stand together; the weakest status wins.
  private static func letters(_ text: String, _ flags: [MarkerTable.Entry]) -> CellStatus? {
    var worst: CellStatus?
    for letter in text where letter != " " && letter != "," {
      guard case .status(let status)? = flags.first(where: { $0.text == String(letter) })?.meaning else {
        return nil
      }
      worst = worst.map { $0.weakness >= status.weakness ? $0 : status } ?? status
    }
    return worst
  }

  /// The classes of sizes that County Business Patterns gives in place of withheld employment, and other US codes.
  private static func us(_ text: String) -> StatusText? {
    let classes: [(String, Double, Double)] = [
      ("A", 0, 19), ("B", 20, 99), ("C", 100, 249), ("E", 250, 499), ("F", 500, 999), ("G", 1_000, 2_499),
      ("H", 2_500, 4_999), ("I", 5_000, 9_999), ("J", 10_000, 24_999), ("K", 25_000, 49_999),
      ("L", 50_000, 99_999),
      ("M", 100_000, .infinity),
    ]
    if let found = classes.first(where: { $0.0 == text.uppercased() }) {
      return StatusText(.suppressed, Bounds(found.1, found.2))
    }
    switch text.uppercased() {
    case "D", "(D)", "(ND)": return StatusText(.suppressed)
    case "S", "(S)": return StatusText(.unreliable)
    case "N", "-", "(NA)": return text == "-" ? StatusText(.observed) : StatusText(.notAvailable)
    case "X", "(X)": return StatusText(.notApplicable)
    case "P": return StatusText(.provisional)
    case "R": return StatusText(.observed)
    default: return nil
    }
  }
}
