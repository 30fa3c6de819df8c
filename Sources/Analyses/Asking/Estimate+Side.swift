import Measures
import Panels

/// Where a number or a change lies, as far as the evidence says.
enum Side: Hashable, Sendable {
  /// Above: the interval lies above the threshold, or rounding leaves nothing but a rise.
  case above
  /// Below.
  case below
  /// Changed beyond rounding, but too little to matter.
  case little
  /// Rounding or missing cells leave it open.
  case open
  /// It cannot be computed.
  case unknown

  /// Whether the evidence says above or below.
  var isTold: Bool { self == .above || self == .below }
}

extension Estimate {
  /// The verdict on a threshold: on the rounding interval where there is one, else on the hard bounds.
  func told(of threshold: Double) -> Verdict { verdict(threshold: threshold, basis: .roundingInterval) }

  /// Where the number lies.
  func side(of threshold: Double) -> Side {
    guard bounds != nil else { return value == nil ? .unknown : .open }
    return told(of: threshold).place
  }

  /// Where a change lies that must also be large enough to matter.
  ///
  /// A rise is at least the least number above 0: by the rule for thresholds 0 itself would count as having reached 0. Of a
  /// change without a value, because a cell is withheld, the nearer end of its bounds has to be large enough.
  ///
  /// - Parameter least: The least change that counts, not negative.
  /// - Returns: The side, or that it changed too little.
  func direction(least: Double) -> Side {
    let side = changeSide(.roundingInterval)
    guard side.isTold else { return side }
    if let value { return value.magnitude >= least ? side : .little }
    let interval = verdictInterval(basis: .roundingInterval)
    let nearest = interval.map { min($0.lower.magnitude, $0.upper.magnitude) } ?? 0
    return nearest >= least ? side : .open
  }

  private func changeSide(_ basis: VerdictBasis) -> Side {
    guard bounds != nil else { return value == nil ? .unknown : .open }
    if verdict(threshold: .leastNormalMagnitude, basis: basis).side > 0 { return .above }
    if verdict(threshold: 0, basis: basis).side < 0 { return .below }
    if value == nil, bounds.map({ $0.lower.isInfinite && $0.upper.isInfinite }) ?? true { return .unknown }
    return .open
  }

  /// On what the direction of a change rests.
  var changeEvidence: VerdictBasis {
    changeSide(.hardBounds) == changeSide(.roundingInterval) ? .hardBounds : .roundingInterval
  }

  /// The same without draws, for lists of many.
  var withoutDraws: Estimate {
    var estimate = self
    estimate.draws = []
    return estimate
  }

  /// The rounding interval in words, for the note of a row; nil if there is none.
  func intervalNote(_ form: (Double) -> Double = { $0 }) -> String? {
    roundingInterval.map { interval in
      "\(Words.intervalName(level)) "
        + Words.range(Bounds(form(interval.lower), form(interval.upper)), digits: 4)
    }
  }

  /// What stands in the note of a row: what is said of its window, why it has no bounds, and its interval.
  func note(_ window: String?) -> String? {
    let parts = [window, reason, intervalNote()].compactMap(\.self).filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}

extension Verdict {
  /// The same as a side.
  var place: Side {
    switch self {
    case .clearlyAbove, .aboveSamplingUnknown: .above
    case .clearlyBelow, .belowSamplingUnknown: .below
    case .cannotTell: .open
    case .cannotBeComputed: .unknown
    }
  }
}
