import Panels

/// A sample of a mark and what it means, in the key above a chart.
struct KeyEntry {
  enum Sample {
    case line(Ink, dash: String?)
    case band(Ink)
    case step(Ink)
    case dot(Ink, DotLook)
    case fill(Ink)
    case hatching(Hatching)
    case outline(dash: String?)
    case tick(Ink)
    case thick(Ink)
    case thin(Ink)
    case none
  }

  let sample: Sample
  let label: String

  /// The width of the sample with the space after it.
  var sampleWidth: Double {
    switch sample {
    case .none: 0
    case .line, .band, .step, .thick, .thin: 28
    case .dot, .fill, .hatching, .outline, .tick: 20
    }
  }
}

extension Canvas {
  /// Writes the sample of a key entry, its left end at `x` and its middle at `y`.
  mutating func sample(_ sample: KeyEntry.Sample, x: Double, y: Double) {
    switch sample {
    case .line(let ink, let dash): line(x, y, x + 22, y, ink: ink, width: 2.5, dash: dash)
    case .band(let ink):
      element(
        "rect",
        [
          "x": number(x), "y": number(y - 5), "width": "22", "height": "10", "fill": colour(ink),
          "fill-opacity": "0.2",
        ]
      )
    case .step(let ink):
      polyline(
        [
          PlotPoint(x: x, y: y + 3), PlotPoint(x: x + 11, y: y + 3), PlotPoint(x: x + 11, y: y - 3),
          PlotPoint(x: x + 22, y: y - 3),
        ],
        ink: ink,
        width: 2.5
      )
    case .dot(let ink, let look): dot(x: x + 7, y: y, radius: 5, ink: ink, look: look)
    case .fill(let ink): rectangle(x: x, y: y - 6, width: 14, height: 12, fill: colour(ink))
    case .hatching(let hatching):
      rectangle(x: x + 0.5, y: y - 6, width: 14, height: 12, fill: fill(hatching), stroke: .hatch)
    case .outline(let dash):
      element(
        "rect",
        [
          "x": number(x + 0.5), "y": number(y - 6), "width": "14", "height": "12", "fill": "none",
          "stroke": colour(.text), "stroke-dasharray": dash,
        ]
      )
    case .tick(let ink): line(x + 7, y - 7, x + 7, y + 7, ink: ink, width: 2)
    case .thick(let ink): line(x, y, x + 22, y, ink: ink, width: 5)
    case .thin(let ink): line(x, y, x + 22, y, ink: ink, width: 1.5)
    case .none: break
    }
  }
}
