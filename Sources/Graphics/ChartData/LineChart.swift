public import Panels

/// Lines over time, with a ribbon for each line's bounds and steps for its block means.
///
/// A missing value leaves a gap. A point with the status `breakInSeries` starts a new piece: the line is cut before it.
/// Provisional and estimated stretches are dashed. Lines with ``Emphasis/context`` are grey.
public struct LineChart: Sendable, Hashable {
  /// The lines, in the order of their colours.
  public let series: [LineSeries]
  /// The axis of time, or of distance from an event.
  public let horizontal: ValueAxis
  /// The axis of values.
  public let vertical: ValueAxis
  /// A value to compare with.
  public let reference: ReferenceLine?
  /// What the ribbons are: `95 % rounding interval`.
  public let bandTitle: String
  /// What the steps are: `Five-year means`.
  public let blockTitle: String

  /// Makes a line chart.
  ///
  /// - Parameters:
  ///   - series: The lines.
  ///   - horizontal: The axis of time.
  ///   - vertical: The axis of values.
  ///   - reference: A value to compare with.
  ///   - bandTitle: What the ribbons are.
  ///   - blockTitle: What the steps are.
  public init(
    series: [LineSeries],
    horizontal: ValueAxis = .years,
    vertical: ValueAxis,
    reference: ReferenceLine? = nil,
    bandTitle: String = "Bounds",
    blockTitle: String = "Block means"
  ) {
    self.series = series
    self.horizontal = horizontal
    self.vertical = vertical
    self.reference = reference
    self.bandTitle = bandTitle
    self.blockTitle = blockTitle
  }
}

/// One line.
public struct LineSeries: Sendable, Hashable {
  /// The name printed at the end of the line.
  public let name: String
  /// The points, ascending in `x`.
  public let points: [LinePoint]
  /// Means over blocks of periods, drawn as steps.
  public let blockMeans: [BlockMean]
  /// Whether the line is in colour or in grey.
  public let emphasis: Emphasis
  /// The colour, or nil to take the next one of the palette.
  public let hue: Hue?
  /// What the line stands for.
  public let link: MarkLink

  /// Makes a line.
  ///
  /// - Parameters:
  ///   - name: The name printed at the end of the line.
  ///   - points: The points, ascending in `x`.
  ///   - blockMeans: Means over blocks of periods.
  ///   - emphasis: Whether the line is in colour or in grey.
  ///   - hue: The colour, or nil to take the next one.
  ///   - link: What the line stands for.
  public init(
    name: String,
    points: [LinePoint],
    blockMeans: [BlockMean] = [],
    emphasis: Emphasis = .strong,
    hue: Hue? = nil,
    link: MarkLink = .none
  ) {
    self.name = name
    self.points = points
    self.blockMeans = blockMeans
    self.emphasis = emphasis
    self.hue = hue
    self.link = link
  }
}

/// One value of a line.
public struct LinePoint: Sendable, Hashable {
  /// The place on the axis of time, in years.
  public let x: Double
  /// The value, or nil for a gap.
  public let y: Double?
  /// The bounds of the value, or nil if none are known.
  public let bounds: Interval?
  /// What the value says about itself.
  public let status: CellStatus
  /// The period as text, for linking.
  public let period: String?

  /// Makes a point at any place.
  ///
  /// - Parameters:
  ///   - x: The place on the horizontal axis.
  ///   - y: The value, or nil for a gap.
  ///   - bounds: The bounds of the value.
  ///   - status: What the value says about itself.
  ///   - period: The period as text.
  public init(
    x: Double,
    y: Double?,
    bounds: Interval? = nil,
    status: CellStatus = .observed,
    period: String? = nil
  ) {
    self.x = x
    self.y = y
    self.bounds = bounds
    self.status = status
    self.period = period
  }

  /// Makes a point at a period.
  ///
  /// - Parameters:
  ///   - period: The period.
  ///   - y: The value, or nil for a gap.
  ///   - bounds: The bounds of the value.
  ///   - status: What the value says about itself.
  public init(period: Period, y: Double?, bounds: Interval? = nil, status: CellStatus = .observed) {
    self.init(x: period.decimalYear, y: y, bounds: bounds, status: status, period: "\(period)")
  }
}

/// The mean over a block of periods.
public struct BlockMean: Sendable, Hashable {
  /// The first period of the block.
  public let from: Double
  /// The last period of the block.
  public let through: Double
  /// The mean.
  public let value: Double

  /// Makes a block mean.
  ///
  /// - Parameters:
  ///   - from: The first period of the block.
  ///   - through: The last period of the block.
  ///   - value: The mean.
  public init(from: Double, through: Double, value: Double) {
    self.from = from
    self.through = through
    self.value = value
  }
}
