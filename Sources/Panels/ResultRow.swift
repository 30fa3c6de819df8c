/// One number of a result, in the vocabulary of result columns.
///
/// A result table has those columns that some row uses, in the order of ``columns``.
public struct ResultRow: Hashable, Sendable {
  /// The scenario of a simulation.
  public var scenario: String?
  /// The estimator that gave the number.
  public var estimator: String?
  /// The subject of an evaluation.
  public var subject: String?
  /// The group of regions or industries.
  public var group: String?
  /// The code of the region.
  public var region: String?
  /// The code of the second region of a pair.
  public var region2: String?
  /// The code or the name of the industry or definition.
  public var industry: String?
  /// The code of the second industry of a pair.
  public var industry2: String?
  /// The period, or a span such as `1998-2002`.
  public var period: String?
  /// Periods since an event.
  public var eventTime: Int?
  /// A distance in kilometres.
  public var distance: Double?
  /// The term of a regression or decomposition.
  public var term: String?
  /// The name of the measure.
  public var measure: String
  /// The number, or nil if it cannot be computed.
  public var value: Double?
  /// The lower bound.
  public var lower: Double?
  /// The upper bound.
  public var upper: Double?
  /// The verdict in words.
  public var verdict: String?
  /// The status of the number.
  public var status: String?
  /// Anything else to be said of the number.
  public var note: String?

  /// Makes a row; set the columns that apply.
  ///
  /// - Parameters:
  ///   - measure: The name of the measure.
  ///   - value: The number, or nil if it cannot be computed.
  public init(measure: String, value: Double?) {
    self.measure = measure
    self.value = value
  }

  /// The vocabulary of result columns, in order.
  public static let columns = [
    "scenario", "estimator", "subject", "group", "region", "region2", "industry", "industry2", "period",
    "event_time", "distance", "term", "measure", "value", "lower", "upper", "verdict", "status", "note",
  ]

  /// A bound, or nothing where it is infinite and therefore bounds nothing.
  private static func bound(_ number: Double?) -> TableValue {
    TableValue(number.flatMap { $0.isFinite ? $0 : nil })
  }

  /// The values of the row, one for each of ``columns``.
  public var values: [TableValue] {
    [
      TableValue(scenario), TableValue(estimator), TableValue(subject), TableValue(group), TableValue(region),
      TableValue(region2), TableValue(industry), TableValue(industry2), TableValue(period),
      eventTime.map(TableValue.integer) ?? .empty, TableValue(distance), TableValue(term), .text(measure),
      TableValue(value), ResultRow.bound(lower), ResultRow.bound(upper), TableValue(verdict),
      TableValue(status),
      TableValue(note),
    ]
  }
}

extension Table {
  /// Makes the table of a result: the columns that some row uses, `measure` and `value` always.
  ///
  /// - Parameters:
  ///   - name: A short name.
  ///   - results: The rows in order.
  ///   - notes: What must be read with the table.
  public init(name: String, results: [ResultRow], notes: [String] = []) {
    let values = results.map(\.values)
    let used = ResultRow.columns.indices.filter { column in
      ["measure", "value"].contains(ResultRow.columns[column]) || values.contains { $0[column] != .empty }
    }
    self.init(
      name: name,
      columns: used.map { ResultRow.columns[$0] },
      rows: values.map { row in used.map { row[$0] } },
      notes: notes
    )
  }
}
