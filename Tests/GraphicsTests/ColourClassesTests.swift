import Graphics
import Testing

/// How values fall into classes.
@Suite struct ColourClassesTests {
  @Test("Classes of a quotient are symmetric about 1 in ratios, and the middle one is neutral")
  func ratio() {
    let classes = ColourClasses(.divergingRatio(centre: 1, breaks: nil), values: [0.2, 1, 4])
    #expect(classes.limits.count == 6)
    for (low, high) in zip(classes.limits, classes.limits.reversed()) {
      #expect((low * high - 1).magnitude < 1e-12)
    }
    #expect(classes.fill(1).name == "centre")
    #expect(classes.fills.count == classes.limits.count + 1)
  }

  @Test("A value on a limit belongs to the class above")
  func limit() {
    let classes = ColourClasses(.sequential(breaks: [1, 2]), values: [])
    #expect([0.5, 1, 1.5, 2, 9].map(classes.index) == [0, 1, 1, 2, 2])
    #expect((0...2).map { classes.words($0, NumberFormat()) } == ["below 1", "1 to 2", "2 and above"])
  }

  @Test("Limits out of order or twice are put in order")
  func order() {
    #expect(ColourClasses(.sequential(breaks: [3, 1, 3]), values: []).limits == [1, 3])
  }

  @Test("Kinds have their own names and colours, and no limits in words")
  func kinds() {
    let classes = ColourClasses(
      .kinds(names: ["rural", "urban", "other"], hues: [.green, .grey]),
      values: []
    )
    #expect([0.0, 1, 2].map(classes.index) == [0, 1, 2])
    #expect((0...2).map { classes.words($0, NumberFormat()) } == ["rural", "urban", "other"])
    #expect(classes.fills == [Hue.green.ink, Ink.faint, Hue.areaPalette[2].ink])
  }

  @Test("Classes of a difference change hue at the centre")
  func difference() {
    let classes = ColourClasses(.divergingDifference(centre: 0, breaks: nil), values: [-3, 5])
    #expect(classes.limits.contains(0))
    #expect(classes.fill(-0.1).name.hasPrefix("below"))
    #expect(classes.fill(0.1).name.hasPrefix("above"))
  }

  @Test("Equal values are one class, and every number of limits has a fill for each class")
  func degenerate() {
    #expect(ColourClasses(.sequential(breaks: nil), values: [2, 2]).fills.count == 1)
    for count in 0...12 {
      let limits = (0..<count).map { Double($0) - 4.5 }
      for scale in [ColourScale.sequential(breaks: limits), .divergingDifference(centre: 0, breaks: limits)] {
        #expect(ColourClasses(scale, values: []).fills.count == count + 1)
      }
    }
  }
}
