/// A counter-based stream of random numbers.
///
/// The draw depends on the seed, the stream and the position alone, never on what was drawn elsewhere, so that
/// replicates may run in any order and on any number of threads and still agree bit for bit.
///
/// The generator is Philox4x32 with ten rounds.
///
/// **Source.** Salmon, Moraes, Dror & Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, SC '11,
/// doi:10.1145/2063384.2063405. **Checked against.** The known answers of the authors' Random123 library.
public struct RandomStream: RandomNumberGenerator, Sendable {
  private let key: SIMD2<UInt32>
  private let stream: UInt64
  private var block: UInt64 = 0
  private var spare: UInt64?

  /// Makes the stream of a seed and a replicate.
  ///
  /// - Parameters:
  ///   - seed: The seed of the whole run.
  ///   - stream: The number of the replicate, region, industry or other unit that draws.
  public init(seed: UInt64, stream: UInt64 = 0) {
    key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    self.stream = stream
  }

  /// Returns the next 64 random bits.
  public mutating func next() -> UInt64 {
    if let kept = spare {
      spare = nil
      return kept
    }
    let counter = SIMD4<UInt32>(
      UInt32(truncatingIfNeeded: block),
      UInt32(truncatingIfNeeded: block >> 32),
      UInt32(truncatingIfNeeded: stream),
      UInt32(truncatingIfNeeded: stream >> 32)
    )
    block &+= 1
    let bits = RandomStream.philox(counter: counter, key: key)
    spare = UInt64(bits[2]) | UInt64(bits[3]) << 32
    return UInt64(bits[0]) | UInt64(bits[1]) << 32
  }

  /// Returns a number uniform on `0 ..< 1`, a multiple of 2⁻⁵³.
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Returns a number uniform on `lower ... upper`.
  public mutating func uniform(_ lower: Double, _ upper: Double) -> Double {
    lower + (upper - lower) * uniform()
  }

  /// Returns a whole number uniform on `0 ..< count`.
  ///
  /// - Parameter count: How many values are possible; at least 1.
  /// - Returns: The number.
  public mutating func below(_ count: Int) -> Int {
    precondition(count > 0, "below(\(count)): count must be positive")
    return Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// Returns a standard normal number, by the polar method of Marsaglia.
  public mutating func normal() -> Double {
    while true {
      let u = 2 * uniform() - 1
      let v = 2 * uniform() - 1
      let square = u * u + v * v
      guard square < 1, square > 0 else { continue }
      return u * (-2 * naturalLogarithm(square) / square).squareRoot()
    }
  }

  /// The ten rounds of Philox4x32.
  package static func philox(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var (c0, c1, c2, c3) = (counter[0], counter[1], counter[2], counter[3])
    var (k0, k1) = (key[0], key[1])
    for _ in 0..<10 {
      let low = UInt64(c0) * 0xD251_1F53
      let high = UInt64(c2) * 0xCD9E_8D57
      (c0, c1, c2, c3) = (
        UInt32(truncatingIfNeeded: high >> 32) ^ c1 ^ k0,
        UInt32(truncatingIfNeeded: high),
        UInt32(truncatingIfNeeded: low >> 32) ^ c3 ^ k1,
        UInt32(truncatingIfNeeded: low)
      )
      (k0, k1) = (k0 &+ 0x9E37_79B9, k1 &+ 0xBB67_AE85)
    }
    return SIMD4(c0, c1, c2, c3)
  }
}
