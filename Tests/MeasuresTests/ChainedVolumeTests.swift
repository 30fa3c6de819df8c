import Arithmetic
import Measures
import Testing

@Suite struct ChainedVolumeTests {
  /// Volumes and prices of some industries, drawn for a seed.
  private func economy(_ seed: UInt64, industries: Int = 4, periods: Int = 8)
    -> (volumes: [[Double]], prices: [[Double]])
  {
    var random = RandomStream(seed: 99, stream: seed)
    func series(_ low: Double, _ high: Double) -> [[Double]] {
      (0..<industries).map { _ in (0..<periods).map { _ in random.uniform(low, high) } }
    }
    return (series(10, 100), series(0.5, 2))
  }

  private func values(_ volumes: [[Double]], _ prices: [[Double]]) -> [[Double]] {
    zip(volumes, prices).map { zip($0, $1).map { $0 * $1 } }
  }

  @Test("The volume of one industry is its own, whatever its prices", arguments: UInt64(0)..<200)
  func oneIndustry(seed: UInt64) throws {
    let (volumes, prices) = economy(seed, industries: 1)
    let index = try ChainedVolume.index(volumes: volumes, values: values(volumes, prices))
    for (number, own) in zip(index, volumes[0]) {
      #expect((number - own / volumes[0][0]).magnitude < 1e-12 * number)
    }
  }

  @Test("At constant prices of 1 the volume is the sum", arguments: UInt64(0)..<200)
  func constantPrices(seed: UInt64) throws {
    let (volumes, _) = economy(seed)
    let index = try ChainedVolume.index(volumes: volumes, values: volumes)
    let sums = (0..<8).map { period in volumes.reduce(0) { $0 + $1[period] } }
    for (number, sum) in zip(index, sums) { #expect((number - sum / sums[0]).magnitude < 1e-12 * number) }
  }

  @Test("The volume lies between the least and the greatest growth of its parts", arguments: UInt64(0)..<200)
  func betweenParts(seed: UInt64) throws {
    let (volumes, prices) = economy(seed)
    let index = try ChainedVolume.index(volumes: volumes, values: values(volumes, prices))
    for period in 1..<8 {
      let growth = volumes.map { $0[period] / $0[period - 1] }
      let own = index[period] / index[period - 1]
      #expect(own >= (growth.min() ?? 0) - 1e-12 && own <= (growth.max() ?? 0) + 1e-12)
    }
  }

  @Test("An industry that is nowhere does not count, one with a value and no volume is refused")
  func zeros() throws {
    let (volumes, prices) = economy(1)
    let some = values(volumes, prices)
    let zeros = [[Double](repeating: 0, count: 8)]
    let index = try ChainedVolume.index(volumes: volumes, values: some)
    #expect(try ChainedVolume.index(volumes: volumes + zeros, values: some + zeros) == index)
    #expect(throws: MeasureError.self) {
      _ = try ChainedVolume.index(volumes: volumes + zeros, values: some + [[Double](repeating: 1, count: 8)])
    }
    #expect(throws: MeasureError.self) { _ = try ChainedVolume.index(volumes: zeros, values: zeros) }
    #expect(throws: MeasureError.shapeMismatch(expected: 4, found: 3)) {
      _ = try ChainedVolume.index(volumes: volumes, values: Array(some.dropLast()))
    }
    var missing = volumes
    missing[2][3] = .nan
    #expect(throws: MeasureError.self) { _ = try ChainedVolume.index(volumes: missing, values: some) }
  }
}
