extension Canvas {
  /// The definitions that the elements written so far refer to, in a fixed order.
  var definitions: String {
    let used = Hatching.allCases.filter { body.contains("url(#\(prefix)-\($0.rawValue))") }
    guard !used.isEmpty else { return "" }
    return "<defs>\n" + used.map(pattern).joined() + "</defs>\n"
  }

  private func pattern(_ hatching: Hatching) -> String {
    let (angle, gap, stroke) =
      switch hatching {
      case .suppressed: ("45", "5", "1.6")
      case .unreliable: ("-45", "5", "1.6")
      case .notAvailable: ("0", "6", "1")
      }
    return "<pattern id=\"\(prefix)-\(hatching.rawValue)\" patternUnits=\"userSpaceOnUse\" "
      + "width=\"\(gap)\" height=\"\(gap)\" patternTransform=\"rotate(\(angle))\">"
      + "<rect width=\"\(gap)\" height=\"\(gap)\" fill=\"\(colour(.wash))\"/>"
      + "<path d=\"M0 0V\(gap)\" stroke=\"\(colour(.hatch))\" stroke-width=\"\(stroke)\"/></pattern>\n"
  }
}
