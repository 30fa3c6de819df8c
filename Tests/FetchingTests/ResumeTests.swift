import Fetching
import Readers
import Testing

private let table = "code,value\nA,1\nB,2\n"
private let tag = "ETag: \"v1\""

@Suite struct ResumeTests {
  private static let whole = Array(table.utf8)

  private static func part(from start: Int, tag: String = tag) -> Reply {
    .answer(
      Array(whole[start...]),
      status: "206 Partial Content",
      headers: [tag, "Content-Range: bytes \(start)-\(whole.count - 1)/\(whole.count)"]
    )
  }

  @Test("A body that was cut goes on where it was cut, if the file is still the same")
  func resume() async throws {
    try await Fetches.withFolder { folder in
      try await FaultServer.with { request, number in
        number == 0
          ? .answer(Array(ResumeTests.whole[..<13]), headers: [tag], length: ResumeTests.whole.count)
          : request.headers["range"] == "bytes=13-" && request.headers["if-range"] == "\"v1\""
            ? ResumeTests.part(from: 13) : .text("no range", status: "400 Bad Request")
      } _: { server in
        let outcome = try await Fetches.run(Fetches.source(takesRanges: true), from: server, cache: folder)
        #expect(outcome.text == table)
        #expect(server.seen.count == 2)
      }
    }
  }

  @Test("A server that ignores the range sends all, and all is taken once")
  func ignored() async throws {
    try await Fetches.withFolder { folder in
      try await FaultServer.with { _, number in
        number == 0
          ? .answer(Array(ResumeTests.whole[..<13]), headers: [tag], length: ResumeTests.whole.count)
          : .text(table)
      } _: { server in
        let outcome = try await Fetches.run(Fetches.source(takesRanges: true), from: server, cache: folder)
        #expect(outcome.text == table)
        #expect(server.seen.last?.headers["range"] == "bytes=13-")
      }
    }
  }

  @Test("A part that begins elsewhere is not joined; the page is asked for again")
  func wrongPart() async throws {
    try await Fetches.withFolder { folder in
      try await FaultServer.with { request, number in
        switch number {
        case 0: .answer(Array(ResumeTests.whole[..<13]), headers: [tag], length: ResumeTests.whole.count)
        case 1: ResumeTests.part(from: 11)
        default: request.headers["range"] == nil ? .text(table) : .text("", status: "400 Bad Request")
        }
      } _: { server in
        let outcome = try await Fetches.run(Fetches.source(takesRanges: true), from: server, cache: folder)
        #expect(outcome.text == table)
        #expect(server.seen.count == 3)
      }
    }
  }

  @Test(
    "Without a tag, or where the service takes no ranges, the page is asked for again",
    arguments: [true, false]
  )
  func noValidator(takesRanges: Bool) async throws {
    try await Fetches.withFolder { folder in
      try await FaultServer.with { _, number in
        number == 0
          ? .answer(
            Array(ResumeTests.whole[..<13]),
            headers: takesRanges ? [] : [tag],
            length: ResumeTests.whole.count
          )
          : .text(table)
      } _: { server in
        let source = Fetches.source(takesRanges: takesRanges)
        let outcome = try await Fetches.run(source, from: server, cache: folder)
        #expect(outcome.text == table)
        #expect(server.seen.last?.headers["range"] == nil)
      }
    }
  }
}
