/// A colour by its purpose, with one value on a light ground and one on a dark ground.
///
/// The hues start from the eight colours of Okabe and Ito, which people with the common kinds of colour blindness tell
/// apart. On white they are darkened until marks reach a contrast of 3 and text of 4.5, since the originals were made for
/// slides: sky blue on white has 2.4. Tests compute the contrasts, and the distances as protanopes, deuteranopes and
/// tritanopes see them.
package struct Ink: Sendable, Hashable {
  /// The name of the custom property without its prefix.
  package let name: String
  /// The colour on a light ground.
  package let light: Colour
  /// The colour on a dark ground.
  package let dark: Colour

  init(_ name: String, _ light: UInt32, _ dark: UInt32) {
    self.name = name
    self.light = Colour(light)
    self.dark = Colour(dark)
  }

  /// The ground.
  package static let paper = Ink("paper", 0xFFFFFF, 0x14181D)
  /// Titles and labels.
  package static let text = Ink("text", 0x1A1D21, 0xECEEF0)
  /// Subtitles, axis titles, ticks, notes.
  package static let softText = Ink("soft", 0x53595F, 0xA9B0B8)
  /// Grid lines.
  package static let grid = Ink("grid", 0xE3E5E8, 0x2C3239)
  /// The base line of an axis, and reference lines.
  package static let axis = Ink("axis", 0x6B7178, 0x8C949C)
  /// Marks in the background.
  package static let context = Ink("context", 0x8A9098, 0x767E87)
  /// Many marks in the background, one upon another.
  package static let faint = Ink("faint", 0xC3C8CD, 0x454C54)
  /// The ground of a key or a blank cell.
  package static let wash = Ink("wash", 0xF3F4F6, 0x1F252B)
  /// The lines of a hatching.
  package static let hatch = Ink("hatch", 0x7C838B, 0x8F979F)

  /// The purposes other than hues and ramps.
  static let plain = [paper, text, softText, grid, axis, context, faint, wash, hatch]
}

extension Hue {
  /// The colour of marks.
  package var ink: Ink {
    switch self {
    case .blue: Ink("blue", 0x124BAB, 0x5F9CFF)
    case .vermilion: Ink("vermilion", 0xE04005, 0xF0813D)
    case .green: Ink("green", 0x078A66, 0x2EDD8A)
    case .purple: Ink("purple", 0x965E91, 0xE689C8)
    case .ochre: Ink("ochre", 0x9F8730, 0xDDBA34)
    case .sky: Ink("sky", 0x3892CE, 0x9CD6F6)
    case .grey: .context
    }
  }

  /// The colour of text that names such marks.
  package var textInk: Ink {
    switch self {
    case .blue: Ink("blue-text", 0x124BAB, 0x7BAFFF)
    case .vermilion: Ink("vermilion-text", 0xC23500, 0xF48F52)
    case .green: Ink("green-text", 0x05714F, 0x2EDD8A)
    case .purple: Ink("purple-text", 0x8A5285, 0xEA9CD0)
    case .ochre: Ink("ochre-text", 0x7A6620, 0xDDBA34)
    case .sky: Ink("sky-text", 0x2275AD, 0x9CD6F6)
    case .grey: .softText
    }
  }

  /// The hues in the order in which areas take them: large fills of quieter colours that differ in lightness.
  package static let areaPalette: [Hue] = [.blue, .sky, .ochre, .green, .purple, .vermilion]
  /// The hues in the order in which series take them.
  package static let palette: [Hue] = [.blue, .vermilion, .green, .purple, .ochre, .sky]
}
