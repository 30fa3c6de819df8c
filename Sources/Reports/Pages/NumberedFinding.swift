import Graphics
import Studies

/// A finding with its number in reading order: figures and tables are counted apart.
struct NumberedFinding: Sendable, Hashable {
  /// The finding.
  let finding: Finding
  /// `Figure 3`, or `Table 1` for a finding without a picture.
  let name: String

  /// The id of its block.
  var anchor: String { "finding-\(finding.id)" }

  /// The title: that of the figure, or the sentence.
  var title: String { finding.figure?.title ?? finding.sentence }

  /// Puts findings in reading order, sections first, and numbers them.
  static func number(_ findings: [Finding]) -> [NumberedFinding] {
    var figures = 0
    var tables = 0
    let reading =
      [ReportSection.placeAndDefinition] + ReportSection.allCases.filter { $0 != .placeAndDefinition }
    return reading.flatMap { section in
      findings.filter { $0.section == section }
        .map { finding in
          if finding.figure == nil {
            tables += 1
            return NumberedFinding(finding: finding, name: "Table \(tables)")
          }
          figures += 1
          return NumberedFinding(finding: finding, name: "Figure \(figures)")
        }
    }
  }
}
