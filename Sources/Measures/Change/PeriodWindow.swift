public import Panels

/// A run of periods that numbers are averaged over.
public struct PeriodWindow: Hashable, Sendable {
  /// The positions of the window's periods on the time axis.
  public let positions: Range<Int>
  /// The first and last year, `1998-2002`; one year alone, `1998`.
  public let label: String
  /// How many periods a whole window of this length has.
  public let expectedCount: Int

  /// Whether every period of the window is there: false for a last block that is cut short, or where years are missing.
  public var isComplete: Bool { positions.count == expectedCount }

  /// What must be read with a mean over the window, or nil if it is complete.
  public var note: String? {
    isComplete ? nil : "mean of \(positions.count) of \(expectedCount) periods"
  }

  private init(positions: Range<Int>, periods: [Period], expectedCount: Int) {
    self.positions = positions
    self.expectedCount = expectedCount
    let first = periods[positions.lowerBound]
    let last = periods[positions.upperBound - 1]
    label = first == last ? first.description : "\(first)-\(last)"
  }

  /// Returns a window for each period alone.
  public static func each(of periods: [Period]) -> [PeriodWindow] {
    periods.indices.map { PeriodWindow(positions: $0..<$0 + 1, periods: periods, expectedCount: 1) }
  }

  /// Returns the window of all periods.
  ///
  /// - Parameter periods: The periods, ascending, at least one.
  /// - Returns: The window.
  public static func whole(of periods: [Period]) -> PeriodWindow {
    PeriodWindow(positions: periods.indices, periods: periods, expectedCount: periods.count)
  }

  /// Returns moving windows of some years, one from each period that has so many years after it.
  ///
  /// - Parameters:
  ///   - years: How many years; of quarters, all four count.
  ///   - periods: The periods, ascending.
  /// - Returns: The windows in order; one in which years are missing is marked as incomplete.
  /// - Throws: ``MeasureError/outOfRange(_:)`` if the panel does not span so many years.
  public static func moving(years: Int, of periods: [Period]) throws(MeasureError) -> [PeriodWindow] {
    let step = try check(years, periods)
    let end = (periods.last?.decimalYear ?? 0) + step
    return periods.indices
      .filter { periods[$0].decimalYear + Double(years) <= end + step / 2 }
      .map { window(from: $0, years: years, step: step, periods: periods) }
  }

  /// Returns blocks of some years, one after the other from the first period; the last may be incomplete.
  ///
  /// - Parameters:
  ///   - years: How many years; of quarters, all four count.
  ///   - periods: The periods, ascending.
  /// - Returns: The blocks in order; blocks without any period are left out.
  /// - Throws: ``MeasureError/outOfRange(_:)`` if the panel does not span so many years.
  public static func blocks(years: Int, of periods: [Period]) throws(MeasureError) -> [PeriodWindow] {
    let step = try check(years, periods)
    var blocks: [PeriodWindow] = []
    let start = periods[0].decimalYear
    var next = 0
    while next < periods.count {
      let number = ((periods[next].decimalYear - start) / Double(years) + 1e-9).rounded(.down)
      let end = start + (number + 1) * Double(years) - step / 2
      let stop = periods[next...].firstIndex { $0.decimalYear > end } ?? periods.count
      blocks.append(
        PeriodWindow(positions: next..<stop, periods: periods, expectedCount: expected(years, step))
      )
      next = stop
    }
    return blocks
  }

  /// The distance of two neighbouring periods in years: a quarter or a year.
  private static func check(_ years: Int, _ periods: [Period]) throws(MeasureError) -> Double {
    guard let first = periods.first, let last = periods.last else {
      throw MeasureError.noActivity("the list of periods")
    }
    let step = periods.contains { $0.quarter != nil } ? 0.25 : 1
    let span = last.decimalYear - first.decimalYear + step
    guard years >= 1, Double(years) <= span + step / 2 else {
      throw MeasureError.outOfRange(
        "A mean over \(years) years was asked of a table from \(first) to \(last); give 1 to \(Int(span)) years."
      )
    }
    return step
  }

  private static func expected(_ years: Int, _ step: Double) -> Int { Int((Double(years) / step).rounded()) }

  private static func window(from start: Int, years: Int, step: Double, periods: [Period]) -> PeriodWindow {
    let end = periods[start].decimalYear + Double(years) - step / 2
    let stop = periods[start...].firstIndex { $0.decimalYear > end } ?? periods.count
    return PeriodWindow(positions: start..<stop, periods: periods, expectedCount: expected(years, step))
  }
}

/// What is averaged where a measure is wanted over several periods.
///
/// The three differ, since the measures are not linear: the measure of mean shares is at most the mean of the measure
/// for the convex ones (Theil, HHI, Hoover, entropy), because moves back and forth cancel in the mean.
public enum Averaging: String, Hashable, Sendable, CaseIterable {
  /// The mean of the measure's values, period by period: the default, what "five-year averages" of an index means.
  case ofMeasure = "measure"
  /// The measure of the mean shares of each region: every period counts alike, fluctuation is smoothed before.
  case ofShares = "shares"
  /// The measure of the summed amounts: periods count by their size, later ones more in current prices.
  case ofAmounts = "amounts"
}
