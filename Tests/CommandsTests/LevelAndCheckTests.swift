import Commands
import Foundation
import Panels
import Readers
import SmallStudy
import Testing

@Suite struct LevelAndCheckTests {
  private let place: TemporaryPlace

  init() throws {
    place = try TemporaryPlace()
    var lines = ["area,sic,year,jobs"]
    for (area, factor) in [("North", 1), ("South", 3), ("West", 2)] {
      for (code, jobs) in [("10110", 40), ("10120", 60), ("29100", 500), ("30300", 80), ("86101", 700)] {
        lines.append("\(area),\(code),2021,\(jobs * factor + code.utf8.reduce(0) { $0 + Int($1) % 7 })")
      }
    }
    try place.write(lines.joined(separator: "\n") + "\n", as: "jobs.csv")
    try place.write(lines.joined(separator: "\n") + "\nNorth,29,2021,9\n", as: "mixed.csv")
    try place.write(lines.joined(separator: "\n") + "\nNorth,99999,2021,9\n", as: "stranger.csv")
  }

  private let columns = ["--region", "area", "--industry", "sic", "--period", "year", "--value", "jobs"]

  private func run(_ words: [String]) async -> CommandOutcome { await HinterlandCommand.outcome(of: words) }

  private func industries(_ level: String) async -> [String] {
    let outcome = await run(
      ["specialization", place.path("jobs.csv")] + columns + ["--level", level, "--only-region", "North"]
    )
    #expect(outcome.status == 0, "\(outcome.notices)")
    return outcome.text.split(separator: "\n").dropFirst()
      .compactMap { $0.split(separator: ",").dropFirst().first.map(String.init) }.sorted()
  }

  @Test("A bare table is worked at every level of SIC 2007")
  func levels() async {
    #expect(await industries("section") == ["C", "Q"])
    #expect(await industries("division") == ["10", "29", "30", "86"])
    #expect(await industries("group") == ["10.1", "29.1", "30.3", "86.1"])
    #expect(await industries("class") == ["10.11", "10.12", "29.10", "30.30", "86.10"])
    #expect(await industries("subclass") == ["10.11", "10.12", "29.10", "30.30", "86.10/1"])
  }

  @Test("Levels are not mixed, and a misspelt level or a code that is no code is refused by name")
  func refusals() async {
    for (file, level, status, text) in [
      ("mixed.csv", "section", Int32(3), "'29100' is part of '29'"),
      ("stranger.csv", "section", 3, "'99999' is not in SIC 2007"),
      ("jobs.csv", "divsion", 2, "did you mean 'division'"),
    ] {
      let outcome = await run(["specialization", place.path(file)] + columns + ["--level", level])
      #expect(outcome.status == status, "\(outcome.notices)")
      #expect(outcome.notices.contains(text), "\(outcome.notices)")
    }
  }

  @Test("A code above a level and a level that is none are refused with the classification and what to do")
  func coarseCodes() async throws {
    let lines = [
      "area,sic,year,jobs", "North,C (10-33),2021,900", "South,C (10-33),2021,700", "North,86101,2021,5",
    ]
    try place.write(lines.joined(separator: "\n") + "\n", as: "coarse.csv")
    let call = ["specialization", place.path("coarse.csv")] + columns
    let coarse = await run(call + ["--level", "division"])
    #expect(coarse.status == 3)
    #expect(
      coarse.notices.contains(
        "coarse.csv' cannot serve: its code 'C (10-33)' stands for 'C' of level 'section' of SIC 2007, which is coarser "
          + "than 'division' and cannot be parted. Work at --level section, or keep only finer codes with --where."
      ),
      "\(coarse.notices)"
    )
    #expect(await run(call + ["--level", "section"]).status == 0)
    let none = await run(call + ["--level", "sector"])
    #expect(none.status == 2 && none.notices.contains("SIC 2007 has no level 'sector'"), "\(none.notices)")
  }

  @Test("An unknown code of an explained cell is named with file, axis and nearest")
  func unknownCells() async {
    for (cell, text) in [
      ("industry=3030,region=North,period=2021", "jobs.csv' has no industry '3030'; did you mean '30300'"),
      ("industry=30300,region=Nroth,period=2021", "jobs.csv' has no region 'Nroth'; did you mean 'North'"),
    ] {
      let outcome = await run(["explain", "lq", place.path("jobs.csv")] + columns + ["--cell", cell])
      #expect(outcome.status == 2 && outcome.notices.contains(text), "\(outcome.notices)")
    }
  }

  @Test("A code of a level is explained with its title; a level that is none is refused")
  func explained() async {
    let call = ["explain", "lq", place.path("jobs.csv")] + columns + ["--cell", "region=North,industry=29"]
    let outcome = await run(call + ["--level", "division"])
    #expect(outcome.status == 0, "\(outcome.notices)")
    #expect(outcome.text.contains("Manufacture of motor vehicles, trailers and semi-trailers (29)"))
    #expect(await run(call + ["--level", "divsion"]).status == 2)
  }

  @Test("Check obeys the columns that it is told, and refuses those that are not there or of a study")
  func check() async throws {
    let file = place.path("jobs.csv")
    let told = await run(["check", file] + columns)
    #expect(told.status == 0, "\(told.notices)")
    #expect(told.text.contains("region: area; industry: sic; period: year; value: jobs"))
    #expect(told.text.contains("all 5 codes of 'sic' are of it"))
    let stranger = await run(["check", place.path("stranger.csv")])
    #expect(stranger.text.contains("1 of 6 codes of 'sic' are not of it: '99999'"))
    #expect(await run(["check", file, "--value", "jbos"]).status == 2)
    #expect(await run(["check", file, "--period", "area"]).status == 1)
    let study = try SmallStudy.write(to: place)
    #expect(await run(["check", study, "--region", "area"]).status == 2)
    let checked = await run(["check", study])
    #expect(checked.text.contains("Codes of areas"), "\(checked.text)")
  }

  @Test("Read takes a sheet of text, and clean gives the titles of codes")
  func read() async throws {
    let table = Table(name: "names", columns: ["code"], rows: [[.text("TLC1")], [.text("TLC2")]])
    try AtomicFile.write(WorkbookWriter.bytes(of: [table], title: ""), to: place.path("names.xlsx"))
    let read = await run(["read", place.path("names.xlsx"), "--sheet", "names"])
    #expect(read.text == "code\nTLC1\nTLC2\n", "\(read.notices)")
    let clean = await run(["clean", place.path("jobs.csv")] + columns)
    #expect(clean.text.contains("Manufacture of motor vehicles"), "\(clean.text.prefix(300))")
  }
}
