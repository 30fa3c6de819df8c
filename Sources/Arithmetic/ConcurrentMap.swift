/// How far a long piece of work has come, and whether it should go on.
///
/// Work calls ``step(_:_:)`` between independent units; a caller that wants to know gives a `report`.
/// Cancellation is that of the surrounding task.
public struct Progress: Sendable {
  private let report: (@Sendable (Double, String) -> Void)?

  /// Makes a progress that reports to a closure.
  ///
  /// - Parameter report: Takes the share that is done (0…1) and what is being done.
  public init(report: @escaping @Sendable (Double, String) -> Void) {
    self.report = report
  }

  private init() { report = nil }

  /// A progress that nobody watches.
  public static let silent = Progress()

  /// Reports a share of the work, and stops the work if its task was cancelled.
  ///
  /// - Parameters:
  ///   - share: What share is done, 0…1.
  ///   - message: What is being done.
  /// - Throws: `CancellationError` if the surrounding task was cancelled.
  public func step(_ share: Double, _ message: String = "") throws {
    try Task.checkCancellation()
    report?(share, message)
  }
}

/// Maps independent units in parallel, by chunk, and returns the results in the order of the units.
///
/// The units are cut into chunks, one task a chunk; results are placed by index, so the output does not depend on
/// the number of threads or on timing.
///
/// - Parameters:
///   - count: How many units there are.
///   - chunks: Into how many tasks to cut them.
///   - progress: Told after each chunk.
///   - body: Computes unit `i`; must depend on `i` alone.
/// - Returns: `count` results, unit by unit.
/// - Throws: The error of the first unit, in order, that failed; `CancellationError` if the task was cancelled.
public func concurrentMap<Result: Sendable>(
  count: Int,
  chunks: Int = 8,
  progress: Progress = .silent,
  _ body: @escaping @Sendable (Int) throws -> Result
) async throws -> [Result] {
  guard count > 0 else { return [] }
  let pieces = max(1, min(chunks, count))
  let size = (count + pieces - 1) / pieces
  let starts = Array(stride(from: 0, to: count, by: size))
  var parts = [[Result]?](repeating: nil, count: starts.count)
  var failures = [(any Error)?](repeating: nil, count: starts.count)
  var finished = 0
  try await withThrowingTaskGroup(of: (Int, Swift.Result<[Result], any Error>).self) { group in
    for (chunk, start) in starts.enumerated() {
      group.addTask {
        let part = Swift.Result {
          try (start..<min(start + size, count))
            .map { unit in
              try Task.checkCancellation()
              return try body(unit)
            }
        }
        return (chunk, part)
      }
    }
    for try await (chunk, part) in group {
      switch part {
      case .success(let results): parts[chunk] = results
      case .failure(let error): failures[chunk] = error
      }
      finished += 1
      try progress.step(Double(finished) / Double(starts.count))
    }
  }
  for failure in failures {
    if let failure { throw failure }
  }
  return parts.flatMap { $0 ?? [] }
}
