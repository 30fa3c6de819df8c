import Graphics
import Panels
import Studies

/// Ten findings that use most kinds of chart, statuses, grades and notes.
enum SampleFindings {
  static func all() throws -> [Finding] {
    [
      try SampleFindings.coverage(), try SampleFindings.boundaries(), try SampleFindings.quotients(),
      try SampleFindings.largest(), try SampleFindings.theil(), try SampleFindings.industries(),
      SampleFindings.decomposition(), try SampleFindings.composition(), try SampleFindings.kinds(),
      try SampleFindings.research(),
    ]
  }

  static let regions = [
    ("TLC1", "Tees Valley and Durham"), ("TLE3", "South Yorkshire"),
    ("TLG1", "Herefordshire, Worcestershire"),
    ("TLG3", "West Midlands"), ("TLH1", "East Anglia"), ("TLJ4", "Kent"),
    ("TLK1", "Gloucestershire, Bristol"),
    ("TLK3", "Cornwall and Isles of Scilly"), ("TLL1", "West Wales and the Valleys"),
    ("TLM5", "North Eastern Scotland"),
  ]

  static let industryCodes = ["CI (26)", "CJ (27)", "CK (28)", "CL (29-30)"]
  static let years = Array(1998...2022)

  static let gvaSource = SourceNote(
    label: "Office for National Statistics, Regional gross value added (balanced) by industry, April 2024",
    file: "gva_itl2.csv.gz",
    retrieved: "2026-11-21",
    licence: "Open Government Licence v3.0",
    vintage: "ITL2 2021, SIC 2007"
  )

  static let bresSource = SourceNote(
    label: "Office for National Statistics, Business Register and Employment Survey, October 2022",
    file: "bres_itl2_sic5.csv.gz",
    retrieved: "2026-11-21",
    vintage: "ITL2 2021, SIC 2007"
  )

  /// A number between 0 and 1 that looks random and is the same everywhere.
  static func noise(_ seed: Int) -> Double {
    let mixed =
      (UInt64(truncatingIfNeeded: seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407) >> 33
    return Double(mixed % 10_000) / 10_000
  }

  static func method(_ formula: String, symbols: String, citation: String, howToRead: String) -> MethodNote {
    MethodNote(
      formula: formula,
      symbols: symbols,
      citation: citation,
      conventions: [
        "Natural logarithms; 0 ln 0 = 0.", "A region with no activity stays in the comparison.",
      ],
      howToRead: howToRead,
      uncertainty:
        "Hard bounds from suppression and rounding, with a 95 % rounding interval; sampling error is not declared."
    )
  }

  static func finding(
    _ id: String,
    _ section: ReportSection,
    question: String,
    sentence: String,
    grade: EvidenceGrade,
    table: Table,
    figure: Figure?,
    method: MethodNote,
    arguments: [String],
    source: SourceNote = gvaSource,
    unit: String,
    robustness: [RobustnessNote] = [],
    cautions: [String] = [],
    isHeadline: Bool = false
  ) -> Finding {
    let request = Request(analysis: arguments[0], arguments: Array(arguments.dropFirst()))
    return Finding(
      id: id,
      section: section,
      question: question,
      sentence: sentence,
      grade: grade,
      table: table,
      figure: figure,
      method: method,
      request: request,
      command: request.command(for: "Examples/advanced-manufacturing"),
      sources: [source],
      unit: unit,
      robustness: robustness,
      cautions: cautions,
      isHeadline: isHeadline
    )
  }

  static func figure(
    _ id: String,
    _ title: String,
    _ subtitle: String,
    _ chart: Chart,
    notes: [String] = [],
    description: String
  ) throws -> Figure {
    try Figure(
      id: id,
      title: title,
      subtitle: subtitle,
      sources: [gvaSource.line],
      notes: notes,
      chart: chart,
      description: description
    )
  }
}
