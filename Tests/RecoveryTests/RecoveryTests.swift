import Albion
import Foundation
import Testing

/// Whether the analyses, asked as the report asks them, find what was planted in an invented economy, and no more.
@Suite struct RecoveryTests {
  private static let isVerifying = ProcessInfo.processInfo.environment["HINTERLAND_VERIFY"] == "1"
  private static let seeds: ClosedRange<UInt64> = 1...(isVerifying ? 200 : 3)

  @Test("Nine seeds of ten show all that was planted, in the published tables, and bounds contain the truth")
  func plantedIsFound() async throws {
    var tally = Tally()
    for seed in RecoveryTests.seeds { tally.add(try await Answers(AlbionPlan(seed: seed)), seed: seed) }
    tally.report("planted")
    #expect(tally.recovered * 10 >= tally.facts * 9, "\(tally.misses)")
    #expect(tally.seedsWithoutMiss * 10 >= tally.seeds * 9, "\(tally.misses)")
    #expect(tally.escapes.isEmpty, "\(tally.escapes)")
    #expect(tally.bounds > 0)
  }

  @Test("Nineteen seeds of twenty without anything planted show nothing at all, and bounds contain the truth")
  func nothingIsFound() async throws {
    var tally = Tally()
    for seed in RecoveryTests.seeds {
      tally.add(try await Answers(AlbionPlan(nothingPlantedWithSeed: seed)), seed: seed)
    }
    tally.report("nothing planted")
    #expect(tally.seedsWithoutMiss * 20 >= tally.seeds * 19, "\(tally.misses)")
    #expect(tally.escapes.isEmpty, "\(tally.escapes)")
  }

  /// What came of many seeds.
  private struct Tally {
    var seeds = 0
    var facts = 0
    var recovered = 0
    var seedsWithoutMiss = 0
    var bounds = 0
    var escapes: [String] = []
    var misses: [String] = []
    /// Kinds of fact in order of appearance, with how many there were and were recovered.
    var kinds: [(name: String, count: Int, recovered: Int)] = []

    mutating func add(_ answers: Answers, seed: UInt64) {
      seeds += 1
      facts += answers.facts.count
      bounds += answers.boundCount
      escapes += answers.escapes.map { "seed \(seed): \($0)" }
      let missed = answers.facts.filter { !$0.isRecovered }
      recovered += answers.facts.count - missed.count
      if missed.isEmpty { seedsWithoutMiss += 1 }
      misses += missed.map { fact in
        "seed \(seed): \(fact.name) planted \(fact.planted), found \(fact.found): \(fact.sentence)"
      }
      for fact in answers.facts { count(fact) }
    }

    private mutating func count(_ fact: Answers.Fact) {
      let kind = fact.name.split(separator: " ").first.map(String.init) ?? fact.name
      let found = fact.isRecovered ? 1 : 0
      if let position = kinds.firstIndex(where: { $0.name == kind }) {
        kinds[position].count += 1
        kinds[position].recovered += found
      } else {
        kinds.append((kind, 1, found))
      }
    }

    func report(_ title: String) {
      guard RecoveryTests.isVerifying else { return }
      print(
        "\(title): \(recovered) of \(facts) facts as planted, \(seedsWithoutMiss) of \(seeds) seeds in everything, "
          + "\(bounds - escapes.count) of \(bounds) bounds hold"
      )
      for kind in kinds { print("  \(kind.name): \(kind.recovered) of \(kind.count)") }
      for miss in misses { print("  \(miss)") }
    }
  }
}
