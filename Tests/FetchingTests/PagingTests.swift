import Fetching
import Readers
import Testing

/// Answers as Nomis does: so many rows from an offset, and how many there are in each row.
private func nomis(_ request: SeenRequest, rows: Int, says: Int? = nil) -> Reply {
  let start = request.number("recordoffset") ?? 0
  let end = min(rows, start + (request.number("recordlimit") ?? 25_000))
  let lines = (start..<max(start, end)).map { "R\($0),\($0),\($0),\(says ?? rows)" }
  return .text((["code,value,RECORD_OFFSET,RECORD_COUNT"] + lines).joined(separator: "\r\n") + "\r\n")
}

@Suite struct PagingTests {
  private static let counted = Paging.offset(
    offset: "recordoffset",
    limit: "recordlimit",
    size: 4,
    end: .countColumn("RECORD_COUNT")
  )
  private static let expectation = Fetching.Expectation(columns: ["code", "value"], numbers: ["value"])

  @Test("Pages by offset are asked for until all records have come, and joined under one header")
  func counted() async throws {
    try await Fetches.withFolder { folder in
      try await FaultServer.with { request, _ in
        nomis(request, rows: 10)
      } _: { server in
        let source = Fetches.source(paging: PagingTests.counted, expectation: PagingTests.expectation)
        let outcome = try await Fetches.run(source, from: server, cache: folder)
        #expect(server.seen.map { $0.number("recordoffset") } == [0, 4, 8])
        #expect(outcome.file?.records == 10)
        let lines = outcome.text.split(separator: "\r\n")
        #expect(lines.count == 11)
        #expect(lines.first == "code,value,RECORD_OFFSET,RECORD_COUNT")
        #expect(lines.last == "R9,9,9,10")
        #expect(outcome.waits == [0.25, 0.25])
        #expect(outcome.notices.last == "Page 3: 10 of 10 records.")
      }
    }
  }

  @Test("Pages that fill the last one exactly need no further request")
  func exact() async throws {
    try await Fetches.withFolder { folder in
      try await FaultServer.with { request, _ in
        nomis(request, rows: 8)
      } _: { server in
        let source = Fetches.source(paging: PagingTests.counted, expectation: PagingTests.expectation)
        let outcome = try await Fetches.run(source, from: server, cache: folder)
        #expect(outcome.file?.records == 8)
        #expect(server.seen.count == 2)
      }
    }
  }

  @Test("Fewer records than the service promised are no answer")
  func promised() async throws {
    try await Fetches.withFolder { folder in
      try await FaultServer.with { request, _ in
        nomis(request, rows: 6, says: 9)
      } _: { server in
        let source = Fetches.source(paging: PagingTests.counted, expectation: PagingTests.expectation)
        let outcome = try await Fetches.run(source, from: server, cache: folder)
        guard case .recordCount(_, 9, 6) = outcome.error else {
          Issue.record("\(outcome.message)")
          return
        }
      }
    }
  }

  @Test("A table that changes between two pages is no answer")
  func changesMeanwhile() async throws {
    try await Fetches.withFolder { folder in
      try await FaultServer.with { request, number in
        nomis(request, rows: 10 + number)
      } _: { server in
        let source = Fetches.source(paging: PagingTests.counted, expectation: PagingTests.expectation)
        let outcome = try await Fetches.run(source, from: server, cache: folder)
        guard case .recordCount(_, 10, 11) = outcome.error else {
          Issue.record("\(outcome.message)")
          return
        }
      }
    }
  }

  @Test("Another header on the second page ends the fetch, and the difference is shown")
  func changedHeader() async throws {
    try await Fetches.withFolder { folder in
      try await FaultServer.with { request, number in
        number == 0
          ? nomis(request, rows: 6) : .text("code,value,OFFSET,RECORD_COUNT\nR4,4,4,6\nR5,5,5,6\n")
      } _: { server in
        let source = Fetches.source(paging: PagingTests.counted, expectation: PagingTests.expectation)
        let outcome = try await Fetches.run(source, from: server, cache: folder)
        #expect(
          outcome.message.contains(
            "are not those of the first page: it lacks RECORD_OFFSET, it has OFFSET instead. Nothing was kept"
          ),
          "\(outcome.message)"
        )
      }
    }
  }

  @Test("Features of several pages become one collection")
  func features() async throws {
    let paging = Paging.offset(
      offset: "resultOffset",
      limit: "resultRecordCount",
      size: 2,
      end: .exceededTransferLimit
    )
    try await Fetches.withFolder { folder in
      try await FaultServer.with { request, _ in
        let start = request.number("resultOffset") ?? 0
        let features = (start..<min(5, start + 2))
          .map {
            "{\"type\":\"Feature\",\"properties\":{\"code\":\"F\($0)\"},\"geometry\":null}"
          }
        let more = start + 2 < 5 ? ",\"properties\":{\"exceededTransferLimit\":true}" : ""
        return .text(
          "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]\(more)}",
          type: "application/geo+json"
        )
      } _: { server in
        let source = Fetches.source(
          format: .geoJSON,
          paging: paging,
          expectation: Fetching.Expectation(),
          paths: ["/FeatureServer/0/query"]
        )
        let outcome = try await Fetches.run(source, from: server, cache: folder)
        #expect(server.seen.map { $0.number("resultOffset") } == [0, 2, 4])
        #expect(outcome.file?.records == 5)
        let collection = try JSONValue(parsing: outcome.text)
        let codes = collection["features"]?.array?.compactMap { $0["properties"]?["code"]?.string }
        #expect(codes == ["F0", "F1", "F2", "F3", "F4"])
        #expect(collection["properties"]?["exceededTransferLimit"] == nil)
      }
    }
  }

  @Test("Files of several requests are joined, as those of QCEW for each area")
  func severalFiles() async throws {
    let source = Fetches.source(
      expectation: Fetching.Expectation(columns: ["area_fips", "value"], numbers: ["value"]),
      paths: ["/2021/a/area/01000.csv", "/2021/a/area/02000.csv"]
    )
    try await Fetches.withFolder { folder in
      try await FaultServer.with { request, _ in
        // The first file has no line end at its end.
        .text(
          request.path.hasSuffix("01000.csv")
            ? "\"area_fips\",\"value\"\n\"01000\",1" : "area_fips,value\n02000,2\n"
        )
      } _: { server in
        let outcome = try await Fetches.run(source, from: server, cache: folder)
        #expect(outcome.text == "\"area_fips\",\"value\"\n\"01000\",1\n02000,2\n")
        #expect(outcome.file?.parts.count == 2)
      }
    }
  }

  @Test("An answer that a service cut, and that is not asked for in pages, is no answer")
  func cutWithoutPages() async throws {
    let source = Fetches.source(format: .jsonRecords(path: ["features"], member: "attributes"))
    try await Fetches.withFolder { folder in
      try await FaultServer.with { _, _ in
        .text("{\"exceededTransferLimit\":true,\"features\":[{\"attributes\":{\"code\":\"A\",\"value\":1}}]}")
      } _: { server in
        let outcome = try await Fetches.run(source, from: server, cache: folder)
        #expect(outcome.message.contains("the service cut its answer"), "\(outcome.message)")
      }
    }
  }
}
