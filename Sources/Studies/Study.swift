public import Panels
import Readers

#if canImport(Glibc)
import Glibc
#endif

/// A study: what `study.yml` says, and the tables that it names, read when they are first asked for.
public struct Study: Sendable {
  /// The input as the user named it, for the commands that are printed.
  public let name: String
  /// The folder of the tables.
  public let dataFolder: String
  /// What the study says.
  public let description: StudyDescription
  /// The arguments beside the input that say where the tables are, or what the columns of a single table are.
  public let columns: [String]
  /// The tables that have been read.
  public let store: TableStore
  /// The digest of `study.yml`, or nil where there is none.
  public let descriptionDigest: String?

  /// Returns whether an input is a folder with a `study.yml`, or such a file itself.
  public static func isStudy(_ input: String) -> Bool {
    input.hasSuffix("/study.yml") || input == "study.yml" || access(input + "/study.yml", R_OK) == 0
      || FileSystem.kind(of: input) == .folder
  }

  /// Reads the study of a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder, as the user named it.
  ///   - data: The folder of the tables, if it is another than the study says.
  /// - Throws: ``StudyError`` if there is no study or it does not say what is needed.
  public init(folder: String, data: String? = nil) throws(StudyError) {
    var trimmed = folder
    if trimmed.hasSuffix("/study.yml") { trimmed = String(trimmed.dropLast("/study.yml".count)) }
    if trimmed == "study.yml" { trimmed = "." }
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    let file = trimmed + "/study.yml"
    guard let bytes = try? FileSystem.bytes(of: file) else {
      throw StudyError.noStudy(folder: trimmed, reason: "it has no readable file study.yml")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw StudyError.notYAML(file: file, line: 1, problem: "the text is not UTF-8")
    }
    description = try StudyDescription(reading: text, file: file)
    name = trimmed
    dataFolder = data ?? Study.joined(trimmed, description.data)
    columns = data.map { ["--data", $0] } ?? []
    store = TableStore()
    descriptionDigest = SHA256.hexadecimal(of: bytes)
  }

  /// Makes a study of a single table.
  ///
  /// - Parameters:
  ///   - table: The reading of the table; its file as the user named it.
  ///   - columns: The arguments that say what the columns are, for the commands that are printed.
  public init(table: StudyDescription.TableDescription, columns: [String]) {
    var description = StudyDescription(title: table.file, question: nil, data: ".")
    description.tables = [table]
    self.description = description
    name = table.file
    dataFolder = "."
    self.columns = columns
    store = TableStore()
    descriptionDigest = nil
  }

  /// Whether the study is a single table, not a folder with a `study.yml`.
  public var isSingleTable: Bool { descriptionDigest == nil }

  /// Returns the description of a table.
  ///
  /// - Parameter name: Its name in the study.
  /// - Throws: ``StudyError/unknownName(kind:name:nearest:)`` with near names.
  /// - Returns: The description.
  public func table(named name: String) throws(StudyError) -> StudyDescription.TableDescription {
    guard let table = description.tables.first(where: { CodeMatching.matches($0.name, name) }) else {
      throw StudyError.unknownName(
        kind: "table",
        name: name,
        nearest: NearestNames.of(name, among: description.tables.map(\.name))
      )
    }
    return table
  }

  /// Returns the source of a table, or nil if the study names none.
  public func source(of table: StudyDescription.TableDescription) -> StudyDescription.Source? {
    description.sources.first { $0.name == table.source }
  }

  /// Returns the note for the source line of a table.
  public func sourceNote(of table: StudyDescription.TableDescription) -> SourceNote {
    let source = source(of: table)
    return SourceNote(
      label: source?.label ?? table.file,
      file: table.file,
      retrieved: source?.retrieved,
      licence: [source?.licence, source?.attribution].compactMap(\.self).joined(separator: ". "),
      vintage: [table.geography, table.classification].compactMap(\.self).joined(separator: ", "),
      caution: [source?.caution, table.caution].compactMap(\.self).joined(separator: "; ")
    )
  }

  /// Returns a path below a folder; an absolute path stays.
  public static func joined(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") || folder == "." { return path }
    if path == "." { return folder }
    return folder + "/" + path
  }
}
