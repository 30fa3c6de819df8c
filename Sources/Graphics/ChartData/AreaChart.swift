public import Panels

/// Shares that add to 100 %, over time.
///
/// Values are given in any unit; the drawing divides by their sum. A position where a value is missing, or where all are
/// zero, is a gap: a share of an unknown whole is not drawn.
public struct AreaChart: Sendable, Hashable {
  /// The places on the axis of time, ascending.
  public let positions: [Double]
  /// The groups, the first at the bottom.
  public let series: [AreaSeries]
  /// The axis of time.
  public let horizontal: ValueAxis
  /// What the whole is: `% of advanced manufacturing GVA`.
  public let title: String

  /// Makes an area chart.
  ///
  /// - Parameters:
  ///   - positions: The places on the axis of time, ascending.
  ///   - series: The groups, the first at the bottom.
  ///   - horizontal: The axis of time.
  ///   - title: What the whole is.
  public init(positions: [Double], series: [AreaSeries], horizontal: ValueAxis = .years, title: String) {
    self.positions = positions
    self.series = series
    self.horizontal = horizontal
    self.title = title
  }
}

/// One group of an area chart.
public struct AreaSeries: Sendable, Hashable {
  /// The name of the group.
  public let name: String
  /// A value for each position, none negative; nil if there is none.
  public let values: [Double?]
  /// What the values say about themselves, for the legend: one status for the group.
  public let status: CellStatus
  /// The colour, or nil to take the next one of the palette.
  public let hue: Hue?
  /// What the group stands for.
  public let link: MarkLink

  /// Makes a group.
  ///
  /// - Parameters:
  ///   - name: The name of the group.
  ///   - values: A value for each position, none negative.
  ///   - status: What the values say about themselves.
  ///   - hue: The colour, or nil to take the next one.
  ///   - link: What the group stands for.
  public init(
    name: String,
    values: [Double?],
    status: CellStatus = .observed,
    hue: Hue? = nil,
    link: MarkLink = .none
  ) {
    self.name = name
    self.values = values
    self.status = status
    self.hue = hue
    self.link = link
  }
}
