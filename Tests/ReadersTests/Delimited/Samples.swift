import Arithmetic
import Panels
import Readers

/// Small tables for tests.
enum Samples {
  /// Options for the columns `r`, `i`, `y`, `v`.
  static var options: PanelOptions { PanelOptions(region: "r", industry: "i", period: "y", value: "v") }

  /// Reads a text as a panel.
  static func read(_ text: String, _ options: PanelOptions = options) throws(ReadError) -> PanelReading {
    try readPanel(InputFile(text: text, name: "t.csv"), options)
  }

  /// The error of a text, or nil if it reads.
  static func error(_ text: String, _ options: PanelOptions = options) -> ReadError? {
    error(Array(text.utf8), options)
  }

  /// The error of some bytes, or nil if they read.
  static func error(_ bytes: [UInt8], _ options: PanelOptions = options) -> ReadError? {
    do throws(ReadError) {
      _ = try readPanel(InputFile(bytes: bytes, name: "t.csv"), options)
      return nil
    } catch {
      return error
    }
  }
}

/// A generator whose numbers depend on the seed alone.
struct SeededNumbers {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// A number below a bound.
  mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }
}
