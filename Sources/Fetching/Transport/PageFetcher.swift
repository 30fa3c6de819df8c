import Readers

/// Fetches single pages: from the cache, or from the service with patience.
struct PageFetcher: Sendable {
  /// Statuses of what may pass.
  static let passing = [408, 429, 500, 502, 503, 504]

  let transport: HTTPTransport
  let cache: PageCache
  let service: Service
  let settings: FetchSettings

  /// Returns a page.
  ///
  /// - Parameters:
  ///   - address: The address.
  ///   - accept: The kind of answer that is asked for.
  ///   - isFirst: Whether no request was sent before it.
  ///   - check: What the page must pass before it is kept; a page that fails is not kept.
  /// - Returns: The page and whether it came over the network.
  /// - Throws: ``FetchError``, what the check throws, or `CancellationError`.
  func page(
    _ address: Address,
    accept: String?,
    isFirst: Bool,
    check: (PageCache.Page) throws -> Void
  ) async throws -> (page: PageCache.Page, wasSent: Bool) {
    if settings.isOffline || !settings.refreshes,
      let page = cache.page(address, notify: settings.notify),
      settings.isOffline || page.retrieved == settings.today
    {
      try check(page)
      return (page, false)
    }
    guard !settings.isOffline else {
      throw FetchError.notCached(address: address.printed, folder: cache.folder)
    }
    if !isFirst, service.secondsBetweenRequests > 0 {
      try await settings.wait(service.secondsBetweenRequests)
    }
    let (head, body) = try await answer(address, accept: accept)
    let page = PageCache.Page(
      retrieved: settings.today,
      contentType: head["content-type"],
      bytes: try inflated(body, head, address: address)
    )
    try check(page)
    do {
      try cache.keep(page, of: address)
    } catch {
      // A cache that cannot be written costs a later request, not this answer.
      settings.notify("The page is not kept for later: \(error)")
    }
    return (page, true)
  }

  /// Sends a request until it is answered, or until there is no hope.
  private func answer(_ address: Address, accept: String?) async throws -> (AnswerHead, [UInt8]) {
    var partial = Partial()
    var number = 1
    while true {
      var headers: [(name: String, value: String)] = []
      if let accept { headers.append(("Accept", accept)) }
      headers += partial.headers
      let attempt = try await transport.send(
        address,
        headers: headers,
        hosts: hosts,
        limit: service.byteLimit - partial.bytes.count
      )
      let fault: FetchError
      var told: Double?
      switch attempt {
      case .answer(let head, let body):
        switch head.status {
        case 200: return (head, body)
        case 206:
          if let whole = partial.completed(by: body, head) { return (head, whole) }
          partial = Partial()
          fault = .unreadable(address: address.printed, reason: "a part came that was not asked for")
        case 416:
          partial = Partial()
          fault = status(head, body, address, number)
        default:
          fault = status(head, body, address, number)
          guard PageFetcher.passing.contains(head.status) else { throw fault }
          told = head["retry-after"].flatMap { RetryAfter.seconds($0, now: Clock.now) }
        }
      case .broken(let error, let head, let body):
        fault = error.after(tries: number)
        if case .tooSlow = error { throw fault }
        if service.takesRanges { partial.add(body, head) }
      }
      number += 1
      guard number <= settings.tries else { throw fault }
      try await pause(beforeTry: number, told: told, address: address, fault: fault)
    }
  }

  private func pause(beforeTry number: Int, told: Double?, address: Address, fault: FetchError) async throws {
    if let told, told > settings.longestDelay { throw fault }
    let delay = max(
      told ?? 0,
      settings.delay(beforeTry: number, of: address.printed, digest: PageFetcher.digest)
    )
    let seconds = RoundedNumber.text(delay, digits: 2)
    settings.notify("\(fault.shortText). Try \(number) of \(settings.tries) in \(seconds) s.")
    try await settings.wait(delay)
  }

  private func status(_ head: AnswerHead, _ body: [UInt8], _ address: Address, _ tries: Int) -> FetchError {
    .status(
      address: address.printed,
      status: head.status,
      says: ContentKind.excerpt(body),
      tries: tries
    )
  }

  /// The hosts to which a redirect may lead.
  private var hosts: [String] {
    ([settings.base ?? service.base].compactMap { WebAddress($0)?.host } + service.otherHosts)
      .map { $0.lowercased() }
  }

  /// Undoes the coding of the body.
  private func inflated(_ body: [UInt8], _ head: AnswerHead, address: Address) throws -> [UInt8] {
    switch head["content-encoding"]?.lowercased() {
    case nil, "identity": break
    case "gzip", "x-gzip": break
    case .some(let coding):
      throw FetchError.unreadable(
        address: address.printed,
        reason: "it is coded as '\(coding)', gzip is taken"
      )
    }
    guard body.starts(with: [0x1F, 0x8B]) else { return body }
    var limits = ReadLimits()
    limits.contentBytes = service.byteLimit
    do {
      let content = try FileContent.open(InputFile(bytes: body, name: address.printed), limits: limits)
      return content.withSpan { span in
        var bytes: [UInt8] = []
        bytes.reserveCapacity(span.count)
        for place in span.indices { bytes.append(span[place]) }
        return bytes
      }
    } catch ReadError.tooLarge {
      throw FetchError.tooLong(address: address.printed, limit: service.byteLimit)
    } catch {
      throw FetchError.unreadable(address: address.printed, reason: "\(error)")
    }
  }

  private static func digest(_ text: String) -> UInt32 {
    UInt32(SHA256.hexadecimal(of: Array(text.utf8)).prefix(8), radix: 16) ?? 0
  }
}

/// The first part of a body that was cut.
private struct Partial {
  var bytes: [UInt8] = []
  var validator: String?

  /// What asks for the rest, if the rest can be asked for.
  var headers: [(name: String, value: String)] {
    guard !bytes.isEmpty, let validator else { return [] }
    return [("Range", "bytes=\(bytes.count)-"), ("If-Range", validator)]
  }

  /// Adds what came before a body was cut again; without a validator nothing can be resumed.
  mutating func add(_ piece: [UInt8], _ head: AnswerHead?) {
    guard let head, let validator = head.validator else {
      self = Partial()
      return
    }
    if head.status == 206, validator == self.validator, Partial.start(head) == bytes.count {
      bytes += piece
    } else if head.status == 200 {
      self.validator = validator
      bytes = piece
    } else {
      self = Partial()
    }
  }

  /// Returns the whole body if a part is the rest.
  func completed(by rest: [UInt8], _ head: AnswerHead) -> [UInt8]? {
    guard !bytes.isEmpty, Partial.start(head) == bytes.count else { return nil }
    let whole = bytes + rest
    if let total = head["content-range"]?.split(separator: "/").last.flatMap({ Int($0) }),
      total != whole.count
    {
      return nil
    }
    return whole
  }

  /// The first byte of a part, from `bytes 100-199/200`.
  private static func start(_ head: AnswerHead) -> Int? {
    guard let text = head["content-range"], text.hasPrefix("bytes ") else { return nil }
    return text.dropFirst(6).split(separator: "-").first.flatMap { Int($0) }
  }
}
