public import Panels
public import Readers

/// What a run read, was asked and wrote: enough to make it again, and to prove that it was.
///
/// Holds no time of day, host or absolute path, so that the same run gives the same bytes.
public struct RunManifest: Hashable, Sendable {
  /// A file that was read.
  public struct Input: Hashable, Sendable {
    /// The name, relative to the folder where the command was given.
    public var name: String
    /// The digest of its bytes.
    public var sha256: String
    /// How many rows were read from it; nil where rows mean nothing.
    public var rows: Int?

    /// Makes a record.
    ///
    /// - Parameters:
    ///   - name: The relative name.
    ///   - sha256: The digest of its bytes.
    ///   - rows: How many rows were read.
    public init(name: String, sha256: String, rows: Int?) {
      self.name = name
      self.sha256 = sha256
      self.rows = rows
    }
  }

  /// The version of Hinterland.
  public var version: String
  /// The verb and its arguments after defaults, without the names of outputs.
  public var command: [String]
  /// The requests that were answered, in order.
  public var requests: [Request]
  /// The files that were read, by name.
  public var inputs: [Input]
  /// The seed of random draws.
  public var seed: UInt64
  /// What the numbers rest on beside the inputs: C library, fused multiply-add, linear algebra.
  public var numerics: [String]
  /// The notices that the run printed.
  public var warnings: [String]
  /// The files that were written, beside the manifest itself, by name.
  public var outputs: [OutputRecord]

  /// Makes a manifest.
  ///
  /// - Parameters:
  ///   - version: The version of Hinterland.
  ///   - command: The verb and its arguments after defaults.
  ///   - requests: The requests that were answered.
  ///   - inputs: The files that were read.
  ///   - seed: The seed of random draws.
  ///   - numerics: What the numbers rest on beside the inputs.
  ///   - warnings: The notices that the run printed.
  ///   - outputs: The files that were written.
  public init(
    version: String,
    command: [String],
    requests: [Request],
    inputs: [Input],
    seed: UInt64,
    numerics: [String],
    warnings: [String],
    outputs: [OutputRecord]
  ) {
    self.version = version
    self.command = command
    self.requests = requests
    self.inputs = inputs
    self.seed = seed
    self.numerics = numerics
    self.warnings = warnings
    self.outputs = outputs
  }

  /// The manifest as JSON with sorted keys.
  public var text: String {
    let requestValues = requests.map { request in
      JSONValue.object([
        JSONMember("analysis", .string(request.analysis)),
        JSONMember("arguments", .array(request.arguments.map(JSONValue.string))),
      ])
    }
    let inputValues = inputs.map { input in
      JSONValue.object([
        JSONMember("name", .string(input.name)),
        JSONMember("rows", input.rows.map(JSONValue.integer) ?? .null),
        JSONMember("sha256", .string(input.sha256)),
      ])
    }
    let outputValues = outputs.map { output in
      JSONValue.object([
        JSONMember("bytes", .integer(output.byteCount)),
        JSONMember("name", .string(output.name)),
        JSONMember("sha256", .string(output.sha256)),
      ])
    }
    return
      JSONValue.object([
        JSONMember("command", .array(command.map(JSONValue.string))),
        JSONMember("hinterland", .string(version)),
        JSONMember("inputs", .array(inputValues)),
        JSONMember("numerics", .array(numerics.map(JSONValue.string))),
        JSONMember("outputs", .array(outputValues)),
        JSONMember("requests", .array(requestValues)),
        JSONMember("schema", .integer(1)),
        JSONMember("seed", .string("\(seed)")),
        JSONMember("warnings", .array(warnings.map(JSONValue.string))),
      ])
      .sortedText
  }
}

extension RunManifest {
  /// Reads a manifest.
  ///
  /// - Parameters:
  ///   - text: The JSON text.
  ///   - file: The name to print in complaints.
  /// - Throws: ``ManifestError`` with the member that is missing or of another kind.
  public init(reading text: String, file: String) throws(ManifestError) {
    let json: JSONValue
    do {
      json = try JSONValue(parsing: text)
    } catch {
      throw ManifestError.notAManifest(file: file, problem: "\(error)")
    }
    func member(_ name: String) throws(ManifestError) -> JSONValue {
      guard let value = json[name] else {
        throw ManifestError.notAManifest(file: file, problem: "it has no '\(name)'")
      }
      return value
    }
    func texts(_ value: JSONValue?, _ name: String) throws(ManifestError) -> [String] {
      guard let items = value?.array else {
        throw ManifestError.notAManifest(file: file, problem: "'\(name)' is not a list")
      }
      let texts = items.compactMap(\.string)
      guard texts.count == items.count else {
        throw ManifestError.notAManifest(file: file, problem: "'\(name)' holds something else than texts")
      }
      return texts
    }
    guard try member("schema").integer == 1 else {
      throw ManifestError.notAManifest(file: file, problem: "its schema is not 1")
    }
    guard let version = try member("hinterland").string, let seed = UInt64(try member("seed").string ?? "")
    else {
      throw ManifestError.notAManifest(file: file, problem: "'hinterland' or 'seed' is not a text")
    }
    self.version = version
    self.seed = seed
    command = try texts(try member("command"), "command")
    numerics = try texts(try member("numerics"), "numerics")
    warnings = try texts(try member("warnings"), "warnings")
    func items(_ name: String) throws(ManifestError) -> [JSONValue] {
      guard let items = try member(name).array else {
        throw ManifestError.notAManifest(file: file, problem: "'\(name)' is not a list")
      }
      return items
    }
    func field(_ item: JSONValue, _ name: String, of list: String) throws(ManifestError) -> String {
      guard let text = item[name]?.string else {
        throw ManifestError.notAManifest(file: file, problem: "an item of '\(list)' has no '\(name)'")
      }
      return text
    }
    requests = []
    for item in try items("requests") {
      requests.append(
        Request(
          analysis: try field(item, "analysis", of: "requests"),
          arguments: try texts(item["arguments"], "arguments")
        )
      )
    }
    inputs = []
    for item in try items("inputs") {
      inputs.append(
        Input(
          name: try field(item, "name", of: "inputs"),
          sha256: try field(item, "sha256", of: "inputs"),
          rows: item["rows"]?.integer
        )
      )
    }
    outputs = []
    for item in try items("outputs") {
      guard let bytes = item["bytes"]?.integer else {
        throw ManifestError.notAManifest(file: file, problem: "an item of 'outputs' has no 'bytes'")
      }
      outputs.append(
        OutputRecord(
          name: try field(item, "name", of: "outputs"),
          byteCount: bytes,
          sha256: try field(item, "sha256", of: "outputs")
        )
      )
    }
  }
}

/// Why a run cannot be made again.
public enum ManifestError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file is not a manifest of a run.
  case notAManifest(file: String, problem: String)
  /// An input that is nowhere to be found.
  case inputNotFound(name: String, tried: [String])
  /// An input whose bytes are others.
  case inputChanged(name: String, expected: String, found: String)

  /// What is wrong, and what to do about it.
  public var description: String {
    switch self {
    case .notAManifest(let file, let problem):
      "'\(file)' is not the run.json of a run: \(problem)" + (problem.hasSuffix(".") ? "" : ".")
    case .inputNotFound(let name, let tried):
      "Input '\(name)' is not in \(tried.map { "'\($0)'" }.joined(separator: ", ")). "
        + "Give the command in the folder where it lies, or name that folder with --inputs DIR."
    case .inputChanged(let name, let expected, let found):
      "Input '\(name)' has changed since the run: SHA-256 \(found), was \(expected)."
    }
  }
}
