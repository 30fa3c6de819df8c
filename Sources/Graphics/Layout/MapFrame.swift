/// The rectangle that all outlines of a map need.
struct MapFrame {
  let low: MapPoint
  let high: MapPoint

  /// Nil if there is no outline with an extent.
  init?(_ shapes: [MapShape]) {
    let points = shapes.flatMap { $0.rings.joined() }
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
      let bottom = points.map(\.y).min(), let top = points.map(\.y).max(), right > left, top > bottom
    else { return nil }
    low = MapPoint(x: left, y: bottom)
    high = MapPoint(x: right, y: top)
  }

  /// Width by height.
  var aspect: Double { (high.x - low.x) / (high.y - low.y) }

  /// The frame scaled into an area, at the left and the top where it leaves room.
  func fitted(into area: PlotArea) -> Fitted {
    let scale = min(area.width / (high.x - low.x), area.height / (high.y - low.y))
    let spare = area.width - (high.x - low.x) * scale
    return Fitted(
      frame: self,
      scale: scale,
      left: area.left + spare / 2,
      top: area.top,
      bottom: area.top + (high.y - low.y) * scale
    )
  }

  /// A map in pixels.
  struct Fitted {
    let frame: MapFrame
    let scale: Double
    let left: Double
    let top: Double
    let bottom: Double

    /// The place of a point.
    func place(_ point: MapPoint) -> PlotPoint {
      PlotPoint(x: left + (point.x - frame.low.x) * scale, y: top + (frame.high.y - point.y) * scale)
    }

    /// The extent of outlines.
    func box(_ rings: [[MapPoint]]) -> PlotArea {
      let points = rings.joined().map(place)
      return PlotArea(
        left: points.map(\.x).min() ?? left,
        top: points.map(\.y).min() ?? top,
        right: points.map(\.x).max() ?? left,
        bottom: points.map(\.y).max() ?? top
      )
    }

    /// The path of outlines in tenths of a pixel, as steps from point to point: a third of the bytes of coordinates.
    ///
    /// A ring smaller than a pixel is left out, unless the region would vanish: then it is drawn a pixel and a half wide.
    func path(_ rings: [[MapPoint]]) -> String {
      let text = rings.map(path).joined()
      if !text.isEmpty { return text }
      let box = box(rings)
      let (x, y) = (Int((box.left * 10).rounded()), Int((box.top * 10).rounded()))
      return "M\(x - 7) \(y - 7)h15v15h-15z"
    }

    private func path(_ ring: [MapPoint]) -> String {
      var cells: [(x: Int, y: Int)] = []
      for point in ring {
        let place = place(point)
        let cell = (x: Int((place.x * 10).rounded()), y: Int((place.y * 10).rounded()))
        if let last = cells.last, last.x == cell.x, last.y == cell.y { continue }
        cells.append(cell)
      }
      if let first = cells.first, let last = cells.last, cells.count > 1, first.x == last.x, first.y == last.y
      {
        cells.removeLast()
      }
      guard cells.count > 2, let first = cells.first else { return "" }
      let xs = cells.map(\.x)
      let ys = cells.map(\.y)
      let extent = max((xs.max() ?? 0) - (xs.min() ?? 0), (ys.max() ?? 0) - (ys.min() ?? 0))
      guard extent >= 10 else { return "" }
      var text = "M\(first.x) \(first.y)l"
      for (previous, cell) in zip(cells, cells.dropFirst()) {
        text +=
          MapFrame.step(cell.x - previous.x, isFirst: text.last == "l")
          + MapFrame.step(cell.y - previous.y, isFirst: false)
      }
      return text + "z"
    }
  }

  private static func step(_ delta: Int, isFirst: Bool) -> String {
    delta < 0 || isFirst ? "\(delta)" : " \(delta)"
  }
}
