import Graphics
import Inference
import Panels
import Studies

/// Growth against an indicator, with a fitted line.
struct ScatterAnswer: Sendable {
  let inquiry: Inquiry
  let subject: Subject
  let indicator: IndicatorValues
  let growth: RegionalGrowth
  /// The level of intervals.
  let level: Double
  /// Whether intervals are given; without one nothing is called a relation.
  let showsInterval: Bool
  /// The least difference of growth that counts, in percentage points a year between regions whose indicator lies one
  /// standard deviation apart: an interval shrinks with the number of regions, what matters does not.
  let material: Double

  /// The regions with both numbers.
  var regions: [Int] {
    inquiry.panel.regions.indices.filter { indicator.values[$0] != nil && growth.rates[$0] != nil }
  }

  /// Their numbers.
  var points: (x: [Double], y: [Double]) {
    (regions.compactMap { indicator.values[$0] }, regions.compactMap { growth.rates[$0] })
  }

  func finding() throws -> Finding {
    let (x, y) = points
    let line = try StraightLine(x: x, y: y)
    let slope = try line.slopeEstimate(level: level)
    let unusual = line.unusualPoints()
    let names = unusual.filter(\.isOutlier).map { inquiry.panel.regions[regions[$0.position]].name }
    let id = "scatter-\(Slug.of(inquiry.table.description.name))-\(Slug.of(indicator.name))"
    let isClear = slope.lower > 0 || slope.upper < 0
    let side = side(slope.lower, slope.upper, difference: slope.value * deviation(x))
    let notes = try withoutOutliers(line, isClear: isClear, sign: slope.value)
    var sentence = sentence(
      slope: (slope.value, slope.lower, slope.upper),
      side: side,
      rSquared: line.rSquared,
      outliers: names
    )
    if side == .above || side == .below,
      let other = notes.first(where: { $0.kind == "regions" && !$0.agrees })
    {
      sentence += " \(Words.capitalized(other.choice)) it is no longer clear."
    }
    let missing = inquiry.panel.regions.indices.filter { !regions.contains($0) }
      .map { inquiry.panel.regions[$0].name }
    var finding = inquiry.finding(
      id,
      section: .research,
      question: "Does \(indicator.name) go with growth of \(subject.name)?",
      sentence: sentence,
      grade: isClear ? .fair : .open,
      table: try rows(line),
      notes: missing.isEmpty
        ? [] : ["Without both numbers and left out: \(missing.joined(separator: ", "))."],
      figure: try figure(
        id: id,
        title: headline(side, notes: notes),
        line: line,
        outliers: Set(unusual.map(\.position))
      ),
      method: method(slope.value),
      robustness: notes,
      cautions: ["An association between regions, not an effect: what moves both is not held fixed."]
        + indicator.cautions,
      isHeadline: !inquiry.study.isSingleTable
    )
    finding.sources += indicator.sources
    return finding
  }

  /// Which way growth goes with the indicator, for certain and by enough to matter.
  private func side(_ lower: Double, _ upper: Double, difference: Double) -> Side {
    guard showsInterval else { return .unknown }
    guard lower > 0 || upper < 0 else { return .open }
    guard difference.magnitude >= material else { return .little }
    return lower > 0 ? .above : .below
  }

  private func deviation(_ numbers: [Double]) -> Double {
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(max(1, numbers.count - 1))).squareRoot()
  }

  /// A short title, hedged as the sentence is: where the relation rests on a few regions it says so.
  private func headline(_ side: Side, notes: [RobustnessNote]) -> String {
    let pair = "more \(indicator.name) in \(subject.plainName)"
    let weak = notes.first { $0.kind == "regions" && !$0.agrees }
    let ending = weak.map { ", but not clearly \($0.choice)" } ?? ", an association"
    switch side {
    case .above: return "Faster growth goes with \(pair)\(ending)"
    case .below: return "Slower growth goes with \(pair)\(ending)"
    case .little: return "Growth of \(subject.plainName) hardly differs with \(indicator.name)"
    case .open: return "No clear relation between \(indicator.name) and growth of \(subject.plainName)"
    case .unknown: return "Growth of \(subject.plainName) and \(indicator.name), without an interval"
    }
  }

  private func sentence(
    slope: (value: Double, lower: Double, upper: Double),
    side: Side,
    rSquared: Double,
    outliers: [String]
  ) -> String {
    let unit = indicator.name
    let range =
      "\(Words.percentLevel(level)) interval \(Words.number(slope.lower, digits: 2)) to \(Words.number(slope.upper, digits: 2))"
    let slopeText =
      "\(Words.number(slope.value, digits: 2)) percentage points of growth a year for each \(step) more\(showsInterval ? " (\(range))" : "")"
    var text =
      switch side {
      case .above: "Regions with more \(unit) grew faster in \(subject.name): \(slopeText)"
      case .below: "Regions with more \(unit) grew more slowly in \(subject.name): \(slopeText)"
      case .little: "Growth of \(subject.name) hardly differs with \(unit): \(slopeText)"
      case .open: "No clear relation between \(unit) and growth of \(subject.name): \(slopeText)"
      case .unknown: "Growth of \(subject.name) and \(unit), not judged for want of an interval: \(slopeText)"
      }
    text += "; it goes with \(Words.percent(rSquared, decimals: 0)) of the variation, in \(growth.span)"
    if !outliers.isEmpty { text += ". Far off the line: \(Words.list(outliers))" }
    return text + ". An association, not an effect."
  }

  /// One unit of the indicator in words.
  var step: String { indicator.unit.hasPrefix("%") ? "percentage point" : "unit" }

  private func rows(_ line: StraightLine) throws -> [ResultRow] {
    let slope = try line.slopeEstimate(level: level)
    let intercept = try line.interceptEstimate(level: level)
    func row(_ term: String, _ value: Double, _ lower: Double?, _ upper: Double?) -> ResultRow {
      var row = ResultRow(measure: "least squares", value: value)
      row.estimator = "ols"
      row.industry = subject.code
      row.period = growth.span.replacingDash
      row.term = term
      if showsInterval { (row.lower, row.upper) = (lower, upper) }
      return row
    }
    let fit = [
      row("slope", slope.value, slope.lower, slope.upper),
      row("intercept", intercept.value, intercept.lower, intercept.upper),
      row("R squared", line.rSquared, nil, nil), row("regions", Double(line.count), nil, nil),
    ]
    return fit
      + inquiry.panel.regions.indices.flatMap { region in
        [("indicator", indicator.values[region]), ("growth, % a year", growth.rates[region])]
          .map { name, value in
            var row = ResultRow(measure: name, value: value)
            row.region = inquiry.panel.regions[region].code
            row.industry = name == "indicator" ? nil : subject.code
            row.status = value == nil ? CellStatus.notAvailable.word : nil
            return row
          }
      }
  }

  private static func outcome(_ clear: Bool, _ value: Double, like isClear: Bool, _ sign: Double)
    -> RobustnessNote.Outcome
  {
    switch (clear, isClear) {
    case (false, false): .same
    case (false, true): .undecided
    case (true, false): .different
    case (true, true): (value > 0) == (sign > 0) ? .same : .reversed
    }
  }

  private func withoutOutliers(_ line: StraightLine, isClear: Bool, sign: Double) throws -> [RobustnessNote] {
    let unusual = Set(line.unusualPoints().filter { $0.isOutlier || $0.hasHighLeverage }.map(\.position))
    var notes: [RobustnessNote] = []
    let (x, y) = points
    if !unusual.isEmpty, x.count - unusual.count >= 3 {
      let kept = x.indices.filter { !unusual.contains($0) }
      let other = try StraightLine(x: kept.map { x[$0] }, y: kept.map { y[$0] }).slopeEstimate(level: level)
      let clear = other.lower > 0 || other.upper < 0
      notes.append(
        RobustnessNote(
          kind: "regions",
          choice: "without \(unusual.count) unusual regions",
          answer: clear ? (other.value > 0 ? "faster with more" : "slower with more") : "cannot tell",
          outcome: ScatterAnswer.outcome(clear, other.value, like: isClear, sign)
        )
      )
    }
    let rank = try Correlation(.spearman, of: x, y)
    let clear = rank.pValue < 1 - level
    notes.append(
      RobustnessNote(
        kind: "measure",
        choice: "rank correlation (Spearman)",
        answer: "\(Words.fixed(rank.value, decimals: 2)), p = \(Words.number(rank.pValue, digits: 2))",
        outcome: ScatterAnswer.outcome(clear, rank.value, like: isClear, sign)
      )
    )
    return notes
  }
}

extension String {
  /// The text with a hyphen for a dash, as in result tables.
  fileprivate var replacingDash: String { split(separator: "–").joined(separator: "-") }
}
