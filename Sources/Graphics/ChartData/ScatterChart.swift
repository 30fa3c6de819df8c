public import Panels

/// Points by two measures, with a fitted line, its band, and the outliers named.
public struct ScatterChart: Sendable, Hashable {
  /// The points.
  public let points: [ScatterPoint]
  /// The horizontal axis.
  public let horizontal: ValueAxis
  /// The vertical axis.
  public let vertical: ValueAxis
  /// The fitted line, or nil.
  public let fit: FittedLine?
  /// What the sizes of the points are, such as `jobs, 2022`, or nil if all have the same size.
  public let sizeTitle: String?
  /// A value to compare with on the horizontal axis.
  public let horizontalReference: ReferenceLine?
  /// A value to compare with on the vertical axis.
  public let verticalReference: ReferenceLine?

  /// Makes a scatter chart.
  ///
  /// - Parameters:
  ///   - points: The points.
  ///   - horizontal: The horizontal axis.
  ///   - vertical: The vertical axis.
  ///   - fit: The fitted line.
  ///   - sizeTitle: What the sizes of the points are.
  ///   - horizontalReference: A value to compare with on the horizontal axis.
  ///   - verticalReference: A value to compare with on the vertical axis.
  public init(
    points: [ScatterPoint],
    horizontal: ValueAxis,
    vertical: ValueAxis,
    fit: FittedLine? = nil,
    sizeTitle: String? = nil,
    horizontalReference: ReferenceLine? = nil,
    verticalReference: ReferenceLine? = nil
  ) {
    self.points = points
    self.horizontal = horizontal
    self.vertical = vertical
    self.fit = fit
    self.sizeTitle = sizeTitle
    self.horizontalReference = horizontalReference
    self.verticalReference = verticalReference
  }
}

/// One point of a scatter chart.
public struct ScatterPoint: Sendable, Hashable {
  /// The subject.
  public let label: String
  /// The horizontal value.
  public let x: Double
  /// The vertical value.
  public let y: Double
  /// What the area of the point is proportional to, none negative; nil for the common size.
  public let size: Double?
  /// The name of the group the point belongs to, for its colour; nil for none.
  public let group: String?
  /// Whether the point's label is printed where there is room; earlier points win.
  public let isNamed: Bool
  /// What the values say about themselves.
  public let status: CellStatus
  /// What the point stands for.
  public let link: MarkLink

  /// Makes a point.
  ///
  /// - Parameters:
  ///   - label: The subject.
  ///   - x: The horizontal value.
  ///   - y: The vertical value.
  ///   - size: What the area of the point is proportional to.
  ///   - group: The name of the group the point belongs to.
  ///   - isNamed: Whether the point's label is printed.
  ///   - status: What the values say about themselves.
  ///   - link: What the point stands for.
  public init(
    label: String,
    x: Double,
    y: Double,
    size: Double? = nil,
    group: String? = nil,
    isNamed: Bool = false,
    status: CellStatus = .observed,
    link: MarkLink = .none
  ) {
    self.label = label
    self.x = x
    self.y = y
    self.size = size
    self.group = group
    self.isNamed = isNamed
    self.status = status
    self.link = link
  }
}

/// A fitted line with its confidence band, as points to be joined.
public struct FittedLine: Sendable, Hashable {
  /// The points, ascending in `x`; two suffice for a straight line without a band.
  public let points: [LinePoint]
  /// What the line is: `OLS, 95 % band (HC1)`.
  public let label: String

  /// Makes a fitted line.
  ///
  /// - Parameters:
  ///   - points: The points, ascending in `x`, with the band as bounds.
  ///   - label: What the line is.
  public init(points: [LinePoint], label: String) {
    self.points = points
    self.label = label
  }
}
