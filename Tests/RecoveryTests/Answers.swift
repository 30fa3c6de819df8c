import Albion
import Studies
import Testing

/// What the analyses say of an invented economy, held against what was planted in it.
struct Answers {
  /// One thing planted, or not planted, and what was said of it.
  struct Fact {
    let name: String
    let planted: Direction
    let found: Direction
    /// What was published.
    let sentence: String

    var isRecovered: Bool { planted == found }
  }

  private(set) var facts: [Fact] = []
  /// Published bounds that do not contain the exact number, in words.
  private(set) var escapes: [String] = []
  /// How many bounds were looked at.
  private(set) var boundCount = 0

  private let invented: InventedStudy
  private let exact: ExactNumbers
  private static let table = ["--table", "gva regions"]
  private static let windows = ["--average", "5", "--block"]

  private var truth: Truth { invented.albion.truth }

  init(_ plan: AlbionPlan) async throws {
    invented = try InventedStudy(plan)
    exact = ExactNumbers(invented.albion)
    defer { invented.remove() }
    try await readConcentration()
    try await readTraditional()
    try await readDensity()
    try await readResearch()
  }

  private mutating func readConcentration() async throws {
    for (position, industry) in truth.industries.enumerated() {
      // Two relative measures, which must agree; of a single one the sensitivities would be computed too.
      let finding = try await invented.answer(
        "concentration",
        Answers.table + ["--only", industry.code, "--measure", "theil,gini"] + Answers.windows
      )
      facts.append(
        Fact(
          name: "concentration of \(industry.code)",
          planted: industry.course.overall,
          // Measures that do not agree are no finding.
          found: finding.sentence.hasPrefix("The measures do not agree")
            ? .none : Answers.direction(finding.sentence, up: "more concentrated", down: "more dispersed"),
          sentence: finding.sentence + Answers.ends(finding.records(of: "theil"))
        )
      )
      for record in finding.records(of: "theil") {
        check(record, exact.theil(position, over: record.text("period")))
      }
    }
  }

  private mutating func readTraditional() async throws {
    let codes = truth.industries.flatMap { ["--only", $0.code] }
    let finding = try await invented.answer(
      "specialization",
      Answers.table + ["--group", "traditional industrial"] + codes
        + ["--definition", "advanced manufacturing"] + Answers.windows
    )
    let inside = truth.traditionalRegions
    for record in finding.records(of: "change of lq") {
      let code = record.text("industry")
      let industry = truth.industries.first { $0.code == code }
      facts.append(
        Fact(
          name: "traditional regions in \(code)",
          planted: industry?.traditional ?? truth.traditional,
          found: Answers.direction(record.text("verdict"), up: "rose", down: "fell"),
          sentence: "\(record.text("verdict")) \(record.text("value"))"
        )
      )
    }
    for record in finding.records(of: "lq") {
      let industries = exact.positions(of: record.text("industry"))
      check(record, exact.quotient(industries, inside: inside, over: record.text("period")))
    }
  }

  private mutating func readDensity() async throws {
    let finding = try await invented.answer(
      "shares",
      Answers.table + ["--group", "density", "--definition", "advanced manufacturing"] + Answers.windows
    )
    let changes = finding.records(of: "change of share")
      .filter { $0.text("industry") == "advanced manufacturing" }
    func verdict(_ group: String) -> Direction {
      Answers.direction(
        changes.first { $0.text("group") == group }?.text("verdict") ?? "",
        up: "gained",
        down: "lost"
      )
    }
    let (rural, urban) = (verdict("rural"), verdict("urban"))
    facts.append(
      Fact(
        name: "cities",
        planted: truth.cities,
        found: urban.sign > rural.sign ? .up : urban.sign < rural.sign ? .down : .none,
        sentence: finding.sentence
      )
    )
    for record in finding.records(of: "share") {
      let industries = exact.positions(of: record.text("industry"))
      let members = exact.regions(ofClass: record.text("group"))
      check(record, exact.share(industries, inside: members, over: record.text("period")))
    }
  }

  private mutating func readResearch() async throws {
    let entry = invented.study.description.indicators.first
    let name = try #require(entry?.name)
    let growth = try #require(entry?.growth)
    let finding = try await invented.answer(
      "scatter",
      [
        "--table", "gva volume regions", "--indicator", name, "--periods",
        "\(growth.lowerBound):\(growth.upperBound)",
      ]
    )
    facts.append(
      Fact(
        name: "research",
        planted: truth.research,
        found: Answers.direction(finding.sentence, up: "grew faster", down: "grew more slowly"),
        sentence: finding.sentence
      )
    )
  }

  private mutating func check(_ record: Record, _ number: Double) {
    guard let lower = record.number("lower"), let upper = record.number("upper") else { return }
    boundCount += 1
    let slack = 1e-9 * max(1, number.magnitude)
    guard number < lower - slack || number > upper + slack else { return }
    escapes.append(
      "\(record.text("measure")) \(record.text("industry")) \(record.text("group")) \(record.text("period")): "
        + "\(number) is not in \(lower)…\(upper)"
    )
  }

  /// The first and the last number, for the report of what was missed.
  private static func ends(_ records: [Record]) -> String {
    " (\(records.first?.text("value") ?? "") to \(records.last?.text("value") ?? ""))"
  }

  private static func direction(_ text: String, up: String, down: String) -> Direction {
    text.contains(up) ? .up : text.contains(down) ? .down : .none
  }
}
