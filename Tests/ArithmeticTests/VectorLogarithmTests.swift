import Arithmetic
import Testing

@Suite("Logarithms several at once")
struct VectorLogarithmTests {
  private func worst(_ numbers: [Double]) -> Double {
    var worst = 0.0
    for start in stride(from: 0, to: numbers.count - 3, by: 4) {
      let x = SIMD4(numbers[start], numbers[start + 1], numbers[start + 2], numbers[start + 3])
      let found = naturalLogarithm(x)
      for lane in 0..<4 {
        let expected: Double = naturalLogarithm(x[lane])
        let error = (found[lane] - expected).magnitude
        worst = max(worst, error == 0 ? 0 : error / expected.ulp)
      }
    }
    return worst
  }

  // The C library's own result is within half a unit and a little, so 2 units between the two are 1.5 of ours.
  @Test("A logarithm is within two units in the last place of the C library's", arguments: 0..<8)
  func range(seed: Int) {
    var stream = RandomStream(seed: UInt64(seed), stream: 9)
    let magnitudes = (0..<50_000).map { _ in Double(bitPattern: 1 << 52 + stream.next() % (2045 << 52)) }
    #expect(worst(magnitudes) <= 2)
    let nearOne = (0..<50_000).map { _ in stream.uniform(0.6, 1.6) }
    #expect(worst(nearOne) <= 2)
    let closest = (0..<20_000).map { _ in 1 + (stream.uniform() - 0.5) * exponential(-30 * stream.uniform()) }
    #expect(worst(closest) <= 2)
  }

  @Test("Whole numbers, powers of two and the ends of the range")
  func special() {
    #expect(worst((1...4000).map(Double.init)) <= 2)
    #expect(worst((-1022...1023).map { Double(sign: .plus, exponent: $0, significand: 1) }) <= 2)
    let ends: SIMD4<Double> = [1, .leastNormalMagnitude, .greatestFiniteMagnitude, 1.0.nextDown]
    #expect(naturalLogarithm(ends)[0] == 0)
    #expect(worst([1, .leastNormalMagnitude, .greatestFiniteMagnitude, 1.0.nextDown]) <= 2)
  }
}
