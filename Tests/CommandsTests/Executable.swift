import Foundation

/// The built executable, which stands beside the tests.
enum Executable {
  /// Its path, or nil where it was not built.
  static let path: String? = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<4 {
      let candidate = folder.appendingPathComponent("hinterland").path
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder.boolValue,
        FileManager.default.isExecutableFile(atPath: candidate)
      {
        return candidate
      }
      folder.deleteLastPathComponent()
    }
    return nil
  }()

  /// How a run ended.
  struct Outcome: Sendable {
    let status: Int32
    let output: Data
    let errors: String
    var wasKilled = false
  }

  /// Runs the executable in a folder and waits for its end.
  ///
  /// - Parameters:
  ///   - arguments: The arguments after the name of the program.
  ///   - folder: The working folder.
  ///   - environment: The whole environment; that of the tests if nil.
  /// - Throws: What the system throws if the program cannot be started.
  /// - Returns: The status and what was written.
  static func run(_ arguments: [String], in folder: String, environment: [String: String]? = nil) async throws
    -> Outcome
  {
    guard let path else { throw CocoaError(.fileNoSuchFile) }
    return try await shell([path] + arguments, in: folder, environment: environment)
  }

  /// Runs a program and waits for its end, its output in files so that no pipe fills.
  static func shell(_ words: [String], in folder: String, environment: [String: String]? = nil) async throws
    -> Outcome
  {
    let stem = FileManager.default.temporaryDirectory.path + "/hinterland-run-" + UUID().uuidString
    let (output, errors) = (stem + ".out", stem + ".err")
    FileManager.default.createFile(atPath: output, contents: nil)
    FileManager.default.createFile(atPath: errors, contents: nil)
    defer {
      try? FileManager.default.removeItem(atPath: output)
      try? FileManager.default.removeItem(atPath: errors)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    if let environment { process.environment = environment }
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    process.standardInput = FileHandle.nullDevice
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in continuation.resume() }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
    return Outcome(
      status: process.terminationStatus,
      output: FileManager.default.contents(atPath: output) ?? Data(),
      errors: String(decoding: FileManager.default.contents(atPath: errors) ?? Data(), as: UTF8.self),
      wasKilled: process.terminationReason == .uncaughtSignal
    )
  }
}
