import Panels
public import Readers

/// The files that a study is read from.
public struct StudyInputs: Sendable {
  /// A file with its digest.
  public struct File: Hashable, Sendable {
    /// The name, relative to the folder where the command was given.
    public let name: String
    /// The digest of its bytes.
    public let sha256: String
  }

  /// The files in the order of their names.
  public let files: [File]
  /// Files whose bytes are others than the study expects, in words.
  public let changed: [String]
}

extension Study {
  /// Finds all files of the study and takes their digests.
  ///
  /// - Throws: ``StudyError/missingTables(_:)`` with where to get what is not there.
  /// - Returns: The files.
  public func inputs() throws -> StudyInputs {
    let missing = description.tables.filter { FileSystem.kind(of: path(of: $0.file)) != .file }
    guard missing.isEmpty else { throw StudyError.missingTables(missing.map(missingTable)) }
    var names = description.tables.map(\.file)
    names += description.geographies.compactMap(\.boundaries) + description.classifications.map(\.text)
    names += description.tables.flatMap(\.lookups).map(\.file)
    var files: [StudyInputs.File] = []
    if let descriptionDigest {
      files.append(
        StudyInputs.File(
          name: PathText.normalized(Study.joined(name, "study.yml")),
          sha256: descriptionDigest
        )
      )
    }
    var changed: [String] = []
    var digests: [String: String] = [:]
    for file in names where digests[file] == nil {
      guard FileSystem.kind(of: path(of: file)) == .file else {
        throw StudyError.unsuitable(
          table: file,
          reason: "there is no such file; check the geographies and classifications"
        )
      }
      let digest = try SHA256.hexadecimal(ofFile: path(of: file))
      digests[file] = digest
      files.append(StudyInputs.File(name: PathText.normalized(path(of: file)), sha256: digest))
    }
    for table in description.tables {
      if let expected = table.sha256, let found = digests[table.file], expected != found {
        changed.append(otherRelease(table.name, found: found, expected: expected))
      }
    }
    return StudyInputs(files: files.sorted { $0.name < $1.name }, changed: changed)
  }

  /// Reads all tables and boundaries, at the same time as far as there are cores.
  ///
  /// - Parameter threads: How many tables may be read at the same time; all of them if nil.
  /// - Throws: The error of the first table, in the order of the study, that cannot be read.
  public func readAll(threads: Int? = nil) async throws {
    await withTaskGroup(of: Void.self) { group in
      for (position, table) in description.tables.enumerated() {
        if position >= threads ?? .max { await group.next() }
        group.addTask { _ = try? await store.table(table.name, of: self) }
      }
    }
    for table in description.tables { _ = try await store.table(table.name, of: self) }
  }

  /// Returns how many rows were read from each file, by its name as in ``inputs()``.
  public func rowCounts() async -> [String: Int] {
    var counts: [String: Int] = [:]
    for table in await store.loadedTables() {
      counts[PathText.normalized(path(of: table.description.file))] = table.reading.rowsRead
    }
    return counts
  }

  /// What is known of where to get a table that is not there.
  func missingTable(_ table: StudyDescription.TableDescription) -> StudyError.MissingTable {
    let source = source(of: table)
    return StudyError.MissingTable(
      name: table.name,
      file: PathText.normalized(path(of: table.file)),
      origin: [source?.label, source?.address].compactMap(\.self).joined(separator: "; "),
      sha256: table.sha256
    )
  }
}

/// Paths as text.
public enum PathText {
  /// Returns a path without `.` and without a folder followed by `..`.
  ///
  /// - Parameter path: A path with `/` between parts.
  /// - Returns: The shorter path; a relative one stays relative.
  public static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !path.hasPrefix("/") {
        parts.append(part)
      }
    }
    if path.hasPrefix("/") { return "/" + parts.joined(separator: "/") }
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }
}
