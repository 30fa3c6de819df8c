import Arithmetic
public import Panels

extension Panel {
  /// Returns measures of concentration of every industry in every period, at once.
  ///
  /// The numbers are those of ``concentration(_:of:in:reference:period:)`` for each industry alone, in a fraction of the time.
  /// An industry with a cell without a number, or without activity, is among the failures of its period.
  ///
  /// - Parameters:
  ///   - measures: The measures.
  ///   - reference: What the industries are compared with.
  /// - Returns: The numbers, by measure, period and industry.
  /// - Throws: ``MeasureError/notIdentifiable(_:)`` if all activity is the reference and has a cell without a number;
  ///   ``MeasureError/panel(_:)`` for chained volumes, which do not add, or industries of several levels.
  public func concentrations(
    _ measures: [ConcentrationMeasure],
    reference: ConcentrationReference = .activity
  ) throws(MeasureError) -> ConcentrationBatch {
    try requireAdditive()
    let amounts: ConcentrationBatch.Reference
    switch reference {
    case .equalShares: amounts = .equalShares
    case .amounts(let given, _): amounts = .amounts(given)
    case .activity:
      guard measures.contains(where: \.usesReference) else {
        amounts = .equalShares
        break
      }
      var activity: [Double] = []
      for period in periods.indices { activity += try self.activity(in: nil, period: period) }
      amounts = .amountsByPeriod(activity)
    }
    return try ConcentrationBatch(
      measures,
      of: cells.values.span,
      periods: periods.count,
      regions: regions.count,
      industries: industries.count,
      reference: amounts
    )
  }
}
