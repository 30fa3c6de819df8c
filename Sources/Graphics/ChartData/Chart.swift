/// What a figure draws, one case for each kind of chart.
///
/// Which chart for which question: change over time, ``line(_:)``; the same for many industries, ``smallMultiples(_:)``;
/// how sure a quotient is, ``intervalDots(_:)``; composition over time, ``area(_:)``; then and now, ``slope(_:)`` or
/// ``dumbbell(_:)``; whether two things go together, ``scatter(_:)``; order, ``rankedBars(_:)``; where, ``map(_:)``; many
/// numbers by two keys, ``heatTable(_:)``; whether a verdict survives other choices, ``sensitivity(_:)``.
public enum Chart: Sendable, Hashable {
  /// Lines over time, with bands and block means.
  case line(LineChart)
  /// The same small chart for each of several subjects, on shared axes.
  case smallMultiples(SmallMultiples)
  /// Values with their intervals, grouped by verdict.
  case intervalDots(IntervalDotChart)
  /// Shares that add to 100 %, over time.
  case area(AreaChart)
  /// Two moments joined by lines.
  case slope(SlopeChart)
  /// Two moments as two dots in a row.
  case dumbbell(DumbbellChart)
  /// Points by two measures, with a fitted line.
  case scatter(ScatterChart)
  /// Bars in order of size.
  case rankedBars(RankedBarChart)
  /// Regions coloured by a value.
  case map(ChoroplethMap)
  /// Rows and columns with printed and coloured values.
  case heatTable(HeatTable)
  /// The verdict under other thresholds, definitions, periods and scales.
  case sensitivity(SensitivityStrip)
}
