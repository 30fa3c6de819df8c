/// How wide text is, without opening a font.
///
/// The widths are those of the wider of two common sans faces, character by character: one with the metrics of Arial and
/// Helvetica, and DejaVu Sans, the widest a Debian system falls back on. Text is therefore never wider than estimated in
/// either, and about an eighth narrower in Arial. Kerning is ignored. Characters beyond ASCII count by kind: accented
/// letters as the widest of their case, spaces and punctuation as in DejaVu Sans, anything else as an em.
package enum TextMetrics {
  /// The width of text in pixels.
  ///
  /// - Parameters:
  ///   - text: One line of text.
  ///   - size: The size of the type in pixels.
  ///   - bold: Whether the type is bold.
  /// - Returns: The width in pixels.
  package static func width(_ text: String, size: Double, bold: Bool = false) -> Double {
    var thousandths = 0
    for scalar in text.unicodeScalars { thousandths += advance(scalar.value, bold: bold) }
    return Double(thousandths) * size / 1000
  }

  private static func advance(_ code: UInt32, bold: Bool) -> Int {
    if (0x20...0x7E).contains(code) {
      return bold ? boldWidths[Int(code) - 0x20] : widths[Int(code) - 0x20]
    }
    let regular = other(code)
    return bold ? regular * 112 / 100 : regular
  }

  private static func other(_ code: UInt32) -> Int {
    switch code {
    case 0x300...0x36F: 0
    case 0x202F, 0x2009: 280
    case 0xA0, 0x2018, 0x2019, 0xB7: 330
    case 0x2070...0x207B: 530
    case 0xB0, 0xB2, 0xB3, 0xB9, 0x201C, 0x201D, 0x2022: 600
    case 0x2013: 560
    case 0xA3, 0x20AC: 640
    case 0xC6, 0xBC...0xBE, 0x2150...0x215E: 1035
    case 0xB1, 0xD7, 0x2190...0x2193, 0x2212, 0x2260...0x2265: 1000
    case 0xC0...0xDE: 790
    case 0xDF...0xFF: 640
    case 0x100...0x24F: 800
    case 0x370...0x3FF: 800
    case 0xAD, 0x200B...0x200D: 0
    default: 1100
    }
  }

  private static let widths = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
    636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 556,
    1015, 684, 686, 722, 770, 667, 611, 778, 752, 295, 500, 667, 557, 863, 748, 787,
    667, 787, 722, 667, 611, 732, 684, 989, 685, 667, 685, 390, 337, 390, 838, 556,
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
    635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
  ]

  private static let boldWidths = [
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365,
    696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 611,
    1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 556, 775, 637, 995, 837, 850,
    733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 556,
    500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687,
    716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
  ]
}
