/// The rectangle in which marks are drawn.
struct PlotArea: Hashable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }

  /// A horizontal axis over the whole width.
  func horizontal(_ ends: AxisEnds, _ scale: AxisScale, inset: Double = 0) -> AxisMap {
    AxisMap(scale: scale, low: ends.low, high: ends.high, start: left + inset, end: right - inset)
  }

  /// A vertical axis over the whole height, its low end at the bottom.
  func vertical(_ ends: AxisEnds, _ scale: AxisScale) -> AxisMap {
    AxisMap(scale: scale, low: ends.low, high: ends.high, start: bottom, end: top)
  }
}
