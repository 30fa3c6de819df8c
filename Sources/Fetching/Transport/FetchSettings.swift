/// How requests are made: patience, tries, cache.
public struct FetchSettings: Sendable {
  /// How often a request is sent at most, if what keeps it from being answered may pass.
  public var tries = 5
  /// How long to wait for the first byte of an answer, in seconds.
  public var firstByteSeconds = 120.0
  /// How long to wait for a further byte, in seconds.
  public var silenceSeconds = 30.0
  /// How long one answer may take in all, in seconds.
  public var totalSeconds = 1_800.0
  /// How long to wait before the second try, in seconds; twice as long before each further one.
  public var firstDelay = 1.0
  /// How long to wait at most before a try, in seconds; a service that asks for more is not asked again.
  public var longestDelay = 300.0
  /// Another base for addresses than the service's, such as a mirror.
  public var base: String?
  /// The folder of pages that were fetched.
  public var cacheFolder: String
  /// Whether only the cache may answer.
  public var isOffline = false
  /// Whether pages that were fetched today are asked for again.
  public var refreshes = false
  /// The day of retrieval, as 2026-11-27.
  public var today: String
  /// What the program calls itself to services.
  public var program: String
  /// The proxy for https, as host and port, and the file of trusted certificates, from the environment.
  public var environment: [String: String]
  /// What is said meanwhile.
  public var notify: @Sendable (String) -> Void = { _ in }
  /// Waits so many seconds; tests only note them.
  package var wait: @Sendable (Double) async throws -> Void = { seconds in
    try await Task.sleep(for: .seconds(seconds))
  }

  /// Makes settings with the standard patience.
  ///
  /// - Parameters:
  ///   - cacheFolder: The folder of pages that were fetched.
  ///   - today: The day of retrieval, as 2026-11-27.
  ///   - program: What the program calls itself to services.
  ///   - environment: The variables of the process: `HTTPS_PROXY`, `NO_PROXY`, `SSL_CERT_FILE`.
  public init(cacheFolder: String, today: String, program: String, environment: [String: String] = [:]) {
    self.cacheFolder = cacheFolder
    self.today = today
    self.program = program
    self.environment = environment
  }

  /// Checks what is out of range.
  func check() throws(FetchError) {
    guard (1...20).contains(tries) else { throw .setting("tries", value: "\(tries)", needed: "1 to 20") }
    for seconds in [firstByteSeconds, silenceSeconds, totalSeconds] where !(seconds > 0 && seconds <= 86_400)
    {
      throw .setting("timeout", value: "\(seconds)", needed: "more than 0 and at most 86,400 seconds")
    }
    guard let base else { return }
    guard let address = WebAddress(base) else {
      throw .address(base, reason: "it is no address such as https://mirror.example.org/api")
    }
    guard address.isAllowed else {
      throw .address(
        base,
        reason: "plain http is taken to this machine only (http://127.0.0.1:PORT); use https"
      )
    }
  }

  /// How long to wait before a try, without being told: doubled each time, with a jitter of the address.
  ///
  /// The jitter, half to whole, is drawn from the digest of the address and the number of the try: several machines with
  /// several requests do not come back at once, and the same request waits the same each time.
  func delay(beforeTry number: Int, of address: String, digest: (String) -> UInt32) -> Double {
    let doubled = firstDelay * Double(1 << min(number - 2, 16))
    let share = Double(digest("\(address)#\(number)")) / 4_294_967_296
    return min(longestDelay, doubled) * (0.5 + 0.5 * share)
  }
}
