/// The measures of what a region is specialized in, and how much.
public enum SpecializationMeasure: String, Hashable, Sendable, CaseIterable {
  /// The location quotient of a region and an industry.
  case locationQuotient = "lq"
  /// The symmetric location quotient, (LQ − 1)/(LQ + 1).
  case symmetricQuotient = "symmetric-lq"
  /// The natural logarithm of the location quotient.
  case logarithmicQuotient = "log-lq"
  /// The additive location quotient: the difference of the shares.
  case additiveQuotient = "additive-lq"
  /// The location quotient, standardized over the regions, industry by industry.
  case standardizedQuotient = "standardized-lq"
  /// Krugman's index of a region's specialization.
  case krugman = "krugman-specialization"
  /// The Gini coefficient of a region's specialization.
  case gini = "gini-specialization"
  /// The Hirschman-Herfindahl index of the industries' shares of a region.
  case hhi = "hhi-specialization"

  /// Reads the name of a measure.
  ///
  /// Nil if there is none of that name. Case does not count.
  ///
  /// - Parameter name: The name, as in ``name``.
  public init?(name: String) {
    self.init(rawValue: name.lowercased())
  }

  /// Reads the name of a measure.
  ///
  /// - Parameter name: The name, as in ``name``.
  /// - Throws: ``MeasureError/unknownMeasure(_:nearest:)`` with up to three near names.
  public init(named name: String) throws(MeasureError) {
    guard let measure = SpecializationMeasure(name: name) else {
      let known = SpecializationMeasure.allCases.map(\.name)
      throw MeasureError.unknownMeasure(name, nearest: MeasureDescription.nearest(to: name, among: known))
    }
    self = measure
  }

  /// The name in the `measure` column and on the command line.
  public var name: String { rawValue }

  /// The name in a title.
  public var title: String { description.title }

  /// The formula as computed.
  public var formula: String { description.formula }

  /// The work that defines the measure.
  public var source: String { description.source }

  /// Whether the measure is one number a region, over all industries, rather than one a region and industry.
  public var isOfWholeRegion: Bool {
    switch self {
    case .krugman, .gini, .hhi: true
    case .locationQuotient, .symmetricQuotient, .logarithmicQuotient, .additiveQuotient,
      .standardizedQuotient:
      false
    }
  }
}
