extension Canvas {
  /// The definitions that the elements written so far refer to, in a fixed order.
  var definitions: String {
    let patterns = Hatching.allCases.flatMap { hatching in
      [false, true]
        .compactMap { inTenths -> String? in
          let name = Canvas.name(hatching, inTenths: inTenths)
          return names.contains(name) ? pattern(hatching, name: name, inTenths: inTenths) : nil
        }
    }
    return patterns.isEmpty ? "" : "<defs>\n" + patterns.joined() + "</defs>\n"
  }

  /// The name of a hatching in the document; one for drawings in tenths of a pixel is scaled up.
  static func name(_ hatching: Hatching, inTenths: Bool) -> String {
    hatching.rawValue + (inTenths ? "-tenths" : "")
  }

  private func pattern(_ hatching: Hatching, name: String, inTenths: Bool) -> String {
    let (angle, gap, stroke) =
      switch hatching {
      case .suppressed: ("45", "5", "1.6")
      case .unreliable: ("-45", "5", "1.6")
      case .notAvailable: ("0", "6", "1")
      }
    return "<pattern id=\"\(prefix)-\(name)\" patternUnits=\"userSpaceOnUse\" "
      + "width=\"\(gap)\" height=\"\(gap)\" patternTransform=\"\(inTenths ? "scale(10) " : "")rotate(\(angle))\">"
      + "<rect width=\"\(gap)\" height=\"\(gap)\" fill=\"\(colour(.wash))\"/>"
      + "<path d=\"M0 0V\(gap)\" stroke=\"\(colour(.hatch))\" stroke-width=\"\(stroke)\"/></pattern>\n"
  }
}
