package import Fetching
package import Geography
package import Inference
package import Measures
package import Panels
package import Readers
package import Reports
package import Studies

extension ExitStatus {
  /// Returns how the command ends after an error.
  ///
  /// - Parameter error: What a room of the library threw.
  /// - Returns: The status; ``bug`` for an error that nobody expected.
  package static func after(_ error: any Error) -> ExitStatus {
    switch error {
    case is AnswerIsNo: .no
    case is UsageError: .usage
    case is CancellationError: .interrupted
    case let error as StudyError: after(error)
    case let error as ManifestError: after(error)
    case let error as PanelError: after(error)
    case let error as MeasureError: after(error)
    case let error as InferenceError: after(error)
    case let error as GeographyError: after(error)
    default: afterFiles(error)
    }
  }

  private static func afterFiles(_ error: any Error) -> ExitStatus {
    switch error {
    case let error as ReadError: after(error)
    case let error as LookupError: error.isUsage ? .usage : .unreadable
    case let error as VintageError: after(error)
    case let error as WorkbookError: after(error)
    case let error as BoundaryError: after(error)
    case let error as OutputError: after(error)
    case let error as ReportError: after(error)
    case let error as FetchError: error.isUsage ? .usage : .unreadable
    case is JSONError: .unreadable
    default: .bug
    }
  }

  private static func after(_ error: StudyError) -> ExitStatus {
    switch error {
    case .unknownName, .unknownCode, .currentPrices: .usage
    default: .unreadable
    }
  }

  private static func after(_ error: ManifestError) -> ExitStatus {
    switch error {
    case .inputChanged: .no
    case .notAManifest, .inputNotFound: .unreadable
    }
  }

  private static func after(_ error: PanelError) -> ExitStatus {
    switch error {
    case .unknownCode, .unknownPeriod, .emptyDefinition: .usage
    case .infeasible: .notComputable
    default: .unreadable
    }
  }

  private static func after(_ error: MeasureError) -> ExitStatus {
    switch error {
    case .unknownMeasure, .outOfRange: .usage
    case .panel(let error): after(error)
    default: .notComputable
    }
  }

  private static func after(_ error: InferenceError) -> ExitStatus {
    switch error {
    case .outOfRange: .usage
    default: .notComputable
    }
  }

  private static func after(_ error: GeographyError) -> ExitStatus {
    switch error {
    case .unknownCode: .usage
    default: .unreadable
    }
  }

  private static func after(_ error: ReadError) -> ExitStatus {
    if case .panel(_, let inner) = error { return after(inner) }
    return error.isUsage ? .usage : .unreadable
  }

  private static func after(_ error: VintageError) -> ExitStatus {
    switch error {
    case .doesNotAdd: .notComputable
    case .panel(let error): after(error)
    default: .unreadable
    }
  }

  private static func after(_ error: WorkbookError) -> ExitStatus {
    switch error {
    case .unknownSheet, .severalTables, .doesNotFit: .usage
    case .file(let error): after(error)
    default: .unreadable
    }
  }

  private static func after(_ error: BoundaryError) -> ExitStatus {
    if case .unreadable(let inner) = error { return after(inner) }
    return .unreadable
  }

  private static func after(_ error: OutputError) -> ExitStatus {
    switch error {
    case .exists, .wrongKind, .name: .usage
    case .unwritable, .unreadable: .unreadable
    }
  }

  private static func after(_ error: ReportError) -> ExitStatus {
    switch error {
    case .needsEngine, .noFigure: .usage
    case .nothingFound: .notComputable
    case .unsuitableName, .sameName: .bug
    }
  }
}
