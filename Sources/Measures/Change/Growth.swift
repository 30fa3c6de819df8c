import Arithmetic

/// Rates of growth of an amount between two years.
public enum Growth {
  /// Returns the compound annual rate of growth.
  ///
  ///     (b/a)^(1/years) − 1
  ///
  /// Of money in current prices it holds inflation: use jobs or volumes.
  ///
  /// - Parameters:
  ///   - start: The amount in the first year, a; positive.
  ///   - end: The amount in the last year, b; not negative.
  ///   - years: How many years lie between them; positive.
  /// - Returns: The rate, 0.02 for 2 per cent a year; −1 if nothing is left.
  /// - Throws: ``MeasureError/noActivity(_:)`` if the start is 0; ``MeasureError/unusable(_:_:)``;
  ///   ``MeasureError/outOfRange(_:)`` if no time passes.
  public static func annualRate(from start: Double, to end: Double, years: Double) throws(MeasureError)
    -> Double
  {
    try check(start, end, years)
    if end == 0 { return -1 }
    return exponentialMinusOne(naturalLogarithm(end / start) / years)
  }

  /// Returns the mean annual growth of the logarithm, ln(b/a)/years: additive over time, unlike the compound rate.
  ///
  /// - Parameters:
  ///   - start: The amount in the first year, a; positive.
  ///   - end: The amount in the last year, b; positive.
  ///   - years: How many years lie between them; positive.
  /// - Returns: The rate in log points a year.
  /// - Throws: As ``annualRate(from:to:years:)``, and ``MeasureError/infiniteAtZero(measure:place:)`` if the end is 0.
  public static func logRate(from start: Double, to end: Double, years: Double) throws(MeasureError) -> Double
  {
    try check(start, end, years)
    guard end > 0 else {
      throw MeasureError.infiniteAtZero(measure: "The growth of the logarithm", place: "the last year")
    }
    return naturalLogarithm(end / start) / years
  }

  private static func check(_ start: Double, _ end: Double, _ years: Double) throws(MeasureError) {
    for (number, name) in [(start, "the first year"), (end, "the last year")]
    where !(number >= 0 && number.isFinite) {
      throw MeasureError.unusable("The amount of \(name)", number)
    }
    guard start > 0 else { throw MeasureError.noActivity("the first year, from which growth is counted") }
    guard years > 0, years.isFinite else {
      throw MeasureError.outOfRange(
        "Growth over \(years) years was asked for; it needs a later year than the first."
      )
    }
  }
}
