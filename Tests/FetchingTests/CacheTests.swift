import Fetching
import Readers
import Testing

private let table = "code,value\nA,1\nB,2\n"

@Suite struct CacheTests {
  @Test("A page of today is not asked for again; one of another day is, unless offline")
  func days() async throws {
    try await Fetches.withFolder { folder in
      try await FaultServer.with { _, _ in
        .text(table)
      } _: { server in
        _ = try await Fetches.run(Fetches.source(), from: server, cache: folder)
        let again = try await Fetches.run(Fetches.source(), from: server, cache: folder)
        #expect(server.seen.count == 1)
        #expect(again.file?.parts.map(\.isCached) == [true])
        let offline = try await Fetches.run(Fetches.source(), from: server, cache: folder) {
          $0.today = "2026-12-24"
          $0.isOffline = true
        }
        #expect(offline.text == table)
        #expect(offline.file?.retrieved == "2026-11-27")
        #expect(server.seen.count == 1)
        let later = try await Fetches.run(Fetches.source(), from: server, cache: folder) {
          $0.today = "2026-12-24"
        }
        #expect(later.file?.retrieved == "2026-12-24")
        #expect(server.seen.count == 2)
        _ = try await Fetches.run(Fetches.source(), from: server, cache: folder) {
          $0.today = "2026-12-24"
          $0.refreshes = true
        }
        #expect(server.seen.count == 3)
      }
    }
  }

  @Test("A cached page whose bytes changed is not used: it is asked for again, or missing when offline")
  func checksum() async throws {
    try await Fetches.withFolder { folder in
      try await FaultServer.with { _, _ in
        .text(table)
      } _: { server in
        _ = try await Fetches.run(Fetches.source(), from: server, cache: folder)
        let key = SHA256.hexadecimal(of: Array("\(server.base)/table.csv".utf8))
        let path = "\(folder)/\(key.prefix(2))/\(key).body"
        #expect(try FileSystem.bytes(of: path) == Array(table.utf8))
        try AtomicFile.write("code,value\nA,9\nB,2\n", to: path, force: true)
        let offline = try await Fetches.run(Fetches.source(), from: server, cache: folder) {
          $0.isOffline = true
        }
        #expect(offline.error == .notCached(address: server.base + "/table.csv", folder: folder))
        let online = try await Fetches.run(Fetches.source(), from: server, cache: folder)
        #expect(online.text == table)
        #expect(online.notices.first?.contains("has changed since it was kept") == true)
        #expect(server.seen.count == 2)
      }
    }
  }

  @Test("A fetch that broke on its second page goes on with the second page")
  func goesOn() async throws {
    let paging = Paging.offset(
      offset: "recordoffset",
      limit: "recordlimit",
      size: 2,
      end: .countColumn("RECORD_COUNT")
    )
    let source = Fetches.source(
      paging: paging,
      expectation: Fetching.Expectation(columns: ["code", "value"])
    )
    try await Fetches.withFolder { folder in
      try await FaultServer.with { request, number in
        if number == 1 { return .text("fault", status: "500 Fault") }
        return .text(
          request.number("recordoffset") == 0
            ? "code,value,RECORD_COUNT\nA,1,3\nB,2,3\n" : "code,value,RECORD_COUNT\nC,3,3\n"
        )
      } _: { server in
        let broken = try await Fetches.run(source, from: server, cache: folder) { $0.tries = 1 }
        #expect(broken.error != nil)
        let whole = try await Fetches.run(source, from: server, cache: folder)
        #expect(whole.text == "code,value,RECORD_COUNT\nA,1,3\nB,2,3\nC,3,3\n")
        #expect(server.seen.map { $0.number("recordoffset") } == [0, 2, 2])
        #expect(whole.file?.parts.map(\.isCached) == [true, false])
      }
    }
  }
}
