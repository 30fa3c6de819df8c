import Arithmetic
import Testing

@Suite struct RandomStreamTests {
  @Test("Philox4x32 with ten rounds gives the known answers of Random123")
  func knownAnswers() {
    #expect(
      RandomStream.philox(counter: SIMD4(0, 0, 0, 0), key: SIMD2(0, 0))
        == SIMD4(0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8)
    )
    let ones = UInt32.max
    #expect(
      RandomStream.philox(counter: SIMD4(ones, ones, ones, ones), key: SIMD2(ones, ones))
        == SIMD4(0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD)
    )
    #expect(
      RandomStream.philox(
        counter: SIMD4(0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344),
        key: SIMD2(0xA409_3822, 0x299F_31D0)
      ) == SIMD4(0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1)
    )
  }

  @Test("A stream depends on its seed and number alone")
  func independence() {
    var first = RandomStream(seed: 1, stream: 2)
    var again = RandomStream(seed: 1, stream: 2)
    var other = RandomStream(seed: 1, stream: 3)
    let draws = (0..<100).map { _ in first.next() }
    #expect(draws == (0..<100).map { _ in again.next() })
    #expect(draws != (0..<100).map { _ in other.next() })
  }

  @Test("Uniform and normal numbers have the moments of their distributions")
  func moments() {
    var stream = RandomStream(seed: 9)
    let count = 200_000
    let uniform = (0..<count).map { _ in stream.uniform() }
    let normal = (0..<count).map { _ in stream.normal() }
    #expect((uniform.compensatedSum / Double(count) - 0.5).magnitude < 0.004)
    #expect(uniform.allSatisfy { (0..<1).contains($0) })
    #expect((normal.compensatedSum / Double(count)).magnitude < 0.012)
    #expect((normal.map { $0 * $0 }.compensatedSum / Double(count) - 1).magnitude < 0.02)
    let dice = (0..<60_000).map { _ in stream.below(6) }
    for face in 0..<6 { #expect((dice.count { $0 == face } - 10_000).magnitude < 500) }
  }
}

@Suite struct ConcurrentMapTests {
  @Test(
    "Results come in the order of the units, for any number of chunks",
    arguments: [1, 2, 3, 7, 64, 1000]
  )
  func order(chunks: Int) async throws {
    let squares = try await concurrentMap(count: 100, chunks: chunks) { $0 * $0 }
    #expect(squares == (0..<100).map { $0 * $0 })
  }

  @Test("The error of the first unit that failed is thrown, and a cancelled task stops")
  func failure() async {
    struct Failure: Error, Equatable { let unit: Int }
    await #expect(throws: Failure(unit: 13)) {
      _ = try await concurrentMap(count: 100, chunks: 4) { unit -> Int in
        if unit == 13 || unit == 80 { throw Failure(unit: unit) }
        return unit
      }
    }
    let task = Task { try await concurrentMap(count: 1_000_000, chunks: 4) { $0 } }
    task.cancel()
    await #expect(throws: (any Error).self) { _ = try await task.value }
  }

  @Test("A compensated sum keeps what a plain sum loses")
  func compensation() {
    #expect([1e16, 1, -1e16, 1].compensatedSum == 2)
    #expect([1e16, 1, -1e16, 1].reduce(0, +) != 2)
  }
}
