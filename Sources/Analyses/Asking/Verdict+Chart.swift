import Graphics
import Measures

extension Verdict {
  /// The same in a chart.
  var interval: IntervalVerdict {
    switch side {
    case 1: .clearlyAbove
    case -1: .clearlyBelow
    default: .cannotTell
    }
  }
}
