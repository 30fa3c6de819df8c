import Analyses
import Measures
import Panels
import SmallStudy
import Studies
import Testing

@Suite struct EveryAnalysisTests {
  /// Arguments for each analysis, as a user may type them, in an order that is not that of a manifest.
  static let typed: [(analysis: String, arguments: [String])] = [
    ("shares", []),
    ("shares", ["--average", "2", "--block", "--group", "old places", "--table", "output"]),
    ("shares", ["--members", "--group", "density", "--table", "output"]),
    ("shares", ["--periods", "2016:", "--only-region", "A1", "--only", "10", "--table", "jobs"]),
    ("specialization", []),
    ("specialization", ["--no-interval", "--only-region=A1", "--only", "*", "--level", "division"]),
    ("specialization", ["--seed", "18446744073709551615", "--threshold", "1.25", "--measure", "log-lq"]),
    ("specialization", ["--group", "density", "--table", "jobs"]),
    ("concentration", ["--measure", "gini,theil,top:3,ge:0.5", "--reference", "equal"]),
    ("concentration", ["--contributions", "--definition", "food", "--table", "output"]),
    ("concentration", ["--reference", "area", "--table", "output", "--group", "parent"]),
    ("two-way", ["--group", "halves", "--strong", "1.1", "--last", "2"]),
    ("scatter", ["--interval", "0.9", "--table", "volumes"]),
    ("scatter", ["--no-interval", "--table", "volumes"]),
    ("shares", ["--interval", "0.5", "--replicates", "99", "--table", "jobs"]),
    ("shares", ["--no-interval", "--group", "density", "--table", "jobs"]),
    ("concentration", ["--interval", "0.999", "--replicates", "1999", "--seed", "3", "--table", "jobs"]),
    ("concentration", ["--no-interval", "--table", "jobs"]),
    ("two-way", ["--interval", "0.8", "--group", "halves", "--table", "jobs"]),
    ("specialization", ["--interval", "0.9", "--group", "halves", "--table", "jobs"]),
    ("scatter", ["--allow-current", "--table", "output", "--indicator", "research over people"]),
  ]

  @Test("Arguments put in order once are in order, and mean the same", arguments: typed)
  func normalized(analysis: String, arguments: [String]) async throws {
    let entry = try #require(AnalysisList.entry(named: analysis))
    let once = try entry.normalized(arguments)
    #expect(try entry.normalized(once) == once)
    let open = try OpenStudy()
    let typed = try await open.answer(analysis, arguments)
    let ordered = try await open.answer(analysis, once)
    #expect(!typed.isEmpty)
    #expect(typed == ordered)
    #expect(typed.allSatisfy { $0.request == Request(analysis: analysis, arguments: once) })
  }

  @Test("An unknown analysis has no entry, and each entry is found by its name")
  func entries() {
    for entry in AnalysisList.all { #expect(AnalysisList.entry(named: entry.name)?.name == entry.name) }
    #expect(AnalysisList.entry(named: "share") == nil)
    #expect(Set(AnalysisList.all.map(\.name)).count == AnalysisList.all.count)
  }

  @Test("Every request of a report is answered with sentence, numbers, method, command and sources")
  func everyRequest() async throws {
    let open = try OpenStudy()
    let requests = open.requests
    #expect(Set(requests.map(\.analysis)) == Set(AnalysisList.all.map(\.name)))
    for request in requests {
      let entry = try #require(AnalysisList.entry(named: request.analysis))
      #expect(entry.missing(from: open.study).isEmpty)
      let findings: [Finding]
      do {
        findings = try await entry.answer(request, on: open.study)
      } catch MeasureError.notIdentifiable {
        // What moved Theil cannot be told where the last year has a suppressed cell.
        #expect(request.arguments.contains("--contributions") && request.arguments.contains("jobs"))
        continue
      }
      #expect(!findings.isEmpty)
      for finding in findings { check(finding, of: request) }
    }
  }

  private func check(_ finding: Finding, of request: Request) {
    let name = Comment(rawValue: "\(finding.id), \(request.arguments)")
    #expect(finding.sentence.hasSuffix("."), name)
    #expect(finding.sentence.count > 20, name)
    #expect(!finding.question.isEmpty, name)
    #expect(!finding.table.rows.isEmpty, name)
    #expect(finding.table.columns.contains("measure") && finding.table.columns.contains("value"), name)
    for text in [
      finding.method.formula, finding.method.symbols, finding.method.citation, finding.method.howToRead,
      finding.method.uncertainty,
    ] { #expect(!text.isEmpty, name) }
    #expect(finding.command.hasPrefix("hinterland \(request.analysis) "), name)
    #expect(!finding.sources.isEmpty, name)
    #expect(finding.sources.allSatisfy { $0.label.hasPrefix("Small Office") && !$0.file.isEmpty }, name)
    #expect(finding.cautions.contains { $0.hasPrefix("Invented data") }, name)
    #expect(
      finding.id.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") },
      name
    )
    for row in finding.table.rows {
      let numbers = ["lower", "value", "upper"].compactMap { finding.table.number($0, in: row) }
      #expect(numbers == numbers.sorted(), "\(finding.id): \(row)")
      #expect(!numbers.contains { !$0.isFinite }, "\(finding.id): \(row)")
    }
  }

  @Test("A study of the same data answers the same, asked in another order and at the same time")
  func sameAnswers() async throws {
    let first = try OpenStudy()
    let second = try OpenStudy()
    let requests = first.requests
    var one: [[Finding]] = []
    for request in requests { one.append(try await first.answer(request.analysis, request.arguments)) }
    let other = try await withThrowingTaskGroup(of: (Int, [Finding]).self) { group in
      for (position, request) in requests.enumerated().reversed() {
        group.addTask { (position, try await second.answer(request.analysis, request.arguments)) }
      }
      var all = [[Finding]](repeating: [], count: requests.count)
      for try await (position, findings) in group { all[position] = findings }
      return all
    }
    for (left, right) in zip(one.joined(), other.joined()) {
      #expect(left.sentence == right.sentence)
      #expect(left.table == right.table)
    }
  }

  @Test("What an analysis lacks is said in words")
  func missing() throws {
    var description = StudyDescription.TableDescription(name: "people", file: "people.csv")
    description.region = "region"
    description.period = "year"
    description.value = "people"
    description.detectsColumns = false
    let study = Study(table: description, columns: [])
    for entry in AnalysisList.all {
      #expect(entry.missing(from: study) == ["a table of industries by region"])
      #expect(entry.requests(for: study).isEmpty)
    }
  }

  /// Names that the study does not have, and the nearest that it has.
  static let unknown: [(analysis: String, arguments: [String], nearest: String)] = [
    ("shares", ["--table", "job"], "jobs"),
    ("shares", ["--only", "111"], "11"),
    ("shares", ["--only-region", "A9"], "A1"),
    ("shares", ["--definition", "machine"], "machines"),
    ("shares", ["--group", "old place"], "old places"),
    ("shares", ["--level", "divisio"], "division"),
    ("concentration", ["--table", "output", "--group", "densty"], "density"),
    ("scatter", ["--table", "volumes", "--indicator", "research over peopl"], "research over people"),
  ]

  @Test("An unknown name is refused with the nearest", arguments: unknown)
  func unknownName(analysis: String, arguments: [String], nearest: String) async throws {
    let open = try OpenStudy()
    do {
      _ = try await open.answer(analysis, arguments)
      Issue.record("\(arguments) was answered")
    } catch {
      #expect("\(error)".contains("'\(nearest)'"), "\(error)")
    }
  }

  @Test("Growth in current prices is refused, and allowed when asked for")
  func currentPrices() async throws {
    let open = try OpenStudy()
    await #expect(throws: StudyError.currentPrices(table: "output")) {
      _ = try await open.answer("scatter", ["--table", "output"])
    }
    _ = try await open.finding("scatter", ["--table", "output", "--allow-current"])
  }
}
