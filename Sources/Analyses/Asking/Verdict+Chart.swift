import Graphics
import Measures

extension Verdict {
  /// The same in a chart.
  var interval: IntervalVerdict {
    switch self {
    case .clearlyAbove: .clearlyAbove
    case .aboveSamplingUnknown: .aboveSamplingUnknown
    case .cannotTell: .cannotTell
    case .belowSamplingUnknown: .belowSamplingUnknown
    case .clearlyBelow: .clearlyBelow
    case .cannotBeComputed: .notComputable
    }
  }
}
