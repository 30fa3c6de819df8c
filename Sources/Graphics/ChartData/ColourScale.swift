/// How values become colours: in classes, so that a reader can find a colour in the legend.
public enum ColourScale: Sendable, Hashable {
  /// Two hues that meet at a centre, equal ratios at equal distance: for quotients, centred on 1.
  ///
  /// `breaks` are the class limits, ascending, or nil to choose them by the spread of the values: ½, ⅔, 0.8, 1.25,
  /// 1.5 and 2 times the centre, or wider or closer. At most four classes lie on each side.
  case divergingRatio(centre: Double, breaks: [Double]?)
  /// Two hues that meet at a centre, equal differences at equal distance: for changes, centred on 0.
  case divergingDifference(centre: Double, breaks: [Double]?)
  /// One hue from light to dark; `breaks` are the class limits, or nil for five classes at round numbers.
  case sequential(breaks: [Double]?)
  /// A colour for each kind, without order: the values are the positions 0, 1, 2, … of the names.
  ///
  /// `hues` are the colours of the names in order; those that are missing follow the palette of areas.
  case kinds(names: [String], hues: [Hue])
}
