import Graphics
import Studies

/// The answers under other choices as a chart: a row for each kind of choice, a field for each choice.
enum SensitivityFigure {
  /// Returns the chart of a finding's other choices.
  ///
  /// - Parameter finding: The finding.
  /// - Returns: The figure, or nil if no other choice was tried.
  static func figure(of finding: Finding) -> Figure? {
    guard !finding.robustness.isEmpty else { return nil }
    var kinds: [String] = []
    for note in finding.robustness where !kinds.contains(note.kind) { kinds.append(note.kind) }
    let rows = kinds.map { kind in
      SensitivityRow(
        label: kind.prefix(1).uppercased() + kind.dropFirst(),
        cells: finding.robustness.filter { $0.kind == kind }
          .map { SensitivityCell(label: $0.choice, verdict: $0.answer, outcome: $0.outcome.cell) }
      )
    }
    return try? Figure(
      id: "\(finding.id)-choices",
      title: "Does it survive other choices?",
      subtitle: "The answer under each other choice that was tried",
      sources: [],
      chart: .sensitivity(SensitivityStrip(rows: rows)),
      description: summary(of: finding.robustness)
    )
  }

  /// How many other choices give which answer.
  static func summary(of notes: [RobustnessNote]) -> String {
    let counts = RobustnessNote.Outcome.allCases.dropFirst()
      .compactMap { outcome -> String? in
        let count = notes.count { $0.outcome == outcome }
        return count > 0 ? "\(outcome.cell.words) in \(count)" : nil
      }
    let same = "The same answer in \(notes.count(where: \.agrees)) of \(notes.count) that were tried"
    return ([same] + counts).joined(separator: "; ") + "."
  }
}

extension RobustnessNote.Outcome {
  /// The same in a chart.
  var cell: SensitivityCell.Outcome {
    switch self {
    case .same: .same
    case .different: .different
    case .reversed: .reversed
    case .undecided: .cannotTell
    case .notComputable: .notComputable
    }
  }
}
