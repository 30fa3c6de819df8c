import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Readers

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The only door to the network: sends one request, and takes what comes of it within its limits.
struct HTTPTransport: Sendable {
  /// How many redirects are followed.
  static let redirectLimit = 5

  let client: HTTPClient
  let settings: FetchSettings

  /// Opens the door; ``close()`` must be called.
  init(_ settings: FetchSettings, scheme: String, host: String) throws(FetchError) {
    self.settings = settings
    var configuration = HTTPClient.Configuration(certificateVerification: .fullVerification)
    configuration.redirectConfiguration = .disallow
    configuration.httpVersion = .http1Only
    configuration.timeout = .init(connect: .seconds(max(1, Int64(min(30, settings.firstByteSeconds)))))
    // A broken connection is an attempt that failed: how often it is tried again is decided in one place.
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.decompression = .disabled
    if let path = settings.environment["SSL_CERT_FILE"], !path.isEmpty {
      guard FileSystem.kind(of: path) == .file else {
        throw .setting("SSL_CERT_FILE", value: "'\(path)'", needed: "a file of certificates (PEM)")
      }
      configuration.tlsConfiguration?.trustRoots = .file(path)
    }
    if let proxy = try ProxyChoice.proxy(for: scheme, host: host, environment: settings.environment) {
      configuration.proxy = .server(host: proxy.host, port: proxy.port)
    }
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }

  /// Closes all connections.
  func close() async {
    // A connection that cannot be closed any more is closed.
    try? await client.shutdown()
  }

  /// Sends one request, follows redirects within the hosts allowed, and takes the body up to the limit of bytes.
  ///
  /// - Parameters:
  ///   - address: The address.
  ///   - headers: Headers besides those of every request.
  ///   - hosts: The hosts to which a redirect may lead.
  ///   - limit: The most bytes.
  /// - Throws: ``FetchError`` for what another try cannot mend.
  /// - Returns: The answer, or why there is none, with what came of it.
  func send(
    _ address: Address,
    headers: [(name: String, value: String)],
    hosts: [String],
    limit: Int
  ) async throws -> Attempt {
    let watch = Watch(settings)
    do {
      return try await withThrowingTaskGroup(of: Attempt.self) { group in
        group.addTask {
          try await follow(address, headers: headers, hosts: hosts, limit: limit, watch: watch)
        }
        group.addTask {
          let expiry = try await watch.run()
          return .broken(overdue(expiry, address: address, watch: watch), watch.head, watch.takeBody())
        }
        defer { group.cancelAll() }
        guard let first = try await group.next() else { throw CancellationError() }
        return first
      }
    } catch let error as FetchError {
      throw error
    } catch {
      try Task.checkCancellation()
      let received = watch.count
      let expected = watch.head?["content-length"].flatMap { Int($0) }
      let fault: FetchError =
        watch.head == nil
        ? .unreachable(address: address.printed, reason: HTTPTransport.reason(error), tries: 1)
        : .truncated(address: address.printed, received: received, expected: expected, tries: 1)
      return .broken(fault, watch.head, watch.takeBody())
    }
  }

  private func overdue(_ expiry: Watch.Expiry, address: Address, watch: Watch) -> FetchError {
    switch expiry {
    case .total:
      .tooSlow(address: address.printed, seconds: settings.totalSeconds, received: watch.count)
    case .silence:
      .silent(
        address: address.printed,
        seconds: watch.head == nil ? settings.firstByteSeconds : settings.silenceSeconds,
        received: watch.count,
        tries: 1
      )
    }
  }

  private func follow(
    _ address: Address,
    headers: [(name: String, value: String)],
    hosts: [String],
    limit: Int,
    watch: Watch
  ) async throws -> Attempt {
    guard var place = WebAddress(address.full), place.isAllowed else {
      throw FetchError.address(address.printed, reason: "it is neither https nor on this machine")
    }
    for _ in 0...HTTPTransport.redirectLimit {
      var request = HTTPClientRequest(url: place.text)
      request.headers.add(name: "User-Agent", value: settings.program)
      request.headers.add(name: "Accept-Encoding", value: "gzip")
      for header in headers { request.headers.replaceOrAdd(name: header.name, value: header.value) }
      let response = try await client.execute(request, deadline: .distantFuture)
      let head = AnswerHead(
        status: Int(response.status.code),
        headers: response.headers.map { ($0.name, $0.value) }
      )
      guard [301, 302, 303, 307, 308].contains(head.status), let location = head["location"] else {
        return try await take(response, head, address: address, limit: limit, watch: watch)
      }
      guard let target = place.resolved(location), target.isAllowed, hosts.contains(target.host) else {
        throw FetchError.redirected(
          address: address.printed,
          to: WebAddress(location)?.authority ?? location,
          allowed: hosts
        )
      }
      place = target
    }
    throw FetchError.tooManyRedirects(address: address.printed, limit: HTTPTransport.redirectLimit)
  }

  private func take(
    _ response: HTTPClientResponse,
    _ head: AnswerHead,
    address: Address,
    limit: Int,
    watch: Watch
  ) async throws -> Attempt {
    watch.note(head)
    for try await piece in response.body {
      guard watch.note(Array(piece.readableBytesView)) <= limit else {
        throw FetchError.tooLong(address: address.printed, limit: limit)
      }
    }
    if let expected = head["content-length"].flatMap({ Int($0) }), expected != watch.count {
      let fault = FetchError.truncated(
        address: address.printed,
        received: watch.count,
        expected: expected,
        tries: 1
      )
      return .broken(fault, head, watch.takeBody())
    }
    return .answer(head, watch.takeBody())
  }

  /// Why there was no answer, in words.
  private static func reason(_ error: any Error) -> String {
    if let error = error as? HTTPClientError {
      switch error {
      case .connectTimeout: return "no connection within the time"
      case .remoteConnectionClosed: return "the connection was closed before an answer"
      case .tlsHandshakeTimeout: return "no encryption was agreed within the time"
      case .proxyAuthenticationRequired: return "the proxy asks for a name and password"
      case .invalidProxyResponse: return "the proxy does not let it through"
      default: return "\(error)"
      }
    }
    switch error {
    case let error as IOError: return words(error)
    case let error as NIOConnectionError:
      if let first = error.connectionErrors.first {
        return (first.error as? IOError).map(words) ?? "\(first.error)"
      }
      return "no address is known for \(error.host)"
    case is NIOSSLError: return encryption("\(error)")
    default: return "\(error)"
    }
  }

  /// Why no encryption was agreed; the library's own text names its source files.
  private static func encryption(_ text: String) -> String {
    if text.contains("CERTIFICATE_VERIFY_FAILED") {
      return
        "its certificate is of no authority that this machine trusts (SSL_CERT_FILE names a file of others)"
    }
    let cause = text.split(separator: " at ").first?.split(separator: ":").last.map(String.init) ?? text
    return "no encryption was agreed (\(cause))"
  }

  /// What the operating system said, without the call that it said it of.
  private static func words(_ error: IOError) -> String {
    switch error.errnoCode {
    case ECONNREFUSED: "the connection was refused"
    case ECONNRESET: "the connection was reset"
    case EHOSTUNREACH, ENETUNREACH: "there is no way to that network"
    case ETIMEDOUT: "no connection within the time"
    default: error.description
    }
  }
}
