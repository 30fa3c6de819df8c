internal import Panels
internal import Yams

/// A node of a study file, with the way to it, so that every complaint names file, line and key.
struct StudyNode {
  let file: String
  let path: String
  let node: Node

  /// Reads the root of a YAML text.
  static func root(of text: String, file: String) throws(StudyError) -> StudyNode {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw StudyError.notYAML(file: file, line: 1, problem: "the file is empty")
      }
      return StudyNode(file: file, path: "the study", node: node)
    } catch let error as StudyError {
      throw error
    } catch {
      throw StudyNode.reading(error, file: file)
    }
  }

  private static func reading(_ error: any Error, file: String) -> StudyError {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      .notYAML(file: file, line: mark.line, problem: problem)
    case .reader(let problem, let offset, _, let text):
      .notYAML(
        file: file,
        line: 1 + text.utf8.prefix(offset ?? 0).count { $0 == 0x0A },
        problem:
          "\(problem). Write such a character as \\x and its number, within double quotes, or leave it out"
      )
    case .duplicatedKeysInMapping(let duplicates, let context):
      .notYAML(
        file: file,
        line: context.mark.line,
        problem: "the key '\(duplicates.first ?? "")' stands twice"
      )
    default:
      .notYAML(file: file, line: 1, problem: "\(error)")
    }
  }

  var line: Int { node.mark?.line ?? 1 }

  /// Whether nothing stands where a value should.
  private var isNothing: Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else {
      return false
    }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  func wrong(_ expected: String) -> StudyError {
    let shown: String
    switch node {
    case .scalar(let scalar): shown = isNothing ? "nothing" : scalar.string
    case .mapping: shown = "a mapping"
    case .sequence: shown = "a list"
    case .alias: shown = "an alias"
    }
    return .wrongValue(file: file, line: line, key: path, value: shown, expected: expected)
  }

  /// A key of a mapping, where it stands, and its value.
  struct Member {
    let name: String
    let line: Int
    let node: StudyNode
  }

  /// Reads the keys of a mapping in their order.
  func members() throws(StudyError) -> [Member] {
    guard case .mapping(let mapping) = node else { throw wrong("a mapping") }
    var result: [Member] = []
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else { throw wrong("names as keys") }
      result.append(
        Member(
          name: scalar.string,
          line: key.mark?.line ?? line,
          node: StudyNode(file: file, path: scalar.string, node: value)
        )
      )
    }
    return result
  }

  /// Reads a mapping whose keys are names that the user chose.
  func named() throws(StudyError) -> [(name: String, node: StudyNode)] {
    try members().map { ($0.name, $0.node) }
  }

  /// The line of the value at the end of a way of keys, or the nearest line above it.
  func line(of way: [String]) -> Int {
    guard let first = way.first, let member = try? members().first(where: { $0.name == first }) else {
      return line
    }
    return way.count == 1 ? member.line : member.node.line(of: Array(way.dropFirst()))
  }

  /// Reads a mapping whose keys the schema fixes.
  func mapping(_ what: String, keys: [String]) throws(StudyError) -> StudyMapping {
    var values: [String: StudyNode] = [:]
    for member in try members() {
      guard keys.contains(member.name) else {
        throw StudyError.unknownKey(
          file: file,
          line: member.line,
          key: member.name,
          within: what,
          nearest: NearestNames.of(member.name, among: keys)
        )
      }
      values[member.name] = member.node
    }
    return StudyMapping(what: what, node: self, values: values)
  }

  func text() throws(StudyError) -> String {
    guard case .scalar(let scalar) = node, !isNothing else { throw wrong("a text") }
    return scalar.string
  }

  func number() throws(StudyError) -> Double {
    guard case .scalar(let scalar) = node, let number = Double(scalar.string), number.isFinite else {
      throw wrong("a number")
    }
    return number
  }

  func integer() throws(StudyError) -> Int {
    guard case .scalar(let scalar) = node, let number = Int(scalar.string) else {
      throw wrong("a whole number")
    }
    return number
  }

  func integer(in range: ClosedRange<Int>) throws(StudyError) -> Int {
    let number = try integer()
    guard range.contains(number) else {
      throw wrong("a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  func list() throws(StudyError) -> [StudyNode] {
    guard case .sequence(let sequence) = node else { return [self] }
    return sequence.map { StudyNode(file: file, path: path, node: $0) }
  }

  func texts() throws(StudyError) -> [String] {
    var result: [String] = []
    for item in try list() { result.append(try item.text()) }
    return result
  }

  func numbers() throws(StudyError) -> [Double] {
    var result: [Double] = []
    for item in try list() { result.append(try item.number()) }
    return result
  }
}

/// A mapping of a study file whose keys were checked against the schema.
struct StudyMapping {
  let what: String
  let node: StudyNode
  let values: [String: StudyNode]

  subscript(key: String) -> StudyNode? { values[key] }

  func required(_ key: String) throws(StudyError) -> StudyNode {
    guard let value = values[key] else {
      throw StudyError.missingKey(file: node.file, line: node.line, key: key, within: what)
    }
    return value
  }

  func text(_ key: String) throws(StudyError) -> String? {
    guard let value = values[key] else { return nil }
    return try value.text()
  }

  func texts(_ key: String) throws(StudyError) -> [String] {
    guard let value = values[key] else { return [] }
    return try value.texts()
  }

  func pairs(_ key: String) throws(StudyError) -> [NamedText] {
    guard let value = values[key] else { return [] }
    var result: [NamedText] = []
    for (name, node) in try value.named() {
      result.append(NamedText(name: name, text: try node.text()))
    }
    return result
  }
}
