import Fetching
import Readers
import Testing

@Suite struct SourceTests {
  private let source = OfficialSource(
    name: "office-jobs",
    title: "Jobs",
    publisher: "An office",
    holds: "Jobs",
    licence: .openGovernment3,
    attribution: "An office, Jobs, {year}, retrieved {retrieved}.",
    documentation: "https://office.example/jobs",
    service: Service(name: "Office", base: "https://office.example/api"),
    parameters: [
      SourceParameter(name: "year", meaning: "Years.", domain: .years(2015...2024), isList: true),
      SourceParameter(
        name: "level",
        meaning: "Areas.",
        domain: .oneOfOrCodes(
          [.init("ITL2", code: "TYPE429"), .init("region", code: "TYPE480")],
          .init("a code such as E12000001") { $0.hasPrefix("E") && $0.count == 9 }
        ),
        standard: ["ITL2"],
        isList: true
      ),
      SourceParameter(
        name: "sex",
        meaning: "Sex.",
        domain: .oneOf([.init("all"), .init("women")]),
        standard: ["all"]
      ),
      SourceParameter(
        name: "key",
        meaning: "Your key.",
        domain: .codes(.init("a key of 4 letters") { $0.count == 4 }),
        standard: [],
        secretVariable: "OFFICE_KEY"
      ),
    ],
    plan: { arguments throws(FetchError) in
      FetchPlan(
        requests: [
          FetchRequest(
            path: "/jobs",
            query: [
              QueryItem("area", arguments.code("level")), QueryItem("where", "a = 'b' & c+d"),
              QueryItem("key", arguments.code("key"), isSecret: true),
            ]
          )
        ],
        format: .csv,
        table: TableTemplate(
          region: "AREA",
          period: "DATE",
          value: "VALUE",
          keep: [.init("MEASURE", "1")],
          unit: "jobs",
          rounding: "5"
        )
      )
    }
  )

  private func message(_ choice: [String: [String]]) -> String {
    do {
      _ = try source.arguments(choice)
      return "taken"
    } catch {
      return "\(error)"
    }
  }

  @Test("Lists, spans and standards become values and codes, each once")
  func arguments() throws {
    let arguments = try source.arguments(["year": ["2019-2021,2020", "2023"], "level": ["itl2,E12000001"]])
    #expect(arguments.years("year") == [2019, 2020, 2021, 2023])
    #expect(arguments.values("level") == ["ITL2", "E12000001"])
    #expect(arguments.code("level") == "TYPE429,E12000001")
    #expect(arguments.values("sex") == ["all"])
    #expect(arguments.values("key").isEmpty)
  }

  @Test("What a parameter does not take is said with what it takes and what is near")
  func refusals() {
    #expect(
      message(["year": ["2021"], "levle": ["ITL2"]])
        == "office-jobs has no parameter --levle; did you mean '--level'? It has --year, --level, --sex and --key."
    )
    #expect(
      message(["year": ["2021"], "level": ["ITL3"]])
        == "--level of office-jobs does not take 'ITL3'; it takes ITL2, region or a code such as E12000001; did you "
        + "mean 'ITL2'?"
    )
    #expect(
      message([:]) == "office-jobs needs --year: a year from 2015 to 2024, or a span such as 2015-2016."
    )
    #expect(
      message(["year": ["2021"], "sex": ["all", "women"]]).contains("takes one value, not 2 (all, women)")
    )
    for year in ["2014", "2021-2025", "2021-2019", "x", "2021-2022-2023", "-2021-"] {
      #expect(message(["year": [year]]).contains("--year of office-jobs does not take"), "\(year)")
    }
  }

  @Test("A key comes from its variable, goes into the request, and is printed and recorded nowhere")
  func secrets() async throws {
    let environment = ["OFFICE_KEY": "AB12"]
    let arguments = try source.arguments(["year": ["2021"]], environment: environment)
    let plan = try source.plan(arguments)
    #expect(
      plan.addresses(of: source.service) == [
        "https://office.example/api/jobs?area=TYPE429&where=a%20%3D%20'b'%20%26%20c%2Bd&key=KEY"
      ]
    )
    #expect(message(["year": ["2021"], "key": ["SECRET"]]).contains("'(the key)'"))
    try await Fetches.withFolder { folder in
      try await FaultServer.with { request, number in
        number == 0 ? .text("busy", status: "503 Busy") : .text("AREA,DATE,VALUE,MEASURE\nTLC1,2021,5,1\n")
      } _: { server in
        var settings = FetchSettings(cacheFolder: folder, today: "2026-11-27", program: "hinterland test")
        settings.base = server.base
        settings.wait = { _ in }
        settings.notify = { line in #expect(!line.contains("AB12")) }
        let file = try await Fetcher(source, arguments, settings: settings).fetch()
        #expect(server.seen.last?.query("key") == "AB12")
        let record = SourceRecord(
          source: source,
          arguments: arguments,
          plan: plan,
          file: file,
          program: "hinterland"
        )
        #expect(!record.json(name: "jobs.csv").contains("AB12"))
        #expect(file.parts.first?.address.hasSuffix("&key=KEY") == true)
      }
    }
  }

  @Test("The record holds terms, addresses, days and digests, keys sorted, and is the same each time")
  func record() async throws {
    let arguments = try source.arguments(["year": ["2019-2021"]])
    let plan = try source.plan(arguments)
    let bytes = Array("AREA,DATE,VALUE,MEASURE\nTLC1,2021,5,1\n".utf8)
    let part = FetchedFile.Part(
      address: "https://office.example/api/jobs",
      bytes: bytes.count,
      sha256: SHA256.hexadecimal(of: bytes),
      retrieved: "2026-11-27",
      isCached: false
    )
    let file = FetchedFile(bytes: bytes, parts: [part], records: 1, newColumns: [])
    let record = SourceRecord(
      source: source,
      arguments: arguments,
      plan: plan,
      file: file,
      program: "hinterland 1"
    )
    #expect(record.attribution == "An office, Jobs, 2019-2021, retrieved 2026-11-27.")
    let value = try JSONValue(parsing: record.json(name: "jobs.csv"))
    let names = value.members?.map(\.name) ?? []
    #expect(names == names.sorted())
    #expect(
      names == [
        "attribution", "documentation", "file", "licence", "parameters", "program", "publisher", "requests",
        "retrieved", "source", "title",
      ]
    )
    #expect(value["file"]?["sha256"]?.string == SHA256.hexadecimal(of: bytes))
    #expect(value["file"]?["rows"]?.integer == 1)
    #expect(value["parameters"]?["year"]?.array?.count == 3)
    #expect(record.json(name: "jobs.csv") == record.json(name: "jobs.csv"))
    let entries = record.studyEntries(path: "jobs.csv", table: "jobs")
    #expect(entries.contains("  jobs:\n    file: jobs.csv\n"))
    #expect(entries.contains("    period: DATE\n    value: VALUE\n    unit: jobs\n    rounding: \"5\"\n"))
    #expect(entries.hasSuffix("    where: {MEASURE: \"1\"}\n"))
  }

  @Test("Every source of the catalogue can be planned with its standards, over https, within its service")
  func catalogue() throws {
    #expect(!Catalogue.sources.isEmpty)
    #expect(Set(Catalogue.sources.map(\.name)).count == Catalogue.sources.count)
    for source in Catalogue.sources {
      #expect(
        source.service.base.hasPrefix("https://") && !source.service.base.hasSuffix("/"),
        "\(source.name)"
      )
      #expect(source.documentation.hasPrefix("https://"), "\(source.name)")
      #expect(source.licence.address.hasPrefix("https://"), "\(source.name)")
    }
  }

  @Test("BRES of 2021 asks Nomis for the areas of that year, and years of two geographies apart")
  func bres() throws {
    let source = try Catalogue.source(named: "nomis-bres")
    let plan = try source.plan(
      source.arguments(["year": ["2021"], "geography": ["ITL2"], "industry": ["section"]])
    )
    let address = try #require(plan.addresses(of: source.service).first)
    #expect(
      address.hasPrefix(
        "https://www.nomisweb.co.uk/api/v01/dataset/NM_189_1.data.csv?geography=TYPE438&time=2021&"
      )
    )
    #expect(
      address.contains(
        "&industry=150994945...150994965&employment_status=4&measure=1&measures=20100&select=date,"
      )
    )
    #expect(address.hasSuffix("&recordoffset=0&recordlimit=25000"))
    let later = try source.plan(source.arguments(["year": ["2022,2023"]]))
    #expect(later.addresses(of: source.service).first?.contains("geography=TYPE429&time=2022,2023&") == true)
    #expect(throws: FetchError.self) { try source.plan(source.arguments(["year": ["2021-2022"]])) }
    let districts = try source.plan(source.arguments(["year": ["2021-2022"], "geography": ["E08000019"]]))
    #expect(districts.expectation.codes.first?.asked == ["E08000019"])
  }
}

@Suite struct NetworkRulesTests {
  @Test("Retry-After is read as seconds or as a date, and nothing else")
  func retryAfter() {
    // 6 November 1994, 08:49:37 is 784111777 s after 1970.
    let date = "Sun, 06 Nov 1994 08:49:37 GMT"
    #expect(RetryAfter.seconds(date, now: 784_111_700) == 77)
    #expect(RetryAfter.seconds(date, now: 784_111_800) == 0)
    #expect(RetryAfter.seconds(" 120 ", now: 0) == 120)
    for text in ["", "-1", "soon", "1.5", "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 06 Foo 1994 08:49:37 GMT"] {
      #expect(RetryAfter.seconds(text, now: 0) == nil, "\(text)")
    }
  }

  @Test("Days are counted both ways", arguments: [0, 59, 60, 10_956, 11_016, 11_017, 20_784, 47_540])
  func days(count: Int) {
    #expect(CivilDay(daysSince1970: count).daysSince1970 == count)
  }

  @Test("Known days are named right")
  func knownDays() {
    #expect(CivilDay(daysSince1970: 0).description == "1970-01-01")
    #expect(CivilDay(daysSince1970: 11_016).description == "2000-02-29")
    #expect(CivilDay(year: 2026, month: 11, day: 27).daysSince1970 == 20_784)
  }

  @Test("The proxy of the environment is used, except for this machine and the names left out")
  func proxies() throws {
    let environment = [
      "HTTPS_PROXY": "http://proxy.example:3128/", "HTTP_PROXY": "http://wrong.example:1",
      "no_proxy": ".office.example, a.b",
    ]
    let server = try ProxyChoice.proxy(for: "https", host: "www.nomisweb.co.uk", environment: environment)
    #expect(server?.host == "proxy.example")
    #expect(server?.port == 3128)
    #expect(try ProxyChoice.proxy(for: "http", host: "www.nomisweb.co.uk", environment: environment) == nil)
    for host in ["data.office.example", "office.example", "a.b", "x.a.b", "127.0.0.1", "localhost"] {
      #expect(try ProxyChoice.proxy(for: "https", host: host, environment: environment) == nil, "\(host)")
    }
    #expect(throws: FetchError.self) {
      try ProxyChoice.proxy(for: "https", host: "a.example", environment: ["https_proxy": "socks5://a:1"])
    }
  }

  @Test("A member of a zip archive is read, one and no more")
  func zipMember() async throws {
    let table = "code,value\nA,1\n"
    let one = storedZip(["readme.txt": "x", "data.CSV": table])
    let two = storedZip(["a.csv": table, "b.csv": table])
    try await Fetches.withFolder { folder in
      try await FaultServer.with { request, _ in
        .answer(request.path == "/one.zip" ? one : two, type: "application/zip")
      } _: { server in
        let format = AnswerFormat.zippedCSV(ending: ".csv")
        let found = try await Fetches.run(
          Fetches.source(format: format, paths: ["/one.zip"]),
          from: server,
          cache: folder
        )
        #expect(found.text == table, "\(found.message)")
        let several = try await Fetches.run(
          Fetches.source(format: format, paths: ["/two.zip"]),
          from: server,
          cache: folder
        )
        #expect(several.message.contains("2 files that end in .csv"), "\(several.message)")
      }
    }
  }
}

/// A zip archive with files that are stored as they are, in the order of their names.
private func storedZip(_ files: [String: String]) -> [UInt8] {
  func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
  var archive: [UInt8] = []
  var directory: [UInt8] = []
  for (name, text) in files.sorted(by: { $0.key < $1.key }) {
    let bytes = Array(text.utf8)
    let gzip = gzipStored(text)
    let checksum = Array(gzip[(gzip.count - 8)..<(gzip.count - 4)])
    let common =
      little(20, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(33, 2) + checksum
      + little(bytes.count, 4)
      + little(bytes.count, 4) + little(name.utf8.count, 2) + little(0, 2)
    directory +=
      [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4)
    directory += little(archive.count, 4) + Array(name.utf8)
    archive += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + bytes
  }
  let end =
    [0x50, 0x4B, 5, 6] + little(0, 4) + little(files.count, 2) + little(files.count, 2)
    + little(directory.count, 4)
    + little(archive.count, 4) + little(0, 2)
  return archive + directory + end
}

@Suite struct EncryptionTests {
  @Test("A server that speaks no TLS, and a file of certificates that is not there, are said in words")
  func words() async throws {
    try await Fetches.withFolder { folder in
      try await FaultServer.with { _, _ in
        .text("x")
      } _: { server in
        let base = "https" + server.base.dropFirst(4)
        let plain = try await Fetches.run(Fetches.source(), from: server, cache: folder) {
          $0.base = base
          $0.tries = 1
          $0.firstByteSeconds = 2
        }
        #expect(plain.message.hasPrefix(base + "/table.csv "), "\(plain.message)")
        #expect(!plain.message.contains("BoringSSL"), "\(plain.message)")
        let missing = try await Fetches.run(Fetches.source(), from: server, cache: folder) {
          $0.environment["SSL_CERT_FILE"] = folder + "/none.pem"
        }
        #expect(
          missing.message.hasPrefix(
            "SSL_CERT_FILE is '\(folder)/none.pem'; it must be a file of certificates"
          )
        )
      }
    }
  }
}
