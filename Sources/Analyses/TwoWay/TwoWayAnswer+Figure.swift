import Graphics
import Measures
import Panels
import Studies

extension TwoWayAnswer {
  /// What an industry is called whose field the evidence tells.
  private var told: String {
    entries.contains { $0.evidence == .roundingInterval }
      ? "in its field at the \(evidence.intervalName)" : "in its field whatever rounding hides"
  }

  /// The industries by both numbers.
  func figure(id: String, title: String) throws -> Figure? {
    let points = (entries.filter(\.isTold) + entries.filter { !$0.isTold })
      .compactMap { entry -> ScatterPoint? in
        guard let theil = entry.theil.value, let quotient = entry.quotient.value, quotient > 0 else {
          return nil
        }
        return ScatterPoint(
          label: entry.subject.shortName,
          x: quotient,
          y: theil,
          group: entry.isTold ? told : "undecided",
          isNamed: true,
          link: MarkLink(industry: entry.subject.code)
        )
      }
    guard points.count > 1 else { return nil }
    return try Figure(
      id: id,
      title: title,
      subtitle:
        "Theil relative to all activity and location quotient of \(grouping.groups[0]) regions against the rest, "
        + "\(inquiry.measured), \(label), \(inquiry.panel.regions.count) regions (\(inquiry.scale))",
      sources: inquiry.sourceLines,
      chart: .scatter(
        ScatterChart(
          points: points,
          horizontal: ValueAxis(
            title: "Location quotient of the group",
            scale: .logarithmic,
            lowWord: "weak",
            highWord: "strong"
          ),
          vertical: ValueAxis(
            title: "Theil index",
            includesZero: true,
            lowWord: "dispersed",
            highWord: "concentrated"
          ),
          horizontalReference: ReferenceLine(
            value: thresholds.quotient,
            label: "strong above \(NumberText.shortest(thresholds.quotient))"
          ),
          verticalReference: ReferenceLine(
            value: thresholds.concentration,
            label: "concentrated above \(NumberText.shortest(thresholds.concentration))"
          )
        )
      ),
      description: "Points of industries by concentration and by strength in the group."
    )
  }

  /// How the numbers were made.
  var method: MethodNote {
    let worked = entries.first { $0.field != nil }
      .flatMap { entry in
        entry.field.map {
          "\(entry.subject.shortName): Theil \(Words.number(entry.theil.value ?? 0)), quotient \(Words.number(entry.quotient.value ?? 0)): \($0.rawValue)."
        }
      }
    return MethodNote(
      formula:
        "concentrated: Σ s ln(s/x) > \(NumberText.shortest(thresholds.concentration)); strong: (E_g/N_g)/(E_rest/N_rest) > \(NumberText.shortest(thresholds.quotient))",
      symbols:
        "s, x: regional shares of the industry and of all activity; E, N: the industry and all activity; g: the group",
      citation: ConcentrationMeasure.theil.description.source,
      conventions: [
        positions.count > 1 ? "Both numbers are means over \(label)." : "Both numbers are those of \(label).",
        "Groups: \(grouping.rule).",
      ],
      howToRead: worked ?? "Nothing can be read off: a number of every industry is missing.",
      uncertainty: "An industry is undecided where the interval of either number holds its threshold. "
        + evidence.note(rule: inquiry.table.description.rounding.label, isEverywhere: false)
    )
  }
}
