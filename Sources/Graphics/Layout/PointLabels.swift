/// A dot that labels keep clear of.
struct DotBox: Hashable {
  let x: Double
  let y: Double
  let radius: Double
}

/// Places names beside dots, each at the first of eight places that is free.
struct PointLabels {
  let plot: PlotArea
  let dots: [DotBox]
  private var taken: [PlotArea] = []
  private static let height: Double = 14

  init(plot: PlotArea, dots: [DotBox]) {
    self.plot = plot
    self.dots = dots
  }

  /// Finds a place for the label of a dot, or nil if every place is taken.
  mutating func place(_ index: Int, width: Double) -> PlotArea? {
    let candidates = PointLabels.candidates(dots[index], width: width)
    let free = candidates.filter { box in isInside(box) && !taken.contains { overlaps($0, box) } }
    guard
      let best = free.first(where: { covers($0, besides: index) == 0 })
        ?? free.first(where: { covers($0, besides: index) == 1 })
    else { return nil }
    taken.append(best)
    return best
  }

  private static func candidates(_ dot: DotBox, width: Double) -> [PlotArea] {
    let gap = dot.radius + 3
    let slant = dot.radius * 0.7 + 2
    func box(_ left: Double, _ middle: Double) -> PlotArea {
      PlotArea(left: left, top: middle - height / 2, right: left + width, bottom: middle + height / 2)
    }
    return [
      box(dot.x + gap, dot.y), box(dot.x - gap - width, dot.y),
      box(dot.x - width / 2, dot.y - gap - height / 2), box(dot.x - width / 2, dot.y + gap + height / 2),
      box(dot.x + slant, dot.y - slant - 5), box(dot.x - slant - width, dot.y - slant - 5),
      box(dot.x + slant, dot.y + slant + 5), box(dot.x - slant - width, dot.y + slant + 5),
    ]
  }

  private func isInside(_ box: PlotArea) -> Bool {
    box.left >= plot.left && box.right <= plot.right + 10 && box.top >= plot.top - 4
      && box.bottom <= plot.bottom
  }

  private func overlaps(_ a: PlotArea, _ b: PlotArea) -> Bool {
    a.left < b.right + 2 && b.left < a.right + 2 && a.top < b.bottom && b.top < a.bottom
  }

  private func covers(_ box: PlotArea, besides own: Int) -> Int {
    dots.indices.count { index in
      let dot = dots[index]
      let x = min(max(dot.x, box.left), box.right) - dot.x
      let y = min(max(dot.y, box.top), box.bottom) - dot.y
      return index != own && x * x + y * y < (dot.radius * 0.8) * (dot.radius * 0.8)
    }
  }
}
