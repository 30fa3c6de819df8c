import Panels
import Readers

/// Fetches a source, page after page, each checked, joined to one file.
///
/// Nothing is written but the cache.
public struct Fetcher: Sendable {
  /// The most pages that one request may have.
  static let pageLimit = 10_000

  /// What is fetched.
  public let source: OfficialSource
  /// The requests.
  public let plan: FetchPlan
  private let settings: FetchSettings

  /// Makes a fetcher.
  ///
  /// - Parameters:
  ///   - source: What is fetched.
  ///   - arguments: The choice of parameters.
  ///   - settings: Patience, tries and cache.
  /// - Throws: ``FetchError`` if the choice or a setting is not taken.
  public init(
    _ source: OfficialSource,
    _ arguments: SourceArguments,
    settings: FetchSettings
  ) throws(FetchError) {
    try settings.check()
    self.source = source
    self.settings = settings
    plan = try source.plan(arguments)
    for request in plan.requests {
      let address = Address(base: settings.base ?? source.service.base, request: request)
      guard WebAddress(address.full)?.isAllowed == true else {
        throw .address(address.printed, reason: "it is neither https nor on this machine")
      }
    }
  }

  /// Fetches the file.
  ///
  /// - Returns: The content, and where each part came from.
  /// - Throws: ``FetchError``, or `CancellationError`.
  public func fetch() async throws -> FetchedFile {
    let base = WebAddress(settings.base ?? source.service.base)
    let transport = try HTTPTransport(settings, scheme: base?.scheme ?? "https", host: base?.host ?? "")
    do {
      let file = try await join(
        PageFetcher(
          transport: transport,
          cache: PageCache(folder: settings.cacheFolder),
          service: source.service,
          settings: settings
        )
      )
      await transport.close()
      return file
    } catch {
      await transport.close()
      throw error
    }
  }

  private func join(_ pages: PageFetcher) async throws -> FetchedFile {
    var joined = JoinedPages(plan)
    var sent = 0
    for request in plan.requests {
      var series = PageSeries(request.paging)
      repeat {
        let address = Address(
          base: settings.base ?? source.service.base,
          request: request,
          page: request.paging.items(from: series.received)
        )
        var content: PageContent?
        let (page, wasSent) = try await pages.page(
          address,
          accept: request.accept,
          isFirst: sent == 0,
          check: { page in
            content = try PageContent(
              page.bytes,
              plan: plan,
              paging: request.paging,
              mayBeEmpty: plan.expectation.mayBeEmpty || series.received > 0,
              address: address.printed,
              scratch: settings.cacheFolder
            )
          }
        )
        guard let content else { continue }
        if wasSent { sent += 1 }
        try joined.add(content, page, address: address.printed, isCached: !wasSent)
        try series.add(content, address: address.printed)
        if series.pages > 1 || !series.isComplete { settings.notify(series.progress) }
      } while !series.isComplete
    }
    try joined.requireCodes()
    return joined.file
  }
}

/// The pages of one request: how far they are.
private struct PageSeries {
  let paging: Paging
  var received = 0
  var pages = 0
  var promised: Int?
  var isComplete = false

  init(_ paging: Paging) { self.paging = paging }

  var progress: String {
    "Page \(pages): \(received)" + (promised.map { " of \($0)" } ?? "") + " records."
  }

  mutating func add(_ content: PageContent, address: String) throws(FetchError) {
    received += content.count
    pages += 1
    guard case .offset(_, _, let size, let end) = paging else {
      if content.isCut {
        throw .unreadable(address: address, reason: "the service cut its answer and pages were not asked for")
      }
      isComplete = true
      return
    }
    switch end {
    case .countColumn:
      if let total = content.promised {
        if let promised, promised != total {
          throw .recordCount(address: address, promised: promised, received: total)
        }
        promised = total
      }
      let total = promised ?? 0
      isComplete = received >= total
      if received > total || (content.count == 0 && received < total) {
        throw .recordCount(address: address, promised: total, received: received)
      }
    case .exceededTransferLimit:
      isComplete = !content.isCut
      if content.isCut, content.count == 0 {
        throw .unreadable(address: address, reason: "it says that there are more records, and holds none")
      }
    case .shortPage:
      isComplete = content.count < size
    }
    if !isComplete, pages >= Fetcher.pageLimit {
      throw .tooManyPages(address: address, limit: Fetcher.pageLimit)
    }
  }
}

/// Pages joined to one file.
private struct JoinedPages {
  let plan: FetchPlan
  private var before: [UInt8] = []
  private var bytes: [UInt8] = []
  private var after: [UInt8] = []
  private var header: [String]?
  private var count = 0
  private var parts: [FetchedFile.Part] = []
  private var codes: [Set<String>]
  private var new: [String] = []

  init(_ plan: FetchPlan) {
    self.plan = plan
    codes = plan.expectation.codes.map { _ in [] }
  }

  mutating func add(_ content: PageContent, _ page: PageCache.Page, address: String, isCached: Bool) throws {
    parts.append(
      FetchedFile.Part(
        address: address,
        bytes: page.bytes.count,
        sha256: SHA256.hexadecimal(of: page.bytes),
        retrieved: page.retrieved,
        isCached: isCached
      )
    )
    if let header, header != content.header, content.count > 0 || !content.header.isEmpty {
      throw FetchError.unequalHeaders(address: address, first: header, found: content.header)
    }
    let isFeatures = plan.format == .geoJSON
    if header == nil || isFeatures {
      // The last page of features says least of pages: it is the one that the service did not cut.
      before = content.before
      after = content.after
      header = content.header
    }
    if content.count > 0, count > 0 || !isFeatures {
      let last = bytes.last ?? before.last
      if isFeatures { bytes.append(0x2C) } else if let last, last != 0x0A { bytes.append(0x0A) }
    }
    bytes += content.records
    count += content.count
    for place in codes.indices where place < content.codes.count {
      codes[place].formUnion(content.codes[place])
    }
    for column in content.new where !new.contains(column) { new.append(column) }
  }

  /// Checks that each code that was asked for came.
  func requireCodes() throws(FetchError) {
    for (expected, found) in zip(plan.expectation.codes, codes) {
      let missing = expected.asked.filter { !found.contains($0) }
      guard !missing.isEmpty else { continue }
      let others = found.filter { !expected.asked.contains($0) }.sorted()
      throw .missingCodes(
        missing,
        parameter: expected.parameter,
        found: expected.asked.count - missing.count,
        nearest: missing.map { NearestNames.of($0, among: others) }
      )
    }
  }

  var file: FetchedFile {
    let hasRecords: Bool
    switch plan.format {
    case .json, .file: hasRecords = false
    default: hasRecords = true
    }
    return FetchedFile(
      bytes: before + bytes + after,
      parts: parts,
      records: hasRecords ? count : nil,
      newColumns: new
    )
  }
}
