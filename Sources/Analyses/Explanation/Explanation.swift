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
  ///   - study: The study.
  /// - Throws: `StudyError`, or a measure's error.
  public init(
    measure: String,
    cell: CellAddress,
    bound: BoundSide?,
    table: String?,
    study: Study
  ) async throws {
    let name = table ?? study.description.tables.first?.name ?? ""
    let loaded = try await study.store.table(name, of: study)
    let subject = try cell.subject(in: loaded, of: study)
    let period = try cell.period(in: loaded.panel)
    if let concentration = ConcentrationMeasure(name: measure) {
      let parts = ExplainedConcentration(
        loaded: loaded,
        subject: subject,
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
    guard quotient == .locationQuotient else {
      throw MeasureError.outOfRange(
        "'\(measure)' cannot be explained yet; 'lq' and the measures of concentration can."
      )
    }
    let parts = try ExplainedQuotient(
      loaded: loaded,
      subject: subject,
      region: cell.region(in: loaded.panel),
      period: period
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
    let positions = try table.panel.industries.positions(matching: industry)
    guard positions.count > 1 else { return Subject(table.panel.industries[positions[0]], at: positions[0]) }
    return Subject(name: industry, code: industry, industries: positions)
  }

  /// Finds the region.
  func region(in panel: Panel) throws -> Int {
    guard let region else {
      throw MeasureError.outOfRange("A location quotient needs region=CODE in --cell.")
    }
    guard let position = panel.regions.position(of: region) else {
      throw PanelError.unknownCode(region, nearest: NearestNames.of(region, among: panel.regions.codes))
    }
    return position
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
    return row
  }
}
