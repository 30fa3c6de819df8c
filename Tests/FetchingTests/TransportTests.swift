import Fetching
import Readers
import Testing

private let table = "code,value\nA,1\nB,2\n"

@Suite struct TransportTests {
  @Test("A refusal for too many requests is obeyed for the seconds it names")
  func retryAfter() async throws {
    try await Fetches.withFolder { folder in
      try await FaultServer.with { _, number in
        number == 0
          ? .text("slow down", status: "429 Too Many Requests", headers: ["Retry-After: 7"]) : .text(table)
      } _: { server in
        let outcome = try await Fetches.run(Fetches.source(), from: server, cache: folder)
        #expect(outcome.text == table)
        #expect(outcome.waits == [7])
        #expect(outcome.notices.first == "Status 429. Try 2 of 5 in 7 s.")
      }
    }
  }

  @Test("A service that asks for a longer wait than is granted is not asked again")
  func longRetryAfter() async throws {
    try await Fetches.withFolder { folder in
      try await FaultServer.with { _, _ in
        .text(
          "closed",
          status: "503 Service Unavailable",
          headers: ["Retry-After: Fri, 31 Dec 2100 23:59:59 GMT"]
        )
      } _: { server in
        let outcome = try await Fetches.run(Fetches.source(), from: server, cache: folder)
        #expect(server.seen.count == 1)
        #expect(outcome.message.contains("was answered with status 503: 'closed'"), "\(outcome.message)")
      }
    }
  }

  @Test("A fault that passes is tried again, later each time, and the waits are the same each time")
  func backoff() async throws {
    try await Fetches.withFolder { folder in
      try await FaultServer.with { _, number in
        number < 3 ? .text("fault", status: "503 Service Unavailable") : .text(table)
      } _: { server in
        let outcome = try await Fetches.run(Fetches.source(), from: server, cache: folder)
        #expect(outcome.text == table)
        #expect(outcome.waits.count == 3)
        for (position, wait) in outcome.waits.enumerated() {
          let doubled = Double(1 << position)
          #expect(wait >= doubled / 2 && wait < doubled)
        }
        let again = try await Fetches.run(Fetches.source(), from: server, cache: folder) {
          $0.refreshes = true
        }
        #expect(again.waits.isEmpty)
      }
    }
  }

  @Test(
    "A fault that does not pass ends after the tries, and one that cannot pass at once",
    arguments: [500, 404]
  )
  func lasting(status: Int) async throws {
    try await Fetches.withFolder { folder in
      try await FaultServer.with { _, _ in
        .text("<h1>No</h1> table", status: "\(status) X")
      } _: { server in
        let outcome = try await Fetches.run(Fetches.source(), from: server, cache: folder) { $0.tries = 3 }
        #expect(server.seen.count == (status == 500 ? 3 : 1))
        #expect(
          outcome.error
            == .status(
              address: server.base + "/table.csv",
              status: status,
              says: "No table",
              tries: status == 500 ? 3 : 1
            )
        )
      }
    }
  }

  @Test("A body shorter than its length is asked for again, and never kept")
  func truncated() async throws {
    try await Fetches.withFolder { folder in
      try await FaultServer.with { _, _ in
        .answer(Array(table.utf8), length: 40)
      } _: { server in
        let outcome = try await Fetches.run(Fetches.source(), from: server, cache: folder) { $0.tries = 2 }
        #expect(
          outcome.error
            == .truncated(address: server.base + "/table.csv", received: 19, expected: 40, tries: 2)
        )
        let cached = try await Fetches.run(Fetches.source(), from: server, cache: folder) {
          $0.isOffline = true
        }
        #expect(cached.message.contains("is not in the cache"))
      }
    }
  }

  @Test("A body longer than its length is read to its length, and a row that is cut there is found")
  func longerThanLength() async throws {
    try await Fetches.withFolder { folder in
      try await FaultServer.with { _, _ in
        .answer(Array(table.utf8), length: 16)
      } _: { server in
        let outcome = try await Fetches.run(Fetches.source(), from: server, cache: folder) { $0.tries = 1 }
        #expect(
          outcome.error == .unevenRow(address: server.base + "/table.csv", row: 3, found: 1, expected: 2),
          "\(outcome.message)"
        )
      }
    }
  }

  @Test("A chunked body that is cut is asked for again")
  func chunkedCut() async throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nTransfer-Encoding: chunked\r\n\r\n"
    try await Fetches.withFolder { folder in
      try await FaultServer.with { _, number in
        number == 0
          ? .raw(head + "b\r\ncode,value\n\r\n8\r\nA,1\n") : .raw(head + "13\r\n\(table)\r\n0\r\n\r\n")
      } _: { server in
        let outcome = try await Fetches.run(Fetches.source(), from: server, cache: folder)
        #expect(outcome.text == table)
        #expect(server.seen.count == 2)
        #expect(outcome.notices.first?.hasPrefix("Cut after") == true, "\(outcome.notices)")
      }
    }
  }

  @Test("A redirect to another host is refused and named; one within the service is followed")
  func redirects() async throws {
    try await Fetches.withFolder { folder in
      try await FaultServer.with { request, _ in
        switch request.path {
        case "/table.csv":
          .text("", status: "302 Found", headers: ["Location: https://elsewhere.example/x.csv"])
        case "/moved.csv": .text("", status: "301 Moved", headers: ["Location: new/place.csv?a=1"])
        case "/new/place.csv": .text(table)
        default: .text("", status: "302 Found", headers: ["Location: \(request.path)"])
        }
      } _: { server in
        let away = try await Fetches.run(Fetches.source(), from: server, cache: folder)
        #expect(
          away.error
            == .redirected(
              address: server.base + "/table.csv",
              to: "elsewhere.example",
              allowed: ["127.0.0.1"]
            )
        )
        let within = try await Fetches.run(Fetches.source(paths: ["/moved.csv"]), from: server, cache: folder)
        #expect(within.text == table)
        let circle = try await Fetches.run(Fetches.source(paths: ["/circle"]), from: server, cache: folder)
        #expect(circle.error == .tooManyRedirects(address: server.base + "/circle", limit: 5))
      }
    }
  }

  @Test("A body without end is cut at the limit of bytes")
  func endless() async throws {
    let head = Array("HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\n\r\ncode,value\n".utf8)
    let rows = [UInt8](repeating: 0x31, count: 8_192)
    try await Fetches.withFolder { folder in
      try await FaultServer.with { _, _ in
        Reply(pieces: [(0, head), (0.002, rows)], repeats: true)
      } _: { server in
        let outcome = try await Fetches.run(Fetches.source(byteLimit: 100_000), from: server, cache: folder)
        #expect(outcome.error == .tooLong(address: server.base + "/table.csv", limit: 100_000))
        #expect(server.seen.count == 1)
      }
    }
  }

  @Test("A body that trickles on and on is given up when its time is over")
  func trickle() async throws {
    let head = Array("HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\n\r\ncode,value\n".utf8)
    try await Fetches.withFolder { folder in
      try await FaultServer.with { _, _ in
        Reply(pieces: [(0, head), (0.05, Array("A,1\n".utf8))], repeats: true)
      } _: { server in
        let outcome = try await Fetches.run(Fetches.source(), from: server, cache: folder) {
          $0.totalSeconds = 2
        }
        guard case .tooSlow(_, 2, _) = outcome.error else {
          Issue.record("\(outcome.message)")
          return
        }
        #expect(server.seen.count == 1)
      }
    }
  }

  @Test("A service that says nothing is left after the time, and asked again")
  func noFirstByte() async throws {
    try await Fetches.withFolder { folder in
      try await FaultServer.with { _, number in
        number == 0 ? Reply(pieces: [], closes: false) : .text(table)
      } _: { server in
        let once = try await Fetches.run(Fetches.source(), from: server, cache: folder) {
          $0.firstByteSeconds = 0.5
          $0.tries = 1
        }
        #expect(
          once.error == .silent(address: server.base + "/table.csv", seconds: 0.5, received: 0, tries: 1)
        )
        #expect(once.message.contains("sent nothing for 0.5 s after 0 bytes. Try later"), "\(once.message)")
        let again = try await Fetches.run(Fetches.source(), from: server, cache: folder)
        #expect(again.text == table)
      }
    }
  }

  @Test("A service that stops in the middle is left after the time")
  func silence() async throws {
    let head = Array("HTTP/1.1 200 OK\r\nContent-Length: 19\r\n\r\ncode,value\n".utf8)
    try await Fetches.withFolder { folder in
      try await FaultServer.with { _, _ in
        Reply(pieces: [(0, head)], closes: false)
      } _: { server in
        let outcome = try await Fetches.run(Fetches.source(), from: server, cache: folder) {
          $0.silenceSeconds = 1
          $0.tries = 1
        }
        guard case .silent(_, 1, let received, 1) = outcome.error else {
          Issue.record("\(outcome.message)")
          return
        }
        #expect(received <= 11)
      }
    }
  }

  @Test("Where no one listens, the address and the reason are named")
  func unreachable() async throws {
    try await Fetches.withFolder { folder in
      let outcome = try await Fetches.run(Fetches.source(), from: nil, cache: folder) {
        $0.base = "http://127.0.0.1:9"
        $0.tries = 2
      }
      #expect(
        outcome.message.hasPrefix("http://127.0.0.1:9/table.csv was not reached: "),
        "\(outcome.message)"
      )
      #expect(outcome.message.contains("after 2 tries"))
      #expect(outcome.waits.count == 1)
    }
  }

  @Test("Plain http is sent to this machine only")
  func plain() async throws {
    try await Fetches.withFolder { folder in
      let outcome = try await Fetches.run(Fetches.source(), from: nil, cache: folder) {
        $0.base = "http://office.example"
      }
      #expect(outcome.message.contains("plain http is taken to this machine only"), "\(outcome.message)")
    }
  }

  @Test("A gzip body is inflated, and a damaged one is said to be damaged")
  func gzip() async throws {
    // gzip of "code,value\nA,1\nB,2\n" without name or time.
    let bytes: [UInt8] = gzipStored(table)
    var damaged = bytes
    damaged[damaged.count - 6] ^= 1
    let bad = damaged
    try await Fetches.withFolder { folder in
      try await FaultServer.with { request, _ in
        .answer(request.path == "/bad" ? bad : bytes, headers: ["Content-Encoding: gzip"])
      } _: { server in
        let outcome = try await Fetches.run(Fetches.source(), from: server, cache: folder)
        #expect(outcome.text == table)
        #expect(server.seen.first?.headers["accept-encoding"] == "gzip")
        let other = try await Fetches.run(Fetches.source(paths: ["/bad"]), from: server, cache: folder)
        #expect(other.message.contains("cannot be read"), "\(other.message)")
      }
    }
  }
}

/// A gzip file with one stored block.
func gzipStored(_ text: String) -> [UInt8] {
  let bytes = Array(text.utf8)
  var crc: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    crc ^= UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
  }
  func little(_ number: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt32(8 * $0)) }
  }
  let length = UInt32(bytes.count)
  return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1] + little(length, 2) + little(~length, 2) + bytes
    + little(~crc, 4)
    + little(length, 4)
}
