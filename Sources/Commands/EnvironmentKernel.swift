#if canImport(Glibc)
import Glibc
#endif

/// The variables of the process.
enum Environment {
  /// Returns those of some variables that are set, and not empty.
  ///
  /// - Parameter names: The names.
  /// - Returns: The values by name.
  static func values(of names: [String]) -> [String: String] {
    var values: [String: String] = [:]
    for name in names {
      if let text = getenv(name), text.pointee != 0 { values[name] = String(cString: text) }
    }
    return values
  }

  /// The variables that say where the network is, and where things are kept.
  static let namesForNetwork = [
    "HTTPS_PROXY", "https_proxy", "http_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy",
    "SSL_CERT_FILE",
    "XDG_CACHE_HOME", "HOME",
  ]
}
