import Panels

/// What the numbers are: unit, marks, rounding, signs.
struct ValueFindings {
  private(set) var findings: [CheckFinding] = []
  private let profile: SourceProfile
  /// Of how many columns range and rounding are said.
  private static let mostColumns = 40
  private let markers: MarkerTable
  private let file: String

  init(_ table: CheckedTable, profile: SourceProfile, markers: MarkerTable, file: String) {
    self.profile = profile
    self.markers = markers
    self.file = file
    let values = table.columns(where: { $0 == .value })
    if values.isEmpty {
      let isPanel = !table.columns(where: { $0 == .period }).isEmpty
      findings.append(
        CheckFinding(
          isPanel ? .problem : .note,
          "No numbers",
          "no column holds mostly numbers that are not codes or periods",
          advice: "Name the column with --value, or choose --profile."
        )
      )
    }
    let isWide = values.count > 3 && values.allSatisfy { HeaderFinding.period($0.name) != nil }
    let shown = values.prefix(ValueFindings.mostColumns)
    if values.count > shown.count {
      findings.append(
        CheckFinding(
          .note,
          "Columns not shown",
          "\(values.count) columns hold numbers; range and rounding are said of the first \(shown.count)",
          advice: "Name one with --value."
        )
      )
    }
    for column in isWide ? shown.prefix(1) : shown { addUnit(column) }
    for column in values {
      addMarks(column)
      addSigns(column)
    }
    for column in isWide ? shown.prefix(1) : shown { addRounding(column) }
  }

  private mutating func addUnit(_ column: CheckedColumn) {
    let name = column.name.lowercased()
    let units: [(String, String)] = [
      ("share", "share"), ("pct", "per cent"), ("rate", "rate"), ("per_", "rate"), ("gbp_m", "GBP million"),
      ("gbp", "GBP"), ("_usd_k", "USD thousand"), ("usd", "USD"), ("thousand", "thousands"),
      ("gva", "money, unit not stated"), ("employment", "jobs or persons"), ("employees", "employees"),
      ("jobs", "jobs"), ("population", "persons"),
      ("enterprises", "enterprises"), ("establishments", "establishments"), ("workers", "persons"),
    ]
    let unit = units.first { name.contains($0.0) }?.1
    let tally = column.tally
    guard tally.count > 0 else { return }
    let mean = (tally.sum / Double(tally.count) * 100).rounded() / 100
    findings.append(
      CheckFinding(
        .note,
        "Values",
        "column '\(column.name)': \(tally.count) numbers from \(NumberText.shortest(tally.least)) to "
          + "\(NumberText.shortest(tally.most)), mean \(NumberText.shortest(mean)); "
          + "unit \(unit ?? "not told by the name")",
        advice: unit == nil ? "Say --unit, so that figures can name it." : ""
      )
    )
  }

  private mutating func addMarks(_ column: CheckedColumn) {
    var unknown: [Int] = []
    var notFinite: [Int] = []
    for (id, text) in column.texts.enumerated() {
      switch column.numbers[id] {
      case .number, .ambiguous: continue
      case .notFinite: notFinite.append(id)
      case .none:
        if let meaning = markers.meaning(of: text) {
          findings.append(
            CheckFinding(
              .note,
              "Marks",
              "column '\(column.name)': \(column.counts[id]) cells \(text.isEmpty ? "empty" : "'\(text)'"): "
                + "\(meaning.word) under profile \(profile.name.rawValue) (first: row \(column.firstRows[id]))"
            )
          )
        } else {
          unknown.append(id)
        }
      }
    }
    if let first = notFinite.first {
      add(column, "Not finite", notFinite, first, "Leave the cell empty if there is no number.")
    }
    var reader = CellReader(
      file: file,
      profile: profile,
      markers: markers,
      numbers: NumberParser(hasDecimalComma: false, isAmbiguous: false)
    )
    unknown = unknown.filter { id in
      let bytes = Array(column.texts[id].utf8)
      return reader.read(bytes.span, 0, bytes.count, row: column.firstRows[id]) == nil
    }
    if let first = unknown.first {
      add(
        column,
        "Unknown marks",
        unknown,
        first,
        "Choose the source with --profile, or replace the marks by ones that it knows."
      )
    }
  }

  private mutating func add(
    _ column: CheckedColumn,
    _ title: String,
    _ ids: [Int],
    _ first: Int,
    _ advice: String
  ) {
    let cells = ids.reduce(0) { $0 + column.counts[$1] }
    let shown = ids.prefix(5).map { "'\(column.texts[$0])'" }.joined(separator: ", ")
    findings.append(
      CheckFinding(
        .problem,
        title,
        "column '\(column.name)': \(cells) cells \(shown) (first: row \(column.firstRows[first]))",
        advice: advice
      )
    )
  }

  private mutating func addSigns(_ column: CheckedColumn) {
    let tally = column.tally
    guard tally.negatives > 0 else { return }
    findings.append(
      CheckFinding(
        .warning,
        "Negative values",
        "column '\(column.name)': \(tally.negatives), first in row \(tally.firstNegative.row) "
          + "(\(NumberText.shortest(tally.firstNegative.number)))",
        advice: "Right for value added; shares and logarithms of them have no meaning."
      )
    )
  }

  private mutating func addRounding(_ column: CheckedColumn) {
    guard let pattern = RoundingPattern(column) else { return }
    findings.append(
      CheckFinding(.note, "Rounding", "column '\(column.name)': \(pattern.text)", advice: pattern.advice)
    )
  }
}

/// How the numbers of a column seem to have been rounded.
struct RoundingPattern {
  let text: String
  let advice: String

  /// Looks at the greatest common divisor of the numbers, and at the ladder of open-access BRES.
  init?(_ column: CheckedColumn) {
    guard let divisor = column.tally.divisor, divisor > 1 else { return nil }
    let numbers = column.texts.indices.map { column.number(Int32($0)) }.filter { $0.isFinite && $0 != 0 }
    guard numbers.count >= 10 else { return nil }
    let large = numbers.count { $0 > 1_000 }
    let ladder = RoundingRule.bres(.relaxed)
    if divisor == 5, !column.isOverfull, large >= 3,
      numbers.allSatisfy({ $0 > 0 && !ladder.bounds(of: $0).isExact })
    {
      text =
        "every number fits the ladder of open-access BRES (5, 25, 50, 100, 250, 500, 1000 by size): rounded"
      advice = "Say --rounding bres."
    } else {
      text = "all values are multiples of \(divisor): rounded"
      advice = "Say --rounding \(divisor)."
    }
  }
}
