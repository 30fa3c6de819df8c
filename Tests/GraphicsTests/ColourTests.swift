import Graphics
import Testing

/// Whether colours can be read and told apart.
@Suite struct ColourTests {
  static let grounds: [(name: String, ground: Colour, colour: @Sendable (Ink) -> Colour)] = [
    ("light", Ink.paper.light, { $0.light }), ("dark", Ink.paper.dark, { $0.dark }),
  ]

  @Test("Text has a contrast of at least 4.5 on both grounds")
  func text() {
    for (name, ground, colour) in ColourTests.grounds {
      for ink in [Ink.text, .softText] + Hue.allCases.map(\.textInk) {
        #expect(colour(ink).contrast(with: ground) >= 4.5, "\(ink.name) on \(name)")
      }
      for ink in [Ink.text, .softText] {
        #expect(colour(ink).contrast(with: colour(.wash)) >= 4.5, "\(ink.name) on \(name) wash")
      }
    }
  }

  @Test("Marks have a contrast of at least 3 on both grounds")
  func marks() {
    for (name, ground, colour) in ColourTests.grounds {
      for ink in Hue.allCases.map(\.ink) + [Ink.axis, .hatch, .context] {
        #expect(colour(ink).contrast(with: ground) >= 3, "\(ink.name) on \(name)")
      }
    }
  }

  @Test("Numbers in coloured cells have a contrast of at least 4.5")
  func cells() {
    for (name, _, colour) in ColourTests.grounds {
      for fill in Ramp.all {
        #expect(colour(fill.over).contrast(with: colour(fill)) >= 4.5, "\(fill.name) on \(name)")
      }
    }
  }

  /// How people with a kind of colour blindness see linear red, green and blue: the matrices for full severity of
  /// Machado, Oliveira and Fernandes (2009), doi:10.1109/TVCG.2009.113.
  static let vision: [(name: String, matrix: [[Double]])] = [
    ("common", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
    (
      "protanope",
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
      ]
    ),
    (
      "deuteranope",
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
      ]
    ),
    (
      "tritanope",
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900],
      ]
    ),
  ]

  /// The distance of two colours in CIELAB (1976) as somebody sees them.
  static func distance(_ a: Colour, _ b: Colour, _ matrix: [[Double]]) -> Double {
    func lab(_ colour: Colour) -> [Double] {
      let seen = matrix.map { row in
        min(1, max(0, zip(row, colour.linear).reduce(0) { $0 + $1.0 * $1.1 }))
      }
      let toXYZ = [
        [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
      ]
      let white = [0.95047, 1, 1.08883]
      let f = zip(toXYZ, white)
        .map { row, w -> Double in
          let t = zip(row, seen).reduce(0) { $0 + $1.0 * $1.1 } / w
          return t > 0.008856 ? cubeRoot(t) : 7.787 * t + 16.0 / 116
        }
      return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
    }
    return zip(lab(a), lab(b)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  static func cubeRoot(_ value: Double) -> Double {
    var root = 1.0
    for _ in 0..<60 { root = (2 * root + value / (root * root)) / 3 }
    return root
  }

  @Test("The first four hues are far apart to every kind of colour vision; all six are apart")
  func hues() {
    for (name, _, colour) in ColourTests.grounds {
      for (seer, matrix) in ColourTests.vision {
        for (i, a) in Hue.palette.enumerated() {
          for (j, b) in Hue.palette.enumerated() where j < i {
            let distance = ColourTests.distance(colour(a.ink), colour(b.ink), matrix)
            let least = i < 4 ? 20.0 : 10.0
            #expect(distance >= least, "\(a) and \(b), \(seer), \(name): \(distance)")
          }
        }
      }
    }
  }

  @Test("Neighbouring classes of a ramp are apart to every kind of colour vision")
  func ramps() throws {
    let scales: [ColourScale] = [
      .divergingRatio(centre: 1, breaks: [1.0 / 3, 0.5, 0.8, 1.25, 2, 3]),
      .sequential(breaks: [1, 2, 3, 4, 5]),
    ]
    for scale in scales {
      let fills = ColourClasses(scale, values: [0.1, 9]).fills
      for (name, _, colour) in ColourTests.grounds {
        for (seer, matrix) in ColourTests.vision {
          for (a, b) in zip(fills, fills.dropFirst()) {
            let distance = ColourTests.distance(colour(a), colour(b), matrix)
            #expect(distance >= 8, "\(a.name) and \(b.name), \(seer), \(name): \(distance)")
          }
        }
      }
    }
  }
}
