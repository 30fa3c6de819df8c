public import ArgumentParser
public import Arithmetic
import Graphics
import Measures
import Panels
public import Studies

/// The analysis of which industries are concentrated, and which are strong in a kind of region.
public struct TwoWay: Analysis {
  /// The name of the verb.
  public static let name = "two-way"
  /// The question, as an official would ask it.
  public static let question = "Which industries are concentrated, and which are strong in a kind of region?"
  /// What the analysis does, for the help text.
  public static let discussion = """
    A table of concentrated or dispersed against strong or weak in a group of regions, with both thresholds as options, and \
    for each industry whether the bounds of rounding and suppression leave it in its field.
    """
  /// What says what the columns of a single table are.
  public typealias Input = PanelColumns

  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @Option(help: ArgumentHelp("Theil above this is called concentrated.", valueName: "number"))
  var threshold: Double = 0.4
  @Option(help: ArgumentHelp("A location quotient above this is called strong.", valueName: "number"))
  var strong: Double = 1
  @OptionGroup(title: "Groups") var groups: GroupOptions
  @Option(help: ArgumentHelp("Mean over this many last periods.", valueName: "count"))
  var last: Int = 1

  /// Makes the options with their defaults; arguments are parsed into it.
  public init() {}

  /// The arguments again, as they would be typed, defaults included.
  public var arguments: [String] {
    selection.arguments + ["--threshold", "\(threshold)", "--strong", "\(strong)"] + groups.arguments
      + ["--last", "\(last)"]
  }

  /// Returns what a study would need to have for this analysis, in words; empty if it has all.
  public static func missing(from study: Study) -> [String] { Concentration.missing(from: study) }

  /// Returns the requests that a report on a study makes of this analysis, in order.
  public static func requests(for study: Study) -> [Request] {
    study.definedTables.compactMap { table in
      study.mainGroup(dividing: table)
        .map { group in
          let average = max(1, study.description.average)
          return Request(
            analysis: name,
            arguments: [
              "--table", table.name, "--group", group.name, "--last", "\(table.prices == nil ? 1 : average)",
            ]
          )
        }
    }
  }

  /// Refuses options that contradict each other or lie outside what they are defined for.
  ///
  /// - Throws: `ValidationError` with what was given and what is needed.
  public mutating func validate() throws {
    guard last >= 1 else { throw ValidationError("--last \(last) is not at least 1.") }
    guard groups.isGiven else {
      throw ValidationError("two-way needs the groups to compare: --group NAME or --groups FILE.")
    }
  }

  /// Answers.
  ///
  /// - Parameters:
  ///   - study: The study.
  ///   - progress: Told how far the work has come.
  /// - Returns: The findings, in the order to show them.
  /// - Throws: `StudyError`, or the error of a reader or a measure.
  public func run(on study: Study, progress: Progress) async throws -> [Finding] {
    let inquiry = try await Inquiry(study, selection: selection, request: request)
    guard let grouping = try await groups.grouping(on: inquiry.table, of: study) else { return [] }
    var subjects = try selection.subjects(in: inquiry.table, of: study)
    if !study.isSingleTable {
      if let first = subjects.first, (2...8).contains(first.industries.count) {
        subjects = study.members(of: first, in: inquiry.table) + subjects.dropFirst()
      }
      let sets = subjects.map { Set($0.industries) }
      subjects = zip(subjects, sets)
        .filter { _, own in !sets.contains { $0.isStrictSubset(of: own) } }.map(\.0)
    }
    let positions = try selection.periods(of: inquiry.panel).suffix(last)
    let answer = try TwoWayAnswer(
      inquiry: inquiry,
      grouping: grouping,
      positions: positions,
      subjects: subjects,
      thresholds: TwoWayTable.Thresholds(concentration: threshold, quotient: strong)
    )
    return [try answer.finding()]
  }
}

/// Industries by concentration and by strength in a group of regions.
struct TwoWayAnswer: Sendable {
  struct Entry: Sendable {
    let subject: Subject
    let theil: Uncertain
    let quotient: Uncertain
    let field: TwoWayTable.Field?
    /// Whether the bounds leave the industry in its field.
    let isCertain: Bool
  }

  let inquiry: Inquiry
  let grouping: Grouping
  let positions: Range<Int>
  let entries: [Entry]
  let thresholds: TwoWayTable.Thresholds

  init(
    inquiry: Inquiry,
    grouping: Grouping,
    positions: Range<Int>,
    subjects: [Subject],
    thresholds: TwoWayTable.Thresholds
  ) throws {
    self.inquiry = inquiry
    self.grouping = grouping
    self.positions = positions
    self.thresholds = thresholds
    let members = grouping.members[0]
    let panel = inquiry.panel
    entries = try subjects.map { subject in
      let theil = try Uncertain.mean(
        positions.map {
          try panel.uncertainConcentration(.theil, of: subject.industries, reference: .activity, period: $0)
        }
      )
      let quotient = try Uncertain.mean(
        positions.map { try panel.uncertainQuotient(of: subject.industries, group: members, period: $0) }
      )
      var field: TwoWayTable.Field?
      if let concentration = theil.value, let strength = quotient.value {
        field = TwoWayTable.Field(concentration: concentration, quotient: strength, thresholds: thresholds)
      }
      let sides = [theil.side(of: thresholds.concentration), quotient.side(of: thresholds.quotient)]
      return Entry(
        subject: subject,
        theil: theil,
        quotient: quotient,
        field: field,
        isCertain: sides.allSatisfy { $0 == .above || $0 == .below }
      )
    }
  }

  private var label: String {
    let periods = inquiry.panel.periods[positions]
    guard let first = periods.first, let last = periods.last else { return "" }
    return first == last ? "\(first)" : "\(first)-\(last)"
  }

  func finding() throws -> Finding {
    let id = "two-way-\(Slug.of(inquiry.table.description.name))"
    let concentrated = entries.filter { $0.field == .concentratedStrong || $0.field == .concentratedWeak }
    let strong = entries.filter { $0.field == .concentratedStrong || $0.field == .dispersedStrong }
    let open = entries.filter { !$0.isCertain }.count
    func names(_ chosen: [Entry]) -> String {
      chosen.isEmpty ? "" : ": " + Words.list(chosen.map(\.subject.plainName), most: 8)
    }
    let sentence =
      "Of \(entries.count) industries in \(label), \(Words.count(concentrated.count, "is", "are")) concentrated (Theil above "
      + "\(NumberText.shortest(thresholds.concentration)))\(names(concentrated)). "
      + "\(Words.capitalized(Words.count(strong.count, "is", "are"))) strong in \(grouping.groups[0]) regions (quotient above "
      + "\(NumberText.shortest(thresholds.quotient)))\(names(strong)). "
      + (open == 0
        ? "Rounding leaves every industry in its field."
        : open == entries.count
          ? "Rounding or missing cells could move each of them to another field."
          : "Rounding or missing cells could move \(open) of them to another field.")
    let title =
      "\(Words.capitalized(Words.count(concentrated.count, "industry is", "industries are"))) concentrated and "
      + "\(Words.count(strong.count, "", "")) strong in \(grouping.groups[0]) regions, of \(entries.count)"
    return inquiry.finding(
      id,
      section: .kindsOfRegion,
      question: "Which industries are concentrated, and which are strong in \(grouping.groups[0]) regions?",
      sentence: sentence,
      grade: open == 0 ? .fair : .open,
      table: rows,
      notes: [grouping.rule] + grouping.warnings,
      figure: try figure(id: id, title: title),
      method: method,
      robustness: otherThresholds
    )
  }

  private var otherThresholds: [RobustnessNote] {
    [0.2, 0.3, 0.4, 0.5].filter { $0 != thresholds.concentration }
      .map { other in
        let count = entries.filter { ($0.theil.value ?? 0) > other }.count
        let mine = entries.filter { ($0.theil.value ?? 0) > thresholds.concentration }.count
        return RobustnessNote(
          kind: "threshold",
          choice: "Theil above \(NumberText.shortest(other))",
          answer: "\(count) of \(entries.count) concentrated",
          agrees: count == mine
        )
      }
  }

  private var rows: [ResultRow] {
    entries.flatMap { entry in
      func row(_ measure: String, _ number: Uncertain) -> ResultRow {
        var row = ResultRow(measure: measure, value: number.value)
        row.group = grouping.groups[0]
        row.industry = entry.subject.code
        row.period = label
        row.lower = number.bounds?.lower
        row.upper = number.bounds?.upper
        row.verdict =
          entry.field.map { $0.rawValue + (entry.isCertain ? "" : " (undecided)") } ?? "cannot be computed"
        row.note = number.reason
        return row
      }
      return [row("theil", entry.theil), row("lq", entry.quotient)]
    }
  }

  private func figure(id: String, title: String) throws -> Figure? {
    let points = (entries.filter(\.isCertain) + entries.filter { !$0.isCertain })
      .compactMap { entry -> ScatterPoint? in
        guard let theil = entry.theil.value, let quotient = entry.quotient.value, quotient > 0 else {
          return nil
        }
        return ScatterPoint(
          label: entry.subject.shortName,
          x: quotient,
          y: theil,
          group: entry.isCertain ? "in its field for certain" : "undecided",
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

  private var method: MethodNote {
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
      uncertainty: "An industry is undecided where the hard bounds of either number hold its threshold."
    )
  }
}
