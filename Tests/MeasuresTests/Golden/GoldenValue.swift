import Foundation

/// A value of the golden files, as JSON has it.
enum GoldenValue: Decodable, Sendable {
  case number(Double)
  case text(String)
  case list([GoldenValue])
  case object([String: GoldenValue])
  case nothing

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .nothing
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([GoldenValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: GoldenValue].self))
    }
  }

  /// The number, or nil.
  var number: Double? {
    if case .number(let number) = self { return number }
    return nil
  }

  /// The text, or nil.
  var text: String? {
    if case .text(let text) = self { return text }
    return nil
  }

  /// The values of a list; none if it is not one.
  var list: [GoldenValue] {
    if case .list(let list) = self { return list }
    return []
  }

  /// The numbers of a list.
  var numbers: [Double] { list.compactMap(\.number) }

  /// The texts of a list.
  var texts: [String] { list.compactMap(\.text) }

  /// The rows of a matrix.
  var matrix: [[Double]] { list.map(\.numbers) }

  /// The value under a key.
  subscript(key: String) -> GoldenValue {
    if case .object(let object) = self { return object[key] ?? .nothing }
    return .nothing
  }
}

/// An entry of a golden file: what a peer returned for some input.
struct GoldenEntry: Decodable, Sendable {
  let id: String
  let inputs: GoldenValue
  let value: GoldenValue
  let note: String?
}

/// The golden files, read in place.
enum Golden {
  /// The folder of the golden files, if this machine has it: `../shared/golden` beside the package, or one folder
  /// further up, or beside the tables that `HINTERLAND_DATA` names.
  static let folder: URL? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    var places = [root.appending(path: "../shared/golden"), root.appending(path: "../../shared/golden")]
    if let data = ProcessInfo.processInfo.environment["HINTERLAND_DATA"] {
      places.insert(URL(filePath: data).appending(path: "../golden"), at: 0)
    }
    return places.first {
      FileManager.default.fileExists(atPath: $0.appending(path: "measures-REAT.json").path)
    }
  }()

  /// Whether the files are there.
  static var isAvailable: Bool { folder != nil }

  /// Why tests are skipped.
  static let absence = "shared/golden is not beside the package"

  /// The entries of a file in order.
  static func entries(_ file: String) throws -> [GoldenEntry] {
    guard let folder else { return [] }
    let data = try Data(contentsOf: folder.appending(path: "measures-\(file).json"))
    return try JSONDecoder().decode([GoldenEntry].self, from: data)
  }

  /// The entry of an id.
  static func entry(_ id: String, in file: String) throws -> GoldenEntry {
    guard let entry = try entries(file).first(where: { $0.id == id }) else {
      throw MissingEntry(id: id, file: file)
    }
    return entry
  }

  /// The tables that entries name instead of giving their inputs.
  static func dataset(_ name: String) throws -> GoldenValue {
    guard let folder else { return .nothing }
    let data = try Data(contentsOf: folder.appending(path: "measures-datasets-REAT.json"))
    return try JSONDecoder().decode(GoldenValue.self, from: data)[name]
  }

  struct MissingEntry: Error {
    let id: String
    let file: String
  }
}

/// Whether two numbers agree to a relative tolerance; 1e-12 is what arithmetic in another order leaves.
func agree(_ found: Double, _ expected: Double, _ tolerance: Double = 1e-12) -> Bool {
  (found - expected).magnitude <= tolerance * max(expected.magnitude, found.magnitude)
}

/// Whether two lists agree number by number; zeros must be zeros.
func agree(_ found: [Double], _ expected: [Double], _ tolerance: Double = 1e-12) -> Bool {
  found.count == expected.count && zip(found, expected).allSatisfy { agree($0, $1, tolerance) }
}

/// Whether a number agrees with a printed one, to half a unit of its last digit.
func agreesPrinted(_ found: Double, _ printed: Double, decimals: Int) -> Bool {
  let unit = (0..<decimals).reduce(1.0) { unit, _ in unit / 10 }
  return (found - printed).magnitude <= 0.5 * unit * (1 + 1e-9)
}
