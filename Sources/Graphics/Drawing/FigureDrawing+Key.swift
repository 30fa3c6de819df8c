import Panels

extension FigureDrawing {
  /// Writes a key at the cursor, entries side by side and wrapped.
  mutating func key(_ entries: [KeyEntry]) {
    guard !entries.isEmpty else { return }
    let style = TypeStyle(size: 12, ink: .softText)
    var x = left
    var y = cursor + 8
    for entry in entries {
      let room = width - entry.sampleWidth
      let label = FittedText(entry.label, width: room, size: style.size)
      let taken = entry.sampleWidth + label.width(size: style.size)
      if x > left, x + taken > right {
        x = left
        y += 19
      }
      canvas.sample(entry.sample, x: x, y: y)
      canvas.text(label, x: x + entry.sampleWidth, y: y + 4, style, full: entry.label)
      x += taken + 16
    }
    cursor = y + 14
  }

  /// Writes the legend of the statuses that occur, below the chart.
  mutating func drawStatuses() {
    let statuses = figure.statuses
    guard !statuses.isEmpty else { return }
    cursor += 6
    let entries = statuses.map { KeyEntry(sample: statusSample($0), label: statusLabel($0)) }
    key(entries.filter { $0.sampleWidth > 0 } + entries.filter { $0.sampleWidth == 0 })
    cursor -= 4
  }

  private var kind: StatusKind {
    switch figure.chart {
    case .smallMultiples(let multiples):
      multiples.panels.contains { if case .bars = $0.content { true } else { false } } ? .fill : .line
    case .line: .line
    case .intervalDots, .scatter: .dot
    case .slope, .dumbbell: .pair
    case .rankedBars, .map: .fill
    case .area, .heatTable, .sensitivity: .letter
    }
  }

  private enum StatusKind {
    case line
    case dot
    case pair
    case fill
    case letter
  }

  private var isDumbbell: Bool { if case .dumbbell = figure.chart { true } else { false } }

  private func statusSample(_ status: CellStatus) -> KeyEntry.Sample {
    switch (status, kind) {
    case (.provisional, .line): .line(.axis, dash: FigureDrawing.provisionalDash)
    case (.estimated, .line): .line(.axis, dash: FigureDrawing.estimatedDash)
    case (.provisional, .dot), (.estimated, .dot), (.unreliable, .dot): .dot(.axis, DotLook(status))
    case (.estimated, .pair) where isDumbbell: .line(.axis, dash: FigureDrawing.estimatedDash)
    case (.provisional, .pair), (.estimated, .pair), (.unreliable, .pair): .dot(.axis, DotLook(status))
    case (.estimated, .fill): .outline(dash: nil)
    case (.provisional, .fill): .outline(dash: FigureDrawing.provisionalDash)
    case (.suppressed, .fill), (.suppressed, .dot), (.suppressed, .letter): .hatching(.suppressed)
    case (.unreliable, .fill), (.unreliable, .letter): .hatching(.unreliable)
    case (.notAvailable, .fill), (.notAvailable, .dot), (.notAvailable, .letter): .hatching(.notAvailable)
    default: .none
    }
  }

  private func statusLabel(_ status: CellStatus) -> String {
    switch (status, kind) {
    case (.rounded, _): "Values rounded at source"
    case (.suppressed, .line): "Gap: suppressed"
    case (.notAvailable, .line): "Gap: not available"
    case (.notApplicable, .line): "Gap: not applicable"
    case (.suppressed, .pair): "Missing dot: suppressed"
    case (.notAvailable, .pair): "Missing dot: not available"
    case (.notApplicable, .pair): "Missing dot: not applicable"
    case (.breakInSeries, .line): "Cut in a line: break in series"
    case (.unreliable, .line): "Some values unreliable (small sample)"
    case (.suppressed, _): "Suppressed"
    case (.unreliable, _): "Unreliable (small sample)"
    case (.notAvailable, _): "Not available"
    case (.notApplicable, _): "Blank: not applicable"
    case (.breakInSeries, _): "Some values after a break in series"
    case (.estimated, .letter): "e: estimated"
    case (.provisional, .letter): "p: provisional"
    case (.provisional, .dot): "Provisional"
    default: status.word.prefix(1).uppercased() + status.word.dropFirst()
    }
  }

  static let provisionalDash = "5 3"
  static let estimatedDash = "2 3"
}
