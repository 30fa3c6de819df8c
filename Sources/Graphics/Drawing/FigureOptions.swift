/// How wide a figure is drawn.
///
/// Text has the same size in both: a figure is laid out anew, never scaled down.
public enum ChartWidth: Sendable, Hashable, CaseIterable {
  /// 720 pixels: a page or a screen.
  case wide
  /// 360 pixels: a telephone, or half a page.
  case narrow

  /// The width in pixels.
  public var pixels: Double {
    switch self {
    case .wide: 720
    case .narrow: 360
    }
  }
}

/// Where colours come from.
public enum Theme: Sendable, Hashable, CaseIterable {
  /// Fixed colours on white: for files and print.
  case light
  /// Fixed colours on near black.
  case dark
  /// CSS classes that follow `prefers-color-scheme`, and the attribute `data-theme="light"` or `"dark"` of an ancestor:
  /// for SVG inside HTML. A page needs ``styleSheet`` once.
  case adaptive
}

/// What a drawing contains and how it looks.
public struct FigureOptions: Sendable, Hashable {
  /// How wide the figure is.
  public var width: ChartWidth
  /// Where colours come from.
  public var theme: Theme
  /// Whether title, subtitle, notes and sources are drawn: yes in a file of its own, no where HTML says them.
  public var drawsText: Bool
  /// What all ids of the SVG start with; unique for each SVG of a page.
  public var idPrefix: String

  /// Makes options.
  ///
  /// - Parameters:
  ///   - width: How wide the figure is.
  ///   - theme: Where colours come from.
  ///   - drawsText: Whether title, subtitle, notes and sources are drawn.
  ///   - idPrefix: What all ids start with; empty to use the figure's id.
  public init(
    width: ChartWidth = .wide,
    theme: Theme = .light,
    drawsText: Bool = true,
    idPrefix: String = ""
  ) {
    self.width = width
    self.theme = theme
    self.drawsText = drawsText
    self.idPrefix = idPrefix
  }
}
