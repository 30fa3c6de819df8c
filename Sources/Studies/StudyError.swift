public import Panels

/// What can be wrong with a study file or with what an analysis asks of a study.
public enum StudyError: Error, Equatable, Sendable {
  /// The folder has no `study.yml`, or the file cannot be read.
  case noStudy(folder: String, reason: String)
  /// The text is not YAML.
  case notYAML(file: String, line: Int, problem: String)
  /// A key that the schema does not have.
  case unknownKey(file: String, line: Int, key: String, within: String, nearest: [String])
  /// A key that the schema needs.
  case missingKey(file: String, line: Int, key: String, within: String)
  /// A value of another kind than the schema asks for.
  case wrongValue(file: String, line: Int, key: String, value: String, expected: String)
  /// A schema that this version does not read.
  case otherSchema(file: String, found: String)
  /// A name in the study file that nothing in the file has.
  case unknownReference(file: String, line: Int, kind: String, name: String, nearest: [String])
  /// A name that nothing in the study has.
  case unknownName(kind: String, name: String, nearest: [String])
  /// Tables that the study names and that are not there.
  case missingTables([MissingTable])
  /// A code that a table does not have, with up to three near ones, or else what there is.
  case unknownCode(table: String, kind: String, code: String, nearest: [String], known: [String])
  /// What an analysis needs and the study does not have.
  case missing(analysis: String, needs: [String])
  /// A table that cannot serve what was asked of it.
  case unsuitable(table: String, reason: String)
  /// Growth in current prices, which mixes in inflation.
  case currentPrices(table: String)

  /// A table that is not there, with what is known of where to get it.
  public struct MissingTable: Hashable, Sendable {
    /// The name of the table in the study.
    public let name: String
    /// The file that was looked for, relative to the study's data folder.
    public let file: String
    /// The publisher, release and address of its source, as far as the study says.
    public let origin: String
    /// The SHA-256 that the study expects, if it says.
    public let sha256: String?

    /// Makes a missing table.
    ///
    /// - Parameters:
    ///   - name: The name of the table in the study.
    ///   - file: The file that was looked for.
    ///   - origin: Publisher, release and address.
    ///   - sha256: The expected SHA-256, if the study says.
    public init(name: String, file: String, origin: String, sha256: String?) {
      self.name = name
      self.file = file
      self.origin = origin
      self.sha256 = sha256
    }
  }
}

extension StudyError: CustomStringConvertible {
  /// What was given, where, and what to do about it.
  ///
  /// Characters of a file that do not print are shown by their numbers; only a list of tables has several lines.
  public var description: String {
    if case .missingTables = self {
      return words.split(separator: "\n").map { MessageText.line(String($0)) }.joined(separator: "\n")
    }
    return MessageText.line(words)
  }

  private var words: String {
    switch self {
    case .noStudy(let folder, let reason):
      "'\(folder)' is not a study: \(reason). A study is a folder with a file study.yml; "
        + "make one with: hinterland init FOLDER"
    case .notYAML(let file, let line, let problem):
      "\(file), line \(line): this is not YAML: \(problem)."
    case .unknownKey(let file, let line, let key, let within, let nearest):
      "\(file), line \(line): \(within) has no key '\(key)'\(PanelError.ending(nearest))"
    case .missingKey(let file, let line, let key, let within):
      "\(file), line \(line): \(within) needs the key '\(key)'."
    case .wrongValue(let file, let line, let key, let value, let expected):
      "\(file), line \(line): '\(key)' is '\(value)'; expected \(expected)."
    case .otherSchema(let file, let found):
      "\(file) says schema \(found); this version reads schema 1. Set 'schema: 1' after checking the keys."
    case .unknownReference(let file, let line, let kind, let name, let nearest):
      "\(file), line \(line): the study has no \(kind) '\(name)'\(PanelError.ending(nearest))"
    case .unknownName(let kind, let name, let nearest):
      "The study has no \(kind) '\(name)'\(PanelError.ending(nearest))"
    case .unknownCode(let table, let kind, let code, let nearest, let known):
      "\(table) has no \(kind) '\(code)'"
        + (nearest.isEmpty ? "; it has: \(StudyError.list(known))." : PanelError.suggestion(nearest))
    case .missingTables(let tables):
      tables.map { table in
        "Table '\(table.name)' is not there: \(table.file)."
          + (table.origin.isEmpty ? "" : " Get it from: \(table.origin).")
          + (table.sha256.map { " Its SHA-256 is \($0)." } ?? "")
      }
      .joined(separator: "\n") + "\nIf the tables lie elsewhere, name their folder with --data DIR."
    case .missing(let analysis, let needs):
      "'\(analysis)' needs \(needs.joined(separator: "; "))."
    case .unsuitable(let table, let reason):
      "Table '\(table)' cannot serve: \(reason)."
    case .currentPrices(let table):
      "Table '\(table)' is in current prices: its growth mixes in inflation. "
        + "Use jobs or volumes, or add --allow-current."
    }
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(12).joined(separator: ", ")
    return names.count > 12 ? shown + " and \(names.count - 12) more" : shown
  }
}
