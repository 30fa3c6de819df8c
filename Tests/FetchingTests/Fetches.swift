import Fetching
import Foundation
import Readers
import Synchronization
import Testing

/// What one fetch of a test gave: the file or the error, the waits it made and the notices.
struct Outcome: Sendable {
  var file: FetchedFile?
  var error: FetchError?
  var waits: [Double]
  var notices: [String]

  var text: String { String(decoding: file?.bytes ?? [], as: UTF8.self) }
  var message: String { error.map { "\($0)" } ?? "" }
}

/// Fetches of a source from a server on this machine.
enum Fetches {
  /// Runs a body with a folder of its own for the cache.
  static func withFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let path =
      FileManager.default.temporaryDirectory.path + "/hinterland-fetching-\(UInt64.random(in: 0 ... .max))"
    try FileSystem.makeFolder(path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await body(path)
  }

  /// Fetches a source; waits are noted and not made.
  static func run(
    _ source: OfficialSource,
    _ choice: [String: [String]] = [:],
    from server: FaultServer?,
    cache: String,
    change: (inout FetchSettings) -> Void = { _ in }
  ) async throws -> Outcome {
    let box = LogBox()
    var settings = FetchSettings(cacheFolder: cache, today: "2026-11-27", program: "hinterland test")
    settings.base = server?.base
    settings.wait = { seconds in box.log.withLock { $0.waits.append(seconds) } }
    settings.notify = { line in box.log.withLock { $0.notices.append(line) } }
    // Long, since other tests may hold the machine; the tests of times set their own.
    settings.firstByteSeconds = 60
    settings.silenceSeconds = 60
    settings.totalSeconds = 120
    change(&settings)
    var outcome = Outcome(waits: [], notices: [])
    do {
      outcome.file = try await Fetcher(source, source.arguments(choice), settings: settings).fetch()
    } catch let error as FetchError {
      outcome.error = error
    }
    (outcome.waits, outcome.notices) = box.log.withLock { ($0.waits, $0.notices) }
    return outcome
  }

  private final class LogBox: Sendable {
    let log = Mutex<(waits: [Double], notices: [String])>(([], []))
  }

  /// A source for tests: one request for `/table.csv`.
  static func source(
    format: AnswerFormat = .csv,
    paging: Paging = .none,
    expectation: Fetching.Expectation = Fetching.Expectation(
      columns: ["code", "value"],
      numbers: ["value"],
      markers: ["!"]
    ),
    takesRanges: Bool = false,
    otherHosts: [String] = [],
    byteLimit: Int = 1 << 20,
    paths: [String] = ["/table.csv"]
  ) -> OfficialSource {
    OfficialSource(
      name: "test-table",
      title: "A table",
      publisher: "An office",
      holds: "Numbers",
      licence: .openGovernment3,
      attribution: "An office, {year}, {retrieved}.",
      documentation: "https://office.example/table",
      service: Service(
        name: "Office",
        base: "https://office.example",
        otherHosts: otherHosts,
        secondsBetweenRequests: 0.25,
        takesRanges: takesRanges,
        byteLimit: byteLimit
      ),
      parameters: [],
      plan: { _ throws(FetchError) in
        FetchPlan(
          requests: paths.map { FetchRequest(path: $0, accept: "text/csv", paging: paging) },
          format: format,
          expectation: expectation
        )
      }
    )
  }
}
