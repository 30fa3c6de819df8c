import Commands
import Foundation
import Panels
import Readers
import SmallStudy
import Testing

/// The order of rows, the names of codes and the unit of numbers change results only as they should.
@Suite struct MetamorphicTests {
  /// A result: numbers by their key, and the keys in the order of the rows.
  private struct Result {
    var keys: [String] = []
    var numbers: [String: [String]] = [:]

    init(_ text: String) throws {
      let lines = text.split(separator: "\n")
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      let header = try #require(lines.first)
      let keyColumns = header.indices.filter {
        ["region", "industry", "period", "measure", "group"].contains(header[$0])
      }
      let numberColumns = header.indices.filter { ["value", "lower", "upper"].contains(header[$0]) }
      for line in lines.dropFirst() where line.count >= header.count {
        let key = keyColumns.map { line[$0] }.joined(separator: "|")
        keys.append(key)
        numbers[key] = numberColumns.map { line[$0] }
      }
    }
  }

  private static let regions = ["E1", "E2", "E3", "E4"]
  private static let industries = ["01", "10", "26", "30", "86"]

  private let place: TemporaryPlace

  init() throws { place = try TemporaryPlace() }

  private struct Row {
    var region: String
    var industry: String
    var period: String
    var value: Int
  }

  private static let rows: [Row] = regions.enumerated()
    .flatMap { r, region in
      industries.enumerated()
        .flatMap { i, industry in
          ["2019", "2020"].enumerated()
            .map { p, period in
              Row(
                region: region,
                industry: industry,
                period: period,
                value: 10 + (r * 37 + i * 23 + p * 11) * (i + r + 1) % 211
              )
            }
        }
    }

  private func write(_ rows: [Row], as name: String) throws {
    let lines = rows.map { "\($0.region),\($0.industry),\($0.period),\($0.value)" }
    try place.write("region,industry,period,value\n" + lines.joined(separator: "\n") + "\n", as: name)
  }

  private func result(_ verb: String, _ name: String, _ more: [String]) async throws -> Result {
    let outcome = await HinterlandCommand.outcome(
      of: [verb, place.path(name), "--no-interval", "--format", "csv"] + more
    )
    #expect(outcome.status == 0, "\(verb): \(outcome.notices)")
    return try Result(outcome.text)
  }

  private func expectClose(_ one: [String]?, _ other: [String]?, factor: Double = 1, _ key: String) {
    guard let one, let other, one.count == other.count else {
      Issue.record("\(key) is only in one result")
      return
    }
    for (left, right) in zip(one, other) {
      guard let left = Double(left), let right = Double(right) else {
        #expect(left == right, "\(key)")
        continue
      }
      #expect(abs(left * factor - right) <= 1e-12 * max(1, abs(right)), "\(key): \(left) and \(right)")
    }
  }

  @Test("Shuffled rows give the same numbers", arguments: ["concentration", "specialization"], [1, 2, 3])
  func shuffled(verb: String, seed: UInt64) async throws {
    try write(Self.rows, as: "plain.csv")
    var shuffled = Self.rows
    var state = seed
    for index in shuffled.indices.reversed() {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      shuffled.swapAt(index, Int((state >> 33) % UInt64(index + 1)))
    }
    try write(shuffled, as: "shuffled.csv")
    let plain = try await result(verb, "plain.csv", [])
    let other = try await result(verb, "shuffled.csv", [])
    #expect(plain.keys.count > 4 && plain.keys.sorted() == other.keys.sorted())
    for key in plain.keys { expectClose(plain.numbers[key], other.numbers[key], key) }
  }

  @Test(
    "Renamed codes give the same numbers under their new names",
    arguments: ["concentration", "specialization"]
  )
  func renamed(verb: String) async throws {
    try write(Self.rows, as: "plain.csv")
    let names = Dictionary(
      uniqueKeysWithValues: zip(Self.regions + Self.industries, "qrstuvwxy".map { "\($0)\($0)" })
    )
    let renamed = Self.rows.map {
      Row(
        region: names[$0.region] ?? "",
        industry: names[$0.industry] ?? "",
        period: $0.period,
        value: $0.value
      )
    }
    try write(renamed, as: "renamed.csv")
    let plain = try await result(verb, "plain.csv", [])
    let other = try await result(verb, "renamed.csv", [])
    let expected = plain.keys.map { key in
      key.split(separator: "|", omittingEmptySubsequences: false).map { names[String($0)] ?? String($0) }
        .joined(separator: "|")
    }
    #expect(plain.keys.count > 4 && Set(expected) == Set(other.keys) && expected != plain.keys)
    for (old, new) in zip(plain.keys, expected) { expectClose(plain.numbers[old], other.numbers[new], new) }
  }

  @Test(
    "Numbers a thousand times as large leave indices as they are",
    arguments: ["concentration", "specialization"]
  )
  func scaledIndices(verb: String) async throws {
    try write(Self.rows, as: "plain.csv")
    try write(
      Self.rows.map {
        var row = $0
        row.value *= 1_000
        return row
      },
      as: "scaled.csv"
    )
    let plain = try await result(verb, "plain.csv", [])
    let other = try await result(verb, "scaled.csv", [])
    #expect(plain.keys.count > 4 && plain.keys == other.keys)
    for key in plain.keys { expectClose(plain.numbers[key], other.numbers[key], key) }
  }

  @Test("Numbers a thousand times as large make the cells of a tidy copy so, and nothing else")
  func scaledCells() async throws {
    try write(Self.rows, as: "plain.csv")
    try write(
      Self.rows.map {
        var row = $0
        row.value *= 1_000
        return row
      },
      as: "scaled.csv"
    )
    func tidy(_ name: String) async throws -> [[String]] {
      let outcome = await HinterlandCommand.outcome(of: ["clean", place.path(name), "--format", "csv"])
      #expect(outcome.status == 0, "\(outcome.notices)")
      return outcome.text.split(separator: "\n")
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }
    let (plain, scaled) = (try await tidy("plain.csv"), try await tidy("scaled.csv"))
    #expect(plain.count == 41 && plain.count == scaled.count)
    for (one, other) in zip(plain, scaled).dropFirst() {
      #expect(one.prefix(5) == other.prefix(5) && one.suffix(2) == other.suffix(2))
      #expect((Double(one[5]) ?? .nan) * 1_000 == Double(other[5]))
    }
  }

  @Test("A JSON-stat file is cleaned and measured without an option, and one that breaks off ends with 3")
  func jsonStat() async throws {
    try write(Self.rows, as: "plain.csv")
    let values = Self.rows.map { "\($0.value)" }.joined(separator: ",")
    let codes = Self.industries.map { "\"\($0)\"" }.joined(separator: ",")
    let text = """
      {"version":"2.0","class":"dataset","id":["geo","sic","time"],"size":[4,5,2],"role":{"time":["time"],"geo":["geo"]},
      "dimension":{"geo":{"category":{"index":["E1","E2","E3","E4"]}},"sic":{"category":{"index":[\(codes)]}},
      "time":{"category":{"index":["2019","2020"]}}},"value":[\(values)]}
      """
    try place.write(text, as: "cube.json")
    let plain = try await result("specialization", "plain.csv", [])
    let cube = try await result("specialization", "cube.json", [])
    #expect(plain.keys == cube.keys && plain.numbers == cube.numbers)
    try place.write(String(text.dropLast(9)), as: "cut.json")
    let outcome = await HinterlandCommand.outcome(of: ["clean", place.path("cut.json")])
    #expect(outcome.status == 3)
    #expect("\(outcome.notices)".contains("If the file breaks off, fetch it again"))
  }
}
