import Measures
import Panels

/// A number by period and its means over windows, with rounding intervals where they may decide something.
struct WindowEstimates: Sendable {
  /// Where intervals are drawn.
  enum Drawing: Sendable {
    /// Everywhere: for numbers that take no more than a few random numbers a replicate.
    case always
    /// Where the hard bounds leave open whether it rose or fell, or on which side of a threshold the last window lies. For
    /// measures that take a random number a region and replicate.
    case whereOpen(threshold: Double?)
  }

  /// One number a period, without its draws.
  let periods: [Estimate]
  /// One number a window: the mean.
  let means: [Estimate]

  /// Estimates a number in each period, and its means.
  ///
  /// - Parameters:
  ///   - positions: The periods on the panel's axis.
  ///   - windows: The windows, as places in that list.
  ///   - drawing: Where intervals are drawn.
  ///   - draws: How; nil for none.
  ///   - hard: The number of a period with its hard bounds.
  ///   - draw: The same with its draws.
  init(
    _ positions: [Int],
    windows: [Range<Int>],
    drawing: Drawing,
    draws: RoundingDraws?,
    hard: (Int) throws -> Estimate,
    draw: (Estimate, Int, RoundingDraws) throws -> Estimate
  ) throws {
    let known = try positions.map(hard)
    let bounded = windows.map { Estimate.mean(of: Array(known[$0])) }
    guard let draws, WindowEstimates.isNeeded(drawing, bounded) else {
      (periods, means) = (known, bounded)
      return
    }
    let drawn = try zip(known, positions).map { try draw($0, $1, draws) }
    periods = drawn.map(\.withoutDraws)
    means = windows.map { Estimate.mean(of: Array(drawn[$0])) }
  }

  private static func isNeeded(_ drawing: Drawing, _ means: [Estimate]) -> Bool {
    guard case .whereOpen(let threshold) = drawing, let first = means.first, let last = means.last else {
      return true
    }
    if let threshold { return last.value != nil && last.side(of: threshold) == .open }
    guard means.count > 1 else { return true }
    let change = last.change(since: first)
    return change.value != nil && change.direction(least: 0) == .open
  }
}
