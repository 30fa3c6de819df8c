/// Which proxy a request goes through.
package enum ProxyChoice {
  /// A proxy.
  package struct Server: Hashable, Sendable {
    /// The name of the machine.
    package var host: String
    /// The port.
    package var port: Int
  }

  /// Reads `HTTPS_PROXY` (for https) or `http_proxy` (for http), and `NO_PROXY`; lower case comes first.
  package static func proxy(
    for scheme: String,
    host: String,
    environment: [String: String]
  ) throws(FetchError) -> Server? {
    func variable(_ name: String) -> String? {
      let text = environment[name.lowercased()] ?? environment[name]
      return text?.isEmpty == true ? nil : text
    }
    // HTTP_PROXY in upper case can be set by a request to a web server; only the lower case counts.
    let name = scheme == "https" ? "HTTPS_PROXY" : "http_proxy"
    guard let text = variable(name) ?? variable("ALL_PROXY") else { return nil }
    if WebAddress("http://" + host)?.isLoopback == true { return nil }
    for exception in (variable("NO_PROXY") ?? "").split(separator: ",") {
      let name = exception.split(separator: " ").joined().lowercased()
      let domain = name.hasPrefix(".") ? name : "." + name
      if name == "*" || ("." + host).hasSuffix(domain) { return nil }
    }
    let whole = text.contains("://") ? text : "http://" + text
    guard let address = WebAddress(whole), address.scheme == "http" else {
      throw .setting(name, value: text, needed: "a proxy such as http://proxy.example.org:3128")
    }
    let port = address.authority.dropFirst(address.host.count + 1)
    guard let number = port.isEmpty ? 80 : Int(port), (1...65_535).contains(number) else {
      throw .setting(name, value: text, needed: "a port from 1 to 65535")
    }
    return Server(host: address.host, port: number)
  }
}
