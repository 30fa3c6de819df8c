import ArgumentParser
import Measures
import Panels
import Readers
import Studies

/// How the command ends.
enum ExitStatus: Int32 {
  /// Done.
  case done = 0
  /// The answer is no: a check failed, a rerun differs.
  case no = 1
  /// An unknown verb, option, column or code.
  case usage = 2
  /// The input cannot be read or does not say what is needed.
  case unreadable = 3
  /// The result cannot be computed.
  case notComputable = 4
  /// Our bug.
  case bug = 70
  /// Interrupted.
  case interrupted = 130
}

/// An answer of "no", with what was found.
struct AnswerIsNo: Error, CustomStringConvertible {
  let description: String
}

/// Wrong usage that the parser of arguments cannot see.
struct UsageError: Error, CustomStringConvertible {
  let description: String
}

extension ExitStatus {
  /// Returns how the command ends after an error.
  static func after(_ error: any Error) -> ExitStatus {
    switch error {
    case is AnswerIsNo: .no
    case is UsageError: .usage
    case is CancellationError: .interrupted
    case let error as StudyError: after(error)
    case let error as PanelError: after(error)
    case is MeasureError: .notComputable
    case let error as any HasExitStatus: error.exitStatus
    default: .bug
    }
  }

  private static func after(_ error: StudyError) -> ExitStatus {
    switch error {
    case .unknownName, .currentPrices: .usage
    default: .unreadable
    }
  }

  private static func after(_ error: PanelError) -> ExitStatus {
    switch error {
    case .unknownCode, .unknownPeriod, .emptyDefinition: .usage
    case .infeasible: .notComputable
    default: .unreadable
    }
  }
}

/// An error that knows how the command ends after it.
protocol HasExitStatus: Error {
  /// How the command ends.
  var exitStatus: ExitStatus { get }
}
