import Measures
public import Panels
public import Studies

/// One number taken apart: what went in, how, and how far it may be off.
public struct Explanation: Sendable {
  /// The explanation in lines, for a reader.
  public let text: String
  /// What went in, or the numbers at which a bound is reached: a row a number.
  public let table: Table

  /// Explains a number.
  ///
  /// - Parameters:
  ///   - measure: The name of the measure.
  ///   - cell: Which number.
  ///   - bound: The bound whose numbers are wanted, if any.
  ///   - table: The table of the study; its first if nil.
  ///   - level: The level of the classification to work at; that of the table if nil.
  ///   - study: The study.
  /// - Throws: `StudyError`, or a measure's error.
  public init(
    measure: String,
    cell: CellAddress,
    bound: BoundSide?,
    table: String?,
    level: String? = nil,
    study: Study
  ) async throws {
    let name = table ?? study.description.tables.first?.name ?? ""
    let read = try await study.store.table(name, of: study)
    let loaded = try await level.asyncMap { try await study.atLevel($0, of: read) } ?? read
    let period = try cell.period(in: loaded.panel)
    if let concentration = ConcentrationMeasure(name: measure) {
      let parts = ExplainedConcentration(
        loaded: loaded,
        subject: try cell.subject(in: loaded, of: study),
        period: period,
        measure: concentration
      )
      text = try parts.text()
      self.table = try bound.map { try parts.witness($0) } ?? parts.inputs()
      return
    }
    guard let quotient = SpecializationMeasure(name: measure) else {
      throw MeasureError.unknownMeasure(
        measure,
        nearest: NearestNames.of(measure, among: MeasureDescription.catalogue.map(\.name))
      )
    }
    let region = try cell.region(in: loaded, of: study)
    if quotient.isOfWholeRegion {
      let parts = try ExplainedSpecialization(
        loaded: loaded,
        region: region,
        period: period,
        measure: quotient
      )
      text = try parts.text()
      self.table = try bound.map { try parts.witness($0) } ?? parts.inputs()
      return
    }
    let parts = ExplainedQuotient(
      loaded: loaded,
      subject: try cell.subject(in: loaded, of: study),
      region: region,
      period: period,
      measure: quotient
    )
    text = try parts.text()
    self.table = try bound.map { try parts.witness($0) } ?? parts.inputs()
  }
}

extension CellAddress {
  /// Finds the industry or definition.
  func subject(in table: LoadedTable, of study: Study) throws -> Subject {
    guard let industry else { throw MeasureError.outOfRange("--cell needs industry=CODE.") }
    if study.description.definitions.contains(where: { CodeMatching.matches($0.name, industry) }) {
      return try study.subject(named: industry, in: table)
    }
    let axis = table.panel.industries
    let positions = try study.naming("industry", on: axis, of: table) { () throws(PanelError) in
      try axis.positions(matching: industry)
    }
    guard positions.count > 1 else { return Subject(table.panel.industries[positions[0]], at: positions[0]) }
    return Subject(name: industry, code: industry, industries: positions)
  }

  /// Finds the region.
  func region(in table: LoadedTable, of study: Study) throws -> Int {
    guard let region else {
      throw MeasureError.outOfRange("--cell needs region=CODE for this measure.")
    }
    let axis = table.panel.regions
    return try study.naming("region", on: axis, of: table) { () throws(PanelError) in
      guard let position = axis.position(of: region) else {
        throw .unknownCode(region, nearest: NearestNames.of(region, among: axis.codes))
      }
      return position
    }
  }

  /// Finds the period; the last one if none is given.
  func period(in panel: Panel) throws -> Int {
    guard let period else { return panel.periods.count - 1 }
    guard let wanted = Period(period) else {
      throw MeasureError.outOfRange("'\(period)' is no period; write 2021 or 2021Q3.")
    }
    return try panel.position(of: wanted)
  }
}

/// Rows of an explanation.
enum ExplanationRow {
  /// Makes a row: what, its number, its bounds, and its status.
  static func row(_ term: String, region: String? = nil, industry: String? = nil, cell: Cell) -> ResultRow {
    var row = ResultRow(measure: "input", value: cell.value)
    row.term = term
    row.region = region
    row.industry = industry
    row.lower = cell.bounds.lower
    row.upper = cell.bounds.upper.isFinite ? cell.bounds.upper : nil
    row.status = cell.status.word
    row.note = cell.text.map { "text in the source: '\($0)'" }
    return row
  }

  /// Makes a row of a part of a measure.
  static func part(
    _ formula: String,
    region: String? = nil,
    industry: String? = nil,
    _ value: Double?
  ) -> ResultRow {
    var row = ResultRow(measure: "part", value: value)
    row.term = formula
    row.region = region
    row.industry = industry
    return row
  }

  /// Makes the row of what the parts give.
  static func check(_ check: PartsCheck) -> ResultRow {
    var row = ResultRow(measure: "check", value: check.fromParts)
    row.term = "what the parts give"
    return row
  }
}

extension LoadedTable {
  /// Returns a cell as it may be printed: of a suppressed cell not the bounds that totals gave it.
  func printable(_ cell: Cell) -> Cell {
    guard narrowsSuppressedCells, cell.status == .suppressed else { return cell }
    return Cell(value: nil, bounds: .nonNegative, status: cell.status, text: cell.text)
  }
}
