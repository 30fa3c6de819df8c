import Panels

extension Canvas {
  /// Writes a straight line.
  mutating func line(
    _ x1: Double,
    _ y1: Double,
    _ x2: Double,
    _ y2: Double,
    ink: Ink,
    width: Double = 1,
    dash: String? = nil
  ) {
    element(
      "path",
      [
        "d": "M\(number(x1)) \(number(y1))L\(number(x2)) \(number(y2))", "fill": "none",
        "stroke": colour(ink), "stroke-width": number(width), "stroke-dasharray": dash,
      ]
    )
  }

  /// Writes a rectangle.
  mutating func rectangle(
    x: Double,
    y: Double,
    width: Double,
    height: Double,
    fill: String,
    stroke: Ink? = nil,
    link: MarkLink = .none,
    title: String? = nil
  ) {
    element(
      "rect",
      [
        "x": number(x), "y": number(y), "width": number(max(0, width)), "height": number(max(0, height)),
        "fill": fill, "stroke": stroke.map(colour),
      ],
      link: link,
      title: title
    )
  }

  /// Writes a dot: filled for a value as observed, and a look of its own for each status that asks for care.
  mutating func dot(
    x: Double,
    y: Double,
    radius: Double,
    ink: Ink,
    look: DotLook = .filled,
    opacity: Double? = nil,
    link: MarkLink = .none,
    title: String? = nil
  ) {
    element(
      "circle",
      [
        "cx": number(x), "cy": number(y), "r": number(radius), "fill": colour(look == .filled ? ink : .paper),
        "fill-opacity": opacity.map(number), "stroke": colour(look == .filled ? .paper : ink),
        "stroke-width": look == .filled ? "1" : "2", "stroke-dasharray": look == .dashed ? "2.4 1.8" : nil,
      ],
      link: link,
      title: title
    )
    if look == .centred {
      element("circle", ["cx": number(x), "cy": number(y), "r": "1.5", "fill": colour(ink)])
    }
  }

  /// Writes a path of straight pieces.
  mutating func polyline(
    _ points: [PlotPoint],
    ink: Ink,
    width: Double,
    dash: String? = nil,
    opacity: Double? = nil
  ) {
    element(
      "path",
      [
        "d": Canvas.path(points), "fill": "none", "stroke": colour(ink), "stroke-width": number(width),
        "stroke-linejoin": "round", "stroke-linecap": dash == nil ? "round" : nil, "stroke-dasharray": dash,
        "stroke-opacity": opacity.map(number),
      ]
    )
  }

  /// Writes the ground between two lines.
  mutating func ribbon(
    lower: [PlotPoint],
    upper: [PlotPoint],
    ink: Ink,
    opacity: Double,
    title: String? = nil
  ) {
    element(
      "path",
      [
        "d": Canvas.path(upper + lower.reversed()) + "Z", "fill": colour(ink),
        "fill-opacity": number(opacity),
      ],
      title: title
    )
  }

  /// Writes an arrowhead that points left or right.
  mutating func arrowhead(x: Double, y: Double, pointsRight: Bool, size: Double = 5, ink: Ink) {
    let back = pointsRight ? x - size : x + size
    element(
      "path",
      [
        "d":
          "M\(number(x)) \(number(y))L\(number(back)) \(number(y - size * 0.8))V\(number(y + size * 0.8))Z",
        "fill": colour(ink),
      ]
    )
  }

  /// The path data of straight pieces.
  static func path(_ points: [PlotPoint]) -> String {
    var text = ""
    for (index, point) in points.enumerated() {
      text += (index == 0 ? "M" : "L") + number(point.x) + " " + number(point.y)
    }
    return text
  }
}

/// How a dot is drawn.
enum DotLook: Hashable {
  /// A full disc: a value as observed.
  case filled
  /// A ring: an estimated value, or the first of two moments.
  case open
  /// A dashed ring: a provisional value.
  case dashed
  /// A ring with a point in it: an unreliable value.
  case centred

  init(_ status: CellStatus) {
    switch status {
    case .estimated: self = .open
    case .provisional: self = .dashed
    case .unreliable: self = .centred
    default: self = .filled
    }
  }
}

/// A point of the drawing in pixels, `y` growing downwards.
struct PlotPoint: Hashable {
  var x: Double
  var y: Double
}
