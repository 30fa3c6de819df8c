import Readers

/// What is written beside a fetched file, so that it can be cited, found again and proved.
public struct SourceRecord: Sendable {
  private let source: OfficialSource
  private let arguments: SourceArguments
  private let file: FetchedFile
  private let template: TableTemplate?
  private let program: String

  /// Makes a record.
  ///
  /// - Parameters:
  ///   - source: The source.
  ///   - arguments: The choice of parameters.
  ///   - plan: The requests.
  ///   - file: What was fetched.
  ///   - program: The name and version of the program.
  public init(
    source: OfficialSource,
    arguments: SourceArguments,
    plan: FetchPlan,
    file: FetchedFile,
    program: String
  ) {
    self.source = source
    self.arguments = arguments
    self.file = file
    self.program = program
    template = plan.table
  }

  /// The text that must be printed with the numbers.
  public var attribution: String {
    let years = SourceRecord.spans(arguments.years("year"))
    var text = source.attribution
    if years.isEmpty {
      for ending in [", {year}", " {year}", "{year}"] { text = text.replacing(ending, with: "") }
    }
    return text.replacing("{year}", with: years).replacing("{retrieved}", with: file.retrieved)
  }

  /// The record as JSON, keys sorted.
  ///
  /// - Parameter name: The name of the file.
  /// - Returns: The text, ending in a line feed.
  public func json(name: String) -> String {
    var output = [
      JSONMember("bytes", .integer(file.bytes.count)),
      JSONMember("name", .string(name)),
      JSONMember("sha256", .string(SHA256.hexadecimal(of: file.bytes))),
    ]
    if let records = file.records { output.append(JSONMember("rows", .integer(records))) }
    var members = [
      JSONMember("attribution", .string(attribution)),
      JSONMember("documentation", .string(source.documentation)),
      JSONMember("file", .object(output)),
      JSONMember(
        "licence",
        .object([
          JSONMember("address", .string(source.licence.address)),
          JSONMember("name", .string(source.licence.name)),
        ])
      ),
      JSONMember("parameters", .object(parameters)),
      JSONMember("program", .string(program)),
      JSONMember("publisher", .string(source.publisher)),
      JSONMember("requests", .array(file.parts.map(SourceRecord.value))),
      JSONMember("retrieved", .string(file.retrieved)),
      JSONMember("source", .string(source.name)),
      JSONMember("title", .string(source.title)),
    ]
    if let caution = source.caution { members.append(JSONMember("caution", .string(caution))) }
    return JSONValue.object(members).sortedText
  }

  private var parameters: [JSONMember] {
    arguments.arguments.filter { !$0.isSecret && !$0.values.isEmpty }
      .map { argument in
        JSONMember(argument.name, .array(argument.values.map(JSONValue.string)))
      }
  }

  private static func value(_ part: FetchedFile.Part) -> JSONValue {
    .object([
      JSONMember("address", .string(part.address)),
      JSONMember("bytes", .integer(part.bytes)),
      JSONMember("retrieved", .string(part.retrieved)),
      JSONMember("sha256", .string(part.sha256)),
    ])
  }

  /// Years as spans: 2015-2018, 2021.
  static func spans(_ years: [Int]) -> String {
    var spans: [ClosedRange<Int>] = []
    for year in Set(years).sorted() {
      if let last = spans.last, last.upperBound + 1 == year {
        spans[spans.count - 1] = last.lowerBound...year
      } else {
        spans.append(year...year)
      }
    }
    return spans.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ", ")
  }

  /// The entries under `sources:` and `tables:` of study.yml, to be pasted.
  ///
  /// - Parameters:
  ///   - path: The file as the study names it.
  ///   - table: What the study calls the table.
  /// - Returns: Lines of YAML, ending in a line feed.
  public func studyEntries(path: String, table: String) -> String {
    var lines = ["sources:", "  \(source.name):"]
    func add(_ name: String, _ text: String?) {
      guard let text else { return }
      lines.append("    \(name): \(SourceRecord.scalar(text))")
    }
    add("publisher", source.publisher)
    add("title", source.title)
    add("retrieved", file.retrieved)
    add("licence", source.licence.name)
    add("attribution", attribution)
    add("address", source.documentation)
    add("caution", source.caution)
    guard let template else { return lines.joined(separator: "\n") + "\n" }
    lines += ["tables:", "  \(SourceRecord.scalar(table)):"]
    add("file", path)
    add("sha256", SHA256.hexadecimal(of: file.bytes))
    add("source", source.name)
    for (name, text) in template.entries { add(name, text) }
    if !template.keep.isEmpty {
      let pairs = template.keep.map { "\(SourceRecord.scalar($0.column)): \(SourceRecord.scalar($0.value))" }
      lines.append("    where: {\(pairs.joined(separator: ", "))}")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text as YAML: plain where it cannot be taken for anything else, in double quotes otherwise.
  static func scalar(_ text: String) -> String {
    let first = text.utf8.first.map { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) } ?? false
    let isPlain =
      first && text.utf8.last != 0x20
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || " -_./".utf8.contains(byte)
      } && !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
    return isPlain ? text : JSONValue.string(text).compactText
  }
}

extension TableTemplate {
  /// The keys of study.yml and their values, in the order of its documentation.
  var entries: [(name: String, text: String?)] {
    [
      ("sheet", sheet), ("classification", classification), ("region", region), ("region name", regionName),
      ("industry", industry), ("industry title", industryTitle), ("period", period), ("value", value),
      ("status", status), ("total", total), ("total region", totalRegion), ("unit", unit), ("prices", prices),
      ("rounding", rounding), ("profile", profile),
    ]
  }
}
