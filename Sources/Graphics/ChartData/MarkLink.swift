/// What a mark stands for, so that marks of several figures can be selected together.
///
/// Drawn as the attributes `data-region`, `data-industry` and `data-period`.
public struct MarkLink: Sendable, Hashable {
  /// The code of the region.
  public let region: String?
  /// The code or the name of the industry.
  public let industry: String?
  /// The period, as `Period` prints it.
  public let period: String?

  /// Stands for nothing in particular.
  public static let none = MarkLink()

  /// Makes a link.
  ///
  /// - Parameters:
  ///   - region: The code of the region.
  ///   - industry: The code or the name of the industry.
  ///   - period: The period.
  public init(region: String? = nil, industry: String? = nil, period: String? = nil) {
    self.region = region
    self.industry = industry
    self.period = period
  }
}

/// A lower and an upper bound, of which either may be missing.
public struct Interval: Sendable, Hashable {
  /// The lower bound, or nil if there is none; −∞ is the same as nil.
  public let lower: Double?
  /// The upper bound, or nil if there is none; ∞ is the same as nil.
  public let upper: Double?

  /// Makes an interval.
  ///
  /// - Parameters:
  ///   - lower: The lower bound; nil or −∞ if there is none.
  ///   - upper: The upper bound; nil or ∞ if there is none.
  public init(lower: Double?, upper: Double?) {
    self.lower = lower == -.infinity ? nil : lower
    self.upper = upper == .infinity ? nil : upper
  }
}

/// A value that others are compared with, drawn as a line.
public struct ReferenceLine: Sendable, Hashable {
  /// Where the line stands.
  public let value: Double
  /// What the value means: `Great Britain = 1`.
  public let label: String

  /// Makes a reference line.
  ///
  /// - Parameters:
  ///   - value: Where the line stands.
  ///   - label: What the value means.
  public init(value: Double, label: String) {
    self.value = value
    self.label = label
  }
}

/// How much a mark stands out.
public enum Emphasis: Sendable, Hashable {
  /// In colour, with a label.
  case strong
  /// In grey, as the background against which the others are read.
  case context
}

/// A colour of the palette, by the name a reader would use.
///
/// Leave it nil to take the palette in order; name one to keep a group in its colour throughout a report.
public enum Hue: Sendable, Hashable, CaseIterable {
  /// Blue: the first series.
  case blue
  /// Vermilion: the second.
  case vermilion
  /// Green: the third.
  case green
  /// Purple: the fourth.
  case purple
  /// Ochre: the fifth.
  case ochre
  /// Sky blue: the sixth.
  case sky
  /// Grey: everything else.
  case grey
}
