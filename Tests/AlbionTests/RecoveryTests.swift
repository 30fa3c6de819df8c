import Albion
import Testing

@Suite struct RecoveryTests {
  @Test("What was planted is found in the published tables in at least nine seeds of ten")
  func plantedIsFound() throws {
    var failed: [String] = []
    for seed in 1...Economies.seedCount {
      let albion = Albion(plan: AlbionPlan(seed: seed))
      let failures = try Recovery(files: albion.evidence(), truth: albion.truth)
        .failures(against: albion.truth)
      if !failures.isEmpty { failed.append("seed \(seed): \(failures.joined(separator: "; "))") }
    }
    if Economies.isVerifying {
      print("planted: \(failed.count) of \(Economies.seedCount) seeds missed\n", failed)
    }
    #expect(failed.count * 10 <= Int(Economies.seedCount), "\(failed)")
  }

  @Test("Nothing is found in at least nineteen of twenty seeds where nothing was planted")
  func nothingIsFound() throws {
    var failed: [String] = []
    for seed in 1...Economies.seedCount {
      let albion = Albion(plan: AlbionPlan(nothingPlantedWithSeed: seed))
      let failures = try Recovery(files: albion.evidence(), truth: albion.truth)
        .failures(against: albion.truth)
      if !failures.isEmpty { failed.append("seed \(seed): \(failures.joined(separator: "; "))") }
    }
    if Economies.isVerifying {
      print("nothing: \(failed.count) of \(Economies.seedCount) seeds found some\n", failed)
    }
    #expect(failed.count * 20 <= Int(Economies.seedCount), "\(failed)")
  }

  @Test("The statistics are not blind: read against another seed's truth they fail")
  func wrongTruthFails() throws {
    let albion = Economies.planted
    let other = Truth(of: AlbionPlan(nothingPlantedWithSeed: 7), like: albion)
    let recovery = try Recovery(files: albion.evidence(), truth: albion.truth)
    #expect(recovery.failures(against: other).count >= 10)
  }

  @Test(
    "The rule of mean plus one standard deviation finds three quarters of the list and at most two others"
  )
  func ruleFindsList() throws {
    let albion = Economies.planted
    let jobs = albion.exact.regions.jobs
    let old = AlbionIndustry.all.indices.filter { ["B", "C"].contains(AlbionIndustry.all[$0].section) }
    let shares = (0..<jobs.areas)
      .map { area in
        let all = (0..<jobs.industries).reduce(0) { $0 + jobs[0, area, $1] }
        return Double(old.reduce(0) { $0 + jobs[0, area, $1] }) / Double(all)
      }
    let mean = shares.reduce(0, +) / Double(shares.count)
    let variance = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(shares.count - 1)
    let found = shares.indices.filter { shares[$0] > mean + variance.squareRoot() }
      .map { albion.geography.regions[$0].code }
    let both = Set(found).intersection(albion.truth.traditionalRegions)
    #expect(Set(found).subtracting(albion.truth.traditionalRegions).count <= 2, "\(found)")
    #expect(both.count * 4 >= albion.truth.traditionalRegions.count * 3, "\(found)")
  }
}
