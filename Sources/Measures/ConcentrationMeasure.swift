/// The measures of how unevenly an industry lies over regions.
public enum ConcentrationMeasure: Hashable, Sendable {
  /// Theil's index relative to a reference, Σ s ln(s/x).
  case theil
  /// The locational Gini coefficient: the Gini of location quotients weighted by the reference.
  case gini
  /// The Hirschman-Herfindahl index of regional shares, Σ s².
  case hhi
  /// Hoover's coefficient, ½ Σ |s − x|.
  case hoover
  /// Krugman's index of concentration, Σ |s − x|.
  case krugman
  /// Generalized entropy of order alpha relative to the reference.
  case generalizedEntropy(alpha: Double)
  /// The share of the industry in the regions with most of it: the top k per cent of all regions.
  case topShare(percent: Double)
}
