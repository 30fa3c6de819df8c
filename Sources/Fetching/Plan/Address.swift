/// An address as it is sent, and as it is printed, recorded and used as a key: without secrets.
public struct Address: Hashable, Sendable {
  /// What is sent.
  package let full: String
  /// What is printed and recorded; a secret is written `KEY`.
  public let printed: String

  /// Makes the address of a request.
  ///
  /// - Parameters:
  ///   - base: The base of the service.
  ///   - request: The request.
  ///   - page: Items of the query that choose a page.
  init(base: String, request: FetchRequest, page: [QueryItem] = []) {
    let items = request.query + page
    func text(secret: Bool) -> String {
      let query = items.map { item in
        Address.encoded(item.name) + "=" + (item.isSecret && !secret ? "KEY" : Address.encoded(item.value))
      }
      let joined = query.joined(separator: "&")
      let separator = request.path.contains("?") ? "&" : "?"
      return base + request.path + (joined.isEmpty ? "" : separator + joined)
    }
    full = text(secret: true)
    printed = text(secret: false)
  }

  /// Makes an address without secrets.
  init(_ text: String) {
    full = text
    printed = text
  }

  /// Writes what may not stand in a query as `%XX`; the rest, commas, colons and stars included, stays readable.
  static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "-._~,:*()!$'/@;".utf8.contains(byte)
      if isPlain {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}

extension FetchPlan {
  /// The addresses that are asked first: one for each request, the first page where there are several.
  ///
  /// - Parameters:
  ///   - service: The service.
  ///   - base: Another base than the service's.
  /// - Returns: The addresses, secrets written `KEY`.
  public func addresses(of service: Service, base: String? = nil) -> [String] {
    requests.map { request in
      Address(base: base ?? service.base, request: request, page: request.paging.items(from: 0)).printed
    }
  }
}

extension Paging {
  /// The items of the query that ask for the page after so many records.
  func items(from start: Int) -> [QueryItem] {
    switch self {
    case .none: []
    case .offset(let offset, let limit, let size, _):
      [QueryItem(offset, String(start)), QueryItem(limit, String(size))]
    }
  }
}

/// The parts of an address of the web that matter here.
struct WebAddress: Hashable, Sendable {
  var scheme: String
  var host: String
  /// Host and port as they are written.
  var authority: String
  /// From the first slash on.
  var rest: String

  /// Reads an address with http or https; nil for anything else.
  init?(_ text: String) {
    guard let colon = text.firstRange(of: "://") else { return nil }
    scheme = text[..<colon.lowerBound].lowercased()
    guard scheme == "https" || scheme == "http" else { return nil }
    let after = text[colon.upperBound...]
    let end = after.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? after.endIndex
    authority = String(after[..<end])
    rest = String(after[end...])
    // Names and passwords in addresses only serve to deceive.
    guard !authority.isEmpty, !authority.contains("@"),
      !text.unicodeScalars.contains(where: { $0.value <= 0x20 })
    else { return nil }
    if authority.hasPrefix("["), let close = authority.firstIndex(of: "]") {
      host = String(authority[...close])
    } else {
      host = authority.split(separator: ":", maxSplits: 1).first.map { $0.lowercased() } ?? ""
    }
    guard !host.isEmpty else { return nil }
  }

  var isLoopback: Bool { host == "localhost" || host == "[::1]" || host.hasPrefix("127.") }

  /// Whether requests may go there: encrypted, or to this machine.
  var isAllowed: Bool { scheme == "https" || isLoopback }

  /// Returns where a redirect leads.
  func resolved(_ location: String) -> WebAddress? {
    if let whole = WebAddress(location) { return whole }
    guard !location.contains("://") else { return nil }
    if location.hasPrefix("//") { return WebAddress(scheme + ":" + location) }
    if location.hasPrefix("/") { return WebAddress("\(scheme)://\(authority)\(location)") }
    let path = rest.prefix { $0 != "?" && $0 != "#" }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    return WebAddress("\(scheme)://\(authority)\(folder)\(location)")
  }

  var text: String { "\(scheme)://\(authority)\(rest)" }
}
