import Panels

/// A data set of JSON-stat as a long table, with what its roles say of the columns.
///
/// A column for each dimension holds codes; one more, `…_label`, holds labels where they say more. A row stands for a
/// cell that something is said of, and its number is the position of the cell, the header being row 1, the first cell
/// row 2. A category of which nothing at all is said gets one row without number, so that it is not lost.
struct JSONStatTable {
  var table: DelimitedText
  var rowNumbers: [Int]
  private let dataset: JSONStatDataset
  private let header: [String]

  /// Whether a text is meant as JSON: it begins with an object that has a member, or is empty.
  static func isJSON(_ bytes: Span<UInt8>) -> Bool {
    var at = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    func skipSpace() {
      while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
    }
    skipSpace()
    guard at < bytes.count, bytes[at] == UInt8(ascii: "{") else { return false }
    at += 1
    skipSpace()
    return at == bytes.count || bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "}")
  }

  /// Reads the content of a file if it is JSON, or returns nil.
  static func read(_ content: FileContent, limits: ReadLimits) throws(ReadError) -> JSONStatTable? {
    let bytes: [UInt8]? = content.withSpan { span in
      guard isJSON(span) else { return nil }
      return copied(span)
    }
    guard let bytes else { return nil }
    do throws(JSONStatError) {
      return try JSONStatTable(JSONStatDataset(bytes, cellLimit: limits.cells), name: content.name)
    } catch {
      throw .jsonStat(file: content.name, error)
    }
  }

  private static func copied(_ span: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(span.count)
    for position in span.indices { bytes.append(span[position]) }
    return bytes
  }

  private init(_ dataset: JSONStatDataset, name: String) {
    self.dataset = dataset
    let taken = Set(dataset.dimensions.map(\.id))
    var names: [String] = []
    for dimension in dataset.dimensions {
      names.append(dimension.id)
      if dimension.hasLabels { names.append(dimension.id + "_label") }
    }
    names.append(taken.contains("value") ? "OBS_VALUE" : "value")
    if dataset.hasStatus { names.append(taken.contains("status") ? "OBS_STATUS" : "status") }
    header = names
    var output = LongText(header: names)
    var numbers: [Int] = [1]
    var seen = dataset.dimensions.map { [Bool](repeating: false, count: $0.codes.count) }
    var place = [Int](repeating: 0, count: dataset.dimensions.count)
    func add(_ value: String, _ status: String) {
      for (dimension, category) in zip(dataset.dimensions, place) {
        output.add(dimension.codes[category])
        if dimension.hasLabels { output.add(dimension.labels[category]) }
      }
      output.add(value)
      if dataset.hasStatus { output.add(status) }
      output.endRow()
    }
    for entry in dataset.entries {
      var rest = entry.position
      for index in place.indices.reversed() {
        let size = dataset.dimensions[index].codes.count
        place[index] = rest % size
        rest /= size
        seen[index][place[index]] = true
      }
      add(entry.value, entry.status)
      numbers.append(entry.position + 2)
    }
    for index in seen.indices {
      for category in seen[index].indices where !seen[index][category] {
        place = seen.map { $0.firstIndex(of: true) ?? 0 }
        place[index] = category
        var position = 0
        for (at, dimension) in zip(place, dataset.dimensions) {
          position = position * dimension.codes.count + at
        }
        add("", "")
        numbers.append(position + 2)
        seen[index][category] = true
      }
    }
    table = DelimitedText.made(name: name, bytes: output.bytes)
    rowNumbers = numbers
  }

  /// What the table is, in a line.
  var provenance: [String] {
    let shape = dataset.dimensions.map { "\($0.id) (\($0.codes.count))" }.joined(separator: " × ")
    return ["JSON-stat \(dataset.version), \(shape)", dataset.label, dataset.source, dataset.updated]
      .filter { !$0.isEmpty }
  }

  /// The options with the columns and the profile that the data set itself tells of, where the caller does not.
  func completed(_ options: PanelOptions) -> PanelOptions {
    var options = options
    let profile = options.profile ?? self.profile
    options.profile = profile
    let hints = SourceProfile.named(profile).columns
    if options.value == .detected, let value = header.last(where: { ["value", "OBS_VALUE"].contains($0) }) {
      options.value = .named(value)
    }
    if options.status == .detected, dataset.hasStatus, let status = header.last {
      options.status = .named(status)
    }
    var unnamed = PanelColumn.detected
    fill(&options.period, &unnamed, dataset.time, hints.period)
    fill(&options.region, &options.regionName, dataset.geography, hints.region)
    fill(&options.industry, &options.industryTitle, industry(hints), hints.industry)
    return options
  }

  private func fill(
    _ column: inout PanelColumn,
    _ name: inout PanelColumn,
    _ index: Int?,
    _ hints: [String]
  ) {
    let ids = dataset.dimensions.map(\.id)
    var found = index
    if case .named(let told) = column { found = ColumnNames.position(of: told, in: ids) }
    if case .constant = column { return }
    found = found ?? hints.lazy.compactMap { ColumnNames.position(of: $0, in: ids) }.first
    guard let found else { return }
    if column == .detected { column = .named(ids[found]) }
    if name == .detected, dataset.dimensions[found].hasLabels { name = .named(ids[found] + "_label") }
  }

  /// The dimension that a name gives away as industries, or the only one of several categories that has no other part.
  private func industry(_ hints: SourceProfile.ColumnHints) -> Int? {
    let ids = dataset.dimensions.map(\.id)
    let names = hints.industry + SourceProfile.industryNames
    if let named = names.lazy.compactMap({ ColumnNames.position(of: $0, in: ids) }).first { return named }
    let rest = ids.indices.filter {
      $0 != dataset.time && $0 != dataset.geography && dataset.dimensions[$0].codes.count > 1
    }
    return dataset.time != nil && dataset.geography != nil && rest.count == 1 ? rest[0] : nil
  }

  /// Whose status codes they are: told by the source or the names of the dimensions.
  var profile: ProfileName {
    let source = (dataset.source + " " + dataset.label).lowercased()
    let ids = Set(dataset.dimensions.map { $0.id.lowercased() })
    if source.contains("nomis") || ids.isSuperset(of: ["geography", "measures"]) { return .nomisAPI }
    if source.contains("estat") || source.contains("eurostat") || ids.isSuperset(of: ["geo", "freq"]) {
      return .eurostat
    }
    return .sdmx
  }
}

/// Rows of comma-separated text.
private struct LongText {
  var bytes: [UInt8] = []
  private var isFirst = true

  init(header: [String]) {
    for name in header { add(name) }
    endRow()
  }

  mutating func add(_ cell: String) {
    if !isFirst { bytes.append(0x2C) }
    isFirst = false
    guard cell.utf8.contains(where: { [0x2C, 0x22, 0x0A, 0x0D].contains($0) }) else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(0x22)
    for byte in cell.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  mutating func endRow() {
    bytes.append(0x0A)
    isFirst = true
  }
}
