/// The same small chart for each of several subjects, on shared axes.
public struct SmallMultiples: Sendable, Hashable {
  /// The charts in reading order.
  public let panels: [SmallPanel]
  /// The horizontal axis, shared by all; panels of bars do not use it.
  public let horizontal: ValueAxis
  /// The axis of values, shared by all unless ``freeVertical``.
  public let vertical: ValueAxis
  /// Whether each panel has a vertical axis of its own; the drawing then says so.
  public let freeVertical: Bool
  /// A value to compare with, in every panel.
  public let reference: ReferenceLine?
  /// What the ribbons are: `95 % rounding interval`.
  public let bandTitle: String
  /// What the steps are: `Five-year means`.
  public let blockTitle: String

  /// Makes small multiples.
  ///
  /// - Parameters:
  ///   - panels: The charts in reading order.
  ///   - horizontal: The horizontal axis.
  ///   - vertical: The axis of values.
  ///   - freeVertical: Whether each panel has a vertical axis of its own.
  ///   - reference: A value to compare with.
  ///   - bandTitle: What the ribbons are.
  ///   - blockTitle: What the steps are.
  public init(
    panels: [SmallPanel],
    horizontal: ValueAxis = .years,
    vertical: ValueAxis,
    freeVertical: Bool = false,
    reference: ReferenceLine? = nil,
    bandTitle: String = "Bounds",
    blockTitle: String = "Block means"
  ) {
    self.panels = panels
    self.horizontal = horizontal
    self.vertical = vertical
    self.freeVertical = freeVertical
    self.reference = reference
    self.bandTitle = bandTitle
    self.blockTitle = blockTitle
  }
}

/// One chart of several.
public struct SmallPanel: Sendable, Hashable {
  /// What a panel draws.
  public enum Content: Sendable, Hashable {
    /// Lines with bands and block means.
    case lines([LineSeries])
    /// Shares that add to 100 %; positions of all series are ``AreaChart/positions``.
    case area(AreaChart)
    /// Horizontal bars, the same labels in the same order in every panel.
    case bars([RankedBar])
  }

  /// The subject, printed above the panel.
  public let title: String
  /// What is drawn.
  public let content: Content
  /// What the panel stands for.
  public let link: MarkLink

  /// Makes a panel.
  ///
  /// - Parameters:
  ///   - title: The subject.
  ///   - content: What is drawn.
  ///   - link: What the panel stands for.
  public init(title: String, content: Content, link: MarkLink = .none) {
    self.title = title
    self.content = content
    self.link = link
  }
}
