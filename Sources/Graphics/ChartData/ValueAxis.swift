/// How values are placed along an axis.
public enum AxisScale: Sendable, Hashable {
  /// Equal differences take equal lengths.
  case linear
  /// Equal ratios take equal lengths; a value of zero or less is drawn at the low end with an arrow, or counted beside
  /// the chart where it cannot be drawn.
  case logarithmic
}

/// The title, scale and numbers of an axis.
public struct ValueAxis: Sendable, Hashable {
  /// The measure and its unit: `Jobs growth, % a year`.
  public let title: String
  /// How values are placed.
  public let scale: AxisScale
  /// How numbers are printed at the ticks and beside marks.
  public let format: NumberFormat
  /// Whether the axis reaches zero even where the values do not; bars always do.
  public let includesZero: Bool
  /// The ends of the axis, or nil to fit the values.
  ///
  /// Values outside are drawn as arrows or stand at the end they leave by.
  public let domain: ClosedRange<Double>?
  /// A word for the low end: `smaller share than Great Britain`.
  public let lowWord: String?
  /// A word for the high end: `larger share than Great Britain`.
  public let highWord: String?

  /// Makes an axis.
  ///
  /// - Parameters:
  ///   - title: The measure and its unit.
  ///   - scale: How values are placed.
  ///   - format: How numbers are printed.
  ///   - includesZero: Whether the axis reaches zero even where the values do not.
  ///   - domain: The ends of the axis, or nil to fit the values.
  ///   - lowWord: A word for the low end.
  ///   - highWord: A word for the high end.
  public init(
    title: String,
    scale: AxisScale = .linear,
    format: NumberFormat = NumberFormat(),
    includesZero: Bool = false,
    domain: ClosedRange<Double>? = nil,
    lowWord: String? = nil,
    highWord: String? = nil
  ) {
    self.title = title
    self.scale = scale
    self.format = format
    self.includesZero = includesZero
    self.domain = domain
    self.lowWord = lowWord
    self.highWord = highWord
  }

  /// An axis of years, without a title.
  public static let years = ValueAxis(title: "", format: .year)
}
