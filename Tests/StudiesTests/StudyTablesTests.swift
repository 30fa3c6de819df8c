import Foundation
import Panels
import Readers
import SmallStudy
import Studies
import Testing

@Suite struct StudyTablesTests {
  private func study(_ edit: (String) -> String = { $0 }) throws -> (TemporaryPlace, Study) {
    let place = try TemporaryPlace()
    let folder = try SmallStudy.write(to: place, text: edit(SmallStudy.text))
    return (place, try Study(folder: folder))
  }

  @Test("A folder without study.yml, a file and nothing at all are no study")
  func noStudy() throws {
    let place = try TemporaryPlace()
    try place.write("a", as: "file.txt")
    for path in [place.path, place.path("file.txt"), place.path("nothing")] {
      let error = #expect(throws: StudyError.self) { _ = try Study(folder: path) }
      #expect("\(error.map { "\($0)" } ?? "")".contains("hinterland init"))
    }
  }

  @Test("A study file that is not UTF-8 is refused by name")
  func notUTF8() throws {
    let place = try TemporaryPlace()
    try place.write(Data([0x73, 0x3A, 0x20, 0xFF, 0xFE]), as: "study.yml")
    let error = #expect(throws: StudyError.self) { _ = try Study(folder: place.path) }
    #expect("\(error.map { "\($0)" } ?? "")".contains("not UTF-8"))
  }

  @Test("A study may be named by its folder, with a slash, or by its file")
  func names() throws {
    let (place, study) = try study()
    for name in [place.path("study"), place.path("study/"), place.path("study/study.yml")] {
      #expect(try Study(folder: name).name == study.name)
    }
  }

  @Test("A missing table is named with publisher, release, address, digest and --data")
  func missingTable() async throws {
    let digest = String(repeating: "ab", count: 32)
    let (place, study) = try study {
      $0.replacing("    file: jobs.csv\n", with: "    file: gone.csv\n    sha256: \(digest)\n")
    }
    let error = #expect(throws: StudyError.self) { _ = try study.inputs() }
    let text = error.map { "\($0)" } ?? ""
    for part in ["'jobs'", "gone.csv", "Small Office", "May 2021", "small.example/jobs", digest, "--data"] {
      #expect(text.contains(part), "\(part) in: \(text)")
    }
    let reading = await #expect(throws: StudyError.self) {
      _ = try await study.store.table("jobs", of: study)
    }
    #expect(reading == error)
    withExtendedLifetime(place) {}
  }

  @Test("Tables may lie in another folder, which the commands then name")
  func otherFolder() async throws {
    let (place, _) = try study()
    try FileManager.default.moveItem(atPath: place.path("study/tables"), toPath: place.path("elsewhere"))
    let study = try Study(folder: place.path("study"), data: place.path("elsewhere"))
    try await study.readAll()
    #expect(study.columns == ["--data", place.path("elsewhere")])
  }

  @Test("A file of other bytes than the study expects is read, and said to be another release")
  func otherRelease() throws {
    let digest = String(repeating: "0", count: 64)
    let (place, study) = try study {
      $0.replacing("    file: jobs.csv\n", with: "    file: jobs.csv\n    sha256: \(digest)\n")
    }
    let inputs = try study.inputs()
    #expect(inputs.changed.count == 1)
    #expect(inputs.changed.first?.contains(digest) == true)
    #expect(inputs.files.map(\.name) == inputs.files.map(\.name).sorted())
    #expect(inputs.files.count == 8)
    withExtendedLifetime(place) {}
  }

  @Test("Recoded and dropped regions are counted in the notices")
  func recode() async throws {
    let (place, study) = try study()
    let table = try await study.store.table("research", of: study)
    #expect(table.panel.regions.codes == SmallStudy.areas)
    #expect(table.panel.regions.elements.map(\.name) == SmallStudy.areas.map { "Area \($0)" })
    #expect(
      table.regionNotices == [
        "6 regions recoded as the study says", "1 region dropped that areas does not have: XZ9",
      ]
    )
    #expect(table.panel[0, 0, 0].value == 90)
    withExtendedLifetime(place) {}
  }

  @Test("A region that the geography does not have is refused unless the study says to drop it")
  func unknownRegion() async throws {
    let (place, study) = try study { $0.replacing("    other regions: drop\n", with: "") }
    let error = await #expect(throws: StudyError.self) {
      _ = try await study.store.table("research", of: study)
    }
    #expect("\(error.map { "\($0)" } ?? "")".contains("'XZ9'"))
    withExtendedLifetime(place) {}
  }

  @Test("Regions and industries that the study leaves out are gone from cells and activity, and counted")
  func leaveOut() async throws {
    let (place, study) = try study {
      $0.replacing(
        "    caution: counts of the small office\n",
        with: "    leave out: [A2]\n    leave out industries: [\"2*\"]\n"
      )
    }
    let table = try await study.store.table("jobs", of: study)
    #expect(table.panel.regions.codes == ["A1", "A3", "B1", "B2", "B3"])
    #expect(table.panel.industries.codes == ["10", "11", "30", "31", "40"])
    let expected = [0, 1, 5, 6, 7]
      .map { 5 * (SmallStudy.trueJobs(area: 2, industry: $0, year: 0) / 5).rounded() }.reduce(0, +)
    #expect(try table.panel.activityByRegion(period: 0)[1].value == expected)
    #expect(table.regionNotices == ["1 region left out as the study says: A2"])
    #expect(
      table.reading.notices.contains {
        $0.text == "3 industries left out of the cells and of all activity: 2*"
      }
    )
    withExtendedLifetime(place) {}
  }

  @Test("A code to leave out that no region has is refused with the nearest")
  func idleLeaveOut() async throws {
    let (place, study) = try study {
      $0.replacing("    caution: counts of the small office\n", with: "    leave out: [A9]\n")
    }
    let error = await #expect(throws: StudyError.self) { _ = try await study.store.table("jobs", of: study) }
    #expect("\(error.map { "\($0)" } ?? "")".contains("'A9'"))
    withExtendedLifetime(place) {}
  }

  @Test("Leaving out and recoding serve a table without a geography too")
  func withoutGeography() async throws {
    let (place, study) = try study {
      $0.replacing(
        "    geography: areas\n    region: area\n",
        with: "    region: area\n    leave out: [XZ9]\n"
      )
    }
    let table = try await study.store.table("research", of: study)
    #expect(table.panel.regions.codes == SmallStudy.areas)
    withExtendedLifetime(place) {}
  }

  @Test("A chain of geographies leads from each region to those above it")
  func lineage() async throws {
    let (place, study) = try study()
    let lineage = try await study.lineage(of: "areas")
    #expect(lineage.count == 6)
    #expect(lineage["B2"] == ["B2", "B"])
    #expect(try await study.lineage(of: "lands")["A"] == ["A"])
    withExtendedLifetime(place) {}
  }

  @Test("A property of the boundaries can say in which region each lies")
  func parentCode() async throws {
    let (place, study) = try study {
      $0.replacing("parent: lands,", with: "parent: lands, parent code: land,")
    }
    #expect(try await study.regions(of: "areas").map(\.parent) == ["A", "A", "A", "B", "B", "B"])
    let (other, wrong) = try self.study {
      $0.replacing("parent: lands,", with: "parent: lands, parent code: name,")
    }
    let error = await #expect(throws: StudyError.self) { _ = try await wrong.regions(of: "areas") }
    #expect("\(error.map { "\($0)" } ?? "")".contains("'Area A1'"))
    withExtendedLifetime((place, other)) {}
  }

  @Test("Unknown tables and geographies are refused with the nearest")
  func unknownNames() throws {
    let (place, study) = try study()
    #expect(throws: StudyError.unknownName(kind: "table", name: "job", nearest: ["jobs"])) {
      _ = try study.table(named: "job")
    }
    #expect(throws: StudyError.unknownName(kind: "geography", name: "areaz", nearest: ["areas"])) {
      _ = try study.geography(named: "areaz")
    }
    withExtendedLifetime(place) {}
  }
}
