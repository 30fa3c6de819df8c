extension ConcentrationMeasure {
  /// Returns the measure of an industry over regions.
  ///
  /// - Parameters:
  ///   - industry: The industry's activity by region; finite, none negative.
  ///   - reference: The reference by region in the same order: all activity, land area, population. Nil gives every
  ///     region the same share. ``hhi`` and ``topShare(percent:)`` take no part of it.
  /// - Returns: The measure; its unit and range are in ``description``.
  /// - Throws: ``MeasureError`` as the methods of ``RegionalShares`` say.
  public func value(industry: [Double], reference: [Double]?) throws(MeasureError) -> Double {
    try value(of: RegionalShares(industry: industry, reference: reference))
  }

  /// Returns the measure of shares.
  ///
  /// - Parameter shares: How the industry and its reference lie over the regions.
  /// - Returns: The measure.
  /// - Throws: ``MeasureError`` as the methods of ``RegionalShares`` say.
  public func value(of shares: RegionalShares) throws(MeasureError) -> Double {
    switch self {
    case .theil: try shares.theil()
    case .gini: shares.gini()
    case .hhi: shares.hhi()
    case .hoover: shares.hoover()
    case .krugman: shares.krugman()
    case .generalizedEntropy(let alpha): try shares.generalizedEntropy(alpha: alpha)
    case .topShare(let percent): try shares.topShare(percent: percent)
    }
  }
}
