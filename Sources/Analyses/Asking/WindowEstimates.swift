import Measures
import Panels

/// A number by period and its means over windows, with rounding intervals where they may decide something.
struct WindowEstimates: Sendable {
  /// Where intervals are drawn.
  enum Drawing: Sendable {
    /// Everywhere: for numbers that take no more than a few random numbers a replicate.
    case always
    /// In the first and the last window, where the hard bounds leave open whether the number rose or fell, or on which side of
    /// a threshold the last one lies. For measures that take a random number a region and replicate.
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
  /// - Throws: What `hard` and `draw` throw.
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
    let chosen = WindowEstimates.chosen(drawing, windows)
    var drawn = known
    for place in positions.indices where chosen.contains(where: { $0.contains(place) }) {
      drawn[place] = try draw(known[place], positions[place], draws)
    }
    periods = drawn.map(\.withoutDraws)
    means = zip(windows, bounded)
      .map { window, mean in
        chosen.contains(window) ? Estimate.mean(of: Array(drawn[window])) : mean
      }
  }

  /// The windows in which intervals are drawn.
  private static func chosen(_ drawing: Drawing, _ windows: [Range<Int>]) -> [Range<Int>] {
    guard case .whereOpen = drawing, let first = windows.first, let last = windows.last else {
      return windows
    }
    return [first, last]
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
