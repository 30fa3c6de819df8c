public import Panels

/// What the evidence says of a value against its reference.
public enum IntervalVerdict: Sendable, Hashable, CaseIterable {
  /// The whole interval lies above the reference.
  case clearlyAbove
  /// The interval lies above as far as it is known, but the sampling error is not declared.
  case aboveSamplingUnknown
  /// The interval holds the reference, or there is no interval.
  case cannotTell
  /// The interval lies below as far as it is known, but the sampling error is not declared.
  case belowSamplingUnknown
  /// The whole interval lies below the reference.
  case clearlyBelow
  /// There is neither a value nor an interval.
  case notComputable

  /// The verdict in words, as a heading.
  public var words: String {
    switch self {
    case .clearlyAbove: "Clearly above"
    case .aboveSamplingUnknown: "Above; sampling error unknown"
    case .cannotTell: "Cannot tell"
    case .belowSamplingUnknown: "Below; sampling error unknown"
    case .clearlyBelow: "Clearly below"
    case .notComputable: "Cannot be computed"
    }
  }
}

/// Values with their intervals, a row each, grouped by verdict: the chart for location quotients.
///
/// On a logarithmic axis a third is as far from one as three. An interval that leaves the plot ends in an arrow, as does
/// one without a bound. A suppressed value has no dot: what is known of it is drawn as a hatched bar.
public struct IntervalDotChart: Sendable, Hashable {
  /// The rows; within each verdict they keep this order.
  public let rows: [IntervalRow]
  /// The axis of values.
  public let axis: ValueAxis
  /// What the values are compared with.
  public let reference: ReferenceLine
  /// What the details of rows are, such as `Jobs`, or nil if rows have none.
  public let detailTitle: String?
  /// What the thick part of a mark is: `95 % rounding interval`.
  public let intervalTitle: String?
  /// What the thin part of a mark is: `hard bounds`.
  public let boundsTitle: String?

  /// Makes an interval dot chart.
  ///
  /// - Parameters:
  ///   - rows: The rows in order.
  ///   - axis: The axis of values.
  ///   - reference: What the values are compared with.
  ///   - detailTitle: What the rows' details are.
  ///   - intervalTitle: What the thick part of a mark is.
  ///   - boundsTitle: What the thin part of a mark is.
  public init(
    rows: [IntervalRow],
    axis: ValueAxis = ValueAxis(title: "Location quotient", scale: .logarithmic),
    reference: ReferenceLine = ReferenceLine(value: 1, label: "1"),
    detailTitle: String? = nil,
    intervalTitle: String? = nil,
    boundsTitle: String? = nil
  ) {
    self.rows = rows
    self.axis = axis
    self.reference = reference
    self.detailTitle = detailTitle
    self.intervalTitle = intervalTitle
    self.boundsTitle = boundsTitle
  }
}

/// One value with its intervals.
public struct IntervalRow: Sendable, Hashable {
  /// The subject.
  public let label: String
  /// A number that must be seen beside the value, as text: `1,250`.
  public let detail: String?
  /// The value, or nil if there is none.
  public let value: Double?
  /// The interval of the evidence, drawn thick; nil if none is known.
  public let interval: Interval?
  /// The hard bounds, drawn thin; nil if none are known.
  public let bounds: Interval?
  /// What the evidence says.
  public let verdict: IntervalVerdict
  /// What the value says about itself.
  public let status: CellStatus
  /// What the row stands for.
  public let link: MarkLink

  /// Makes a row.
  ///
  /// - Parameters:
  ///   - label: The subject.
  ///   - detail: A number that must be seen beside the value.
  ///   - value: The value, or nil.
  ///   - interval: The interval of the evidence.
  ///   - bounds: The hard bounds.
  ///   - verdict: What the evidence says.
  ///   - status: What the value says about itself.
  ///   - link: What the row stands for.
  public init(
    label: String,
    detail: String? = nil,
    value: Double?,
    interval: Interval? = nil,
    bounds: Interval? = nil,
    verdict: IntervalVerdict,
    status: CellStatus = .observed,
    link: MarkLink = .none
  ) {
    self.label = label
    self.detail = detail
    self.value = value
    self.interval = interval
    self.bounds = bounds
    self.verdict = verdict
    self.status = status
    self.link = link
  }
}
