import Panels

extension FetchError: CustomStringConvertible {
  /// What was given, where, what is needed, and what to do.
  public var description: String {
    switch self {
    case .unknownSource(let name, let known):
      "There is no source '\(name)'\(PanelError.ending(NearestNames.of(name, among: known))) "
        + "See: hinterland fetch --list"
    case .unknownParameter(let name, let source, let known):
      "\(source) has no parameter --\(name)\(PanelError.ending(NearestNames.of(name, among: known).map { "--" + $0 })) "
        + "It has " + FetchError.list(known.map { "--" + $0 }) + "."
    case .unknownValue(let value, let parameter, let source, let needed, let nearest):
      "--\(parameter) of \(source) does not take '\(value)'; it takes \(needed)\(PanelError.ending(nearest))"
    case .missingParameter(let name, let source, let needed):
      "\(source) needs --\(name): \(needed)."
    case .severalValues(let parameter, let source, let values):
      "--\(parameter) of \(source) takes one value, not \(values.count) (\(values.joined(separator: ", "))). "
        + "Fetch them one by one."
    case .unusable(let parameter, let value, let reason):
      "--\(parameter) \(value) cannot be answered: \(reason)."
    case .address(let text, let reason):
      "'\(text)' is not an address that requests are sent to: \(reason)."
    case .setting(let name, let value, let needed):
      "\(name) is \(value); it must be \(needed)."
    default: transportText ?? contentText
    }
  }

  private var transportText: String? {
    switch self {
    case .unreachable(let address, let reason, let tries):
      "\(FetchError.brief(address)) was not reached: \(reason)\(FetchError.after(tries)). See whether this machine reaches the network, "
        + "and its proxy (HTTPS_PROXY)."
    case .status(let address, let status, let says, let tries):
      "\(FetchError.brief(address)) was answered with status \(status)\(FetchError.after(tries))"
        + (says.isEmpty ? "" : ": '\(says)'") + ". " + FetchError.advice(status)
    case .silent(let address, let seconds, let received, let tries):
      "\(FetchError.brief(address)) sent nothing for \(FetchError.number(seconds)) s after \(received) bytes\(FetchError.after(tries)). "
        + "Try later, or wait longer with --timeout."
    case .tooSlow(let address, let seconds, let received):
      "\(FetchError.brief(address)) was not complete after \(FetchError.number(seconds)) s, when \(received) bytes had come. "
        + "Ask for fewer years or areas."
    case .truncated(let address, let received, let expected, let tries):
      "The answer of \(FetchError.brief(address)) ended after \(received) bytes"
        + (expected.map { ", \($0) were announced" } ?? " and before its end") + FetchError.after(tries)
        + ". Nothing of it was kept; try later."
    case .tooLong(let address, let limit):
      "The answer of \(FetchError.brief(address)) has more than \(limit) bytes, the most that is taken of this service. "
        + "Ask for fewer years or areas."
    case .redirected(let address, let target, let allowed):
      "\(FetchError.brief(address)) redirects to \(target), which is not of this service (\(FetchError.list(allowed))). It was not followed."
    case .tooManyRedirects(let address, let limit):
      "\(FetchError.brief(address)) redirects more than \(limit) times. It was not followed further."
    case .notCached(let address, let folder):
      "\(FetchError.brief(address)) is not in the cache \(folder), and --offline asks no one else. Fetch it once without --offline."
    default: nil
    }
  }

  private var contentText: String {
    switch self {
    case .otherContent(let address, let found, let needed, let begins):
      "\(FetchError.brief(address)) was answered with \(found), \(needed) is needed. It begins: '\(begins)'"
    case .changedHeader(let address, let missing, let new, let found):
      "The table of \(FetchError.brief(address)) has no column \(FetchError.list(missing))"
        + (new.isEmpty ? "" : "; new is \(FetchError.list(new))")
        + ". The publisher has changed it, and nothing was kept. Its columns are \(found.joined(separator: ", "))."
    case .unequalHeaders(let address, let first, let found):
      FetchError.difference(FetchError.brief(address), first, found)
    case .unevenRow(let address, let row, let found, let expected):
      "Row \(row) of \(FetchError.brief(address)) has \(found) cells, the header has \(expected): the table was cut or is damaged. "
        + "Nothing was kept; try later."
    case .notANumber(let address, let row, let column, let text, let others):
      "Row \(row), column \(column) of \(FetchError.brief(address)) holds '\(text)', a number is needed"
        + (others > 0 ? "; so do \(others) further rows" : "") + ". Nothing was kept."
    case .missingCodes(let codes, let parameter, let found, let nearest):
      FetchError.missing(codes, parameter, found, nearest)
    case .recordCount(let address, let promised, let received):
      "\(FetchError.brief(address)): the service said \(promised) records, and now it is \(received). The table changed meanwhile, or "
        + "was cut; fetch it again with --refresh."
    case .noRecords(let address):
      "\(FetchError.brief(address)) was answered with no record. Choose other years, areas or industries."
    case .unreadable(let address, let reason):
      "The answer of \(FetchError.brief(address)) cannot be read: \(reason)."
    case .tooManyPages(let address, let limit):
      "\(FetchError.brief(address)) would be page \(limit + 1); no more than \(limit) are asked for. Ask for fewer years or areas."
    default: shortText
    }
  }

  /// What happened, in a few words, for the notice before another try.
  var shortText: String {
    switch self {
    case .status(_, let status, _, _): "Status \(status)"
    case .unreachable(_, let reason, _): "Not reached: \(reason)"
    case .silent(_, let seconds, let received, _):
      "Silent for \(FetchError.number(seconds)) s after \(received) bytes"
    case .truncated(_, let received, let expected, _):
      "Cut after \(received)" + (expected.map { " of \($0)" } ?? "") + " bytes"
    default: "The answer cannot be used"
    }
  }

  /// The same fault with the number of tries.
  func after(tries: Int) -> FetchError {
    switch self {
    case .unreachable(let address, let reason, _):
      .unreachable(address: address, reason: reason, tries: tries)
    case .silent(let address, let seconds, let received, _):
      .silent(address: address, seconds: seconds, received: received, tries: tries)
    case .truncated(let address, let received, let expected, _):
      .truncated(address: address, received: received, expected: expected, tries: tries)
    default: self
    }
  }

  /// Whether the words of the command are wrong, rather than what came.
  public var isUsage: Bool {
    switch self {
    case .unknownSource, .unknownParameter, .unknownValue, .missingParameter, .severalValues, .unusable,
      .address,
      .setting:
      true
    default: false
    }
  }

  /// An address without a long query: what was asked is printed by --dry-run.
  private static func brief(_ address: String) -> String {
    guard address.count > 110, let mark = address.firstIndex(of: "?") else { return address }
    return address[...mark] + "..."
  }

  private static func after(_ tries: Int) -> String { tries > 1 ? " after \(tries) tries" : "" }

  private static func number(_ seconds: Double) -> String { NumberText.shortest(seconds) }

  private static func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func advice(_ status: Int) -> String {
    switch status {
    case 429: "The service takes no more requests for now; try later, or ask for less."
    case 500...: "The service has a fault; try later."
    case 401, 403: "The service does not let this request in; see whether it needs a key."
    case 404, 410: "The publisher may have moved the table."
    default: "The service does not understand the request; the publisher may have changed it."
    }
  }

  private static func difference(_ address: String, _ first: [String], _ found: [String]) -> String {
    let gone = first.filter { !found.contains($0) }
    let new = found.filter { !first.contains($0) }
    var parts: [String] = []
    if !gone.isEmpty { parts.append("it lacks \(list(gone))") }
    if !new.isEmpty { parts.append("it has \(list(new)) instead") }
    if parts.isEmpty { parts.append("its columns stand in another order") }
    return "The columns of \(address) are not those of the first page: \(parts.joined(separator: ", ")). "
      + "Nothing was kept; fetch it again with --refresh."
  }

  private static func missing(_ codes: [String], _ parameter: String, _ found: Int, _ nearest: [[String]])
    -> String
  {
    let named = zip(codes, nearest)
      .map { code, near in
        code + (near.isEmpty ? "" : " (near it: \(near.joined(separator: ", ")))")
      }
    return "\(codes.count) of \(codes.count + found) codes asked for by --\(parameter) did not come: "
      + "\(list(named)). A code ends when a boundary or classification changes; ask for the codes of the years "
      + "you need, or for a whole level."
  }
}
