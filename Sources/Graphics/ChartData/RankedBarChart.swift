public import Panels

/// Horizontal bars from zero, with intervals and a value to compare with.
///
/// The bars keep the order they are given in. On a logarithmic axis a bar starts at one.
public struct RankedBarChart: Sendable, Hashable {
  /// The bars, from the top.
  public let bars: [RankedBar]
  /// The axis of values.
  public let axis: ValueAxis
  /// A value to compare with.
  public let reference: ReferenceLine?
  /// What the comparison values of bars are, such as `Great Britain`, or nil if bars have none.
  public let comparisonTitle: String?
  /// What the thin line over a bar is, such as `95 % interval`, or nil if bars have none.
  public let intervalTitle: String?

  /// Makes a bar chart.
  ///
  /// - Parameters:
  ///   - bars: The bars, from the top.
  ///   - axis: The axis of values.
  ///   - reference: A value to compare with.
  ///   - comparisonTitle: What the bars' comparison values are.
  ///   - intervalTitle: What the thin line over a bar is.
  public init(
    bars: [RankedBar],
    axis: ValueAxis,
    reference: ReferenceLine? = nil,
    comparisonTitle: String? = nil,
    intervalTitle: String? = nil
  ) {
    self.bars = bars
    self.axis = axis
    self.reference = reference
    self.comparisonTitle = comparisonTitle
    self.intervalTitle = intervalTitle
  }
}

/// One bar.
public struct RankedBar: Sendable, Hashable {
  /// The subject.
  public let label: String
  /// The value, or nil: the row then says the status in words.
  public let value: Double?
  /// The interval of the value, or nil if none is known.
  public let interval: Interval?
  /// A value to compare this bar with, drawn as a tick; nil for none.
  public let comparison: Double?
  /// What the value says about itself.
  public let status: CellStatus
  /// Whether the bar is in colour or in grey.
  public let emphasis: Emphasis
  /// The colour, or nil for the first of the palette.
  public let hue: Hue?
  /// What the bar stands for.
  public let link: MarkLink

  /// Makes a bar.
  ///
  /// - Parameters:
  ///   - label: The subject.
  ///   - value: The value, or nil.
  ///   - interval: The interval of the value.
  ///   - comparison: A value to compare this bar with.
  ///   - status: What the value says about itself.
  ///   - emphasis: Whether the bar is in colour or in grey.
  ///   - hue: The colour, or nil for the first.
  ///   - link: What the bar stands for.
  public init(
    label: String,
    value: Double?,
    interval: Interval? = nil,
    comparison: Double? = nil,
    status: CellStatus = .observed,
    emphasis: Emphasis = .strong,
    hue: Hue? = nil,
    link: MarkLink = .none
  ) {
    self.label = label
    self.value = value
    self.interval = interval
    self.comparison = comparison
    self.status = status
    self.emphasis = emphasis
    self.hue = hue
    self.link = link
  }
}
