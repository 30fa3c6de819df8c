/// Fills for classes of values, each with the ink that is read upon it.
package struct Ramp: Sendable, Hashable {
  /// The fills in order.
  package let fills: [Ink]

  private static func inks(_ name: String, _ light: [UInt32], _ dark: [UInt32]) -> [Ink] {
    zip(light, dark).enumerated().map { Ink("\(name)\($0.offset + 1)", $0.element.0, $0.element.1) }
  }

  /// Below the centre, from near to far: ochre to brown.
  static let below = Ramp(
    fills: inks("below", [0xF7E3C4, 0xEEBF84, 0xD98F42, 0xA55A12], [0x5C4528, 0x8A5F2A, 0xC98B3C, 0xF5C384])
  )
  /// Above the centre, from near to far: pale to deep blue.
  static let above = Ramp(
    fills: inks("above", [0xD5E6F4, 0x9CC7E8, 0x4F9AD3, 0x14599B], [0x2A4A64, 0x37709F, 0x62A9E0, 0xB3DBFA])
  )
  /// The class that holds the centre.
  static let centre = Ink("centre", 0xE4E4DF, 0x353B42)
  /// From little to much.
  static let sequential = Ramp(
    fills: inks(
      "seq",
      [0xE4EEF5, 0xBAD6EA, 0x86B8DC, 0x4A90C4, 0x1A639F, 0x083B6C],
      [0x23384A, 0x2B5270, 0x3A76A1, 0x62A4D4, 0x98CBEF, 0xD3EAFC]
    )
  )

  /// All fills of all ramps.
  package static let all = below.fills + [centre] + above.fills + sequential.fills
}

extension Ink {
  /// The ink read upon a fill: near black or white, whichever contrasts more on each ground.
  package var over: Ink {
    Ink(
      name + "-over",
      Ink.readable(on: light),
      Ink.readable(on: dark)
    )
  }

  private static func readable(on fill: Colour) -> UInt32 {
    let dark: UInt32 = 0x15181C
    return fill.contrast(with: Colour(dark)) >= fill.contrast(with: Colour(0xFFFFFF)) ? dark : 0xFFFFFF
  }
}
