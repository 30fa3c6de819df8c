import Albion
import Testing

/// A long published table, read back from its bytes: year × region × industry, with what the text allows.
struct PublishedPanel {
  let regions: [String]
  let industries: [String]
  let firstYear: Int
  let years: Int
  /// The numbers; nil where the table has a mark.
  ///
  /// `(year × regions + region) × industries + industry`.
  let values: [Int?]

  /// Reads a table with one row a number.
  init(_ file: GeneratedFile) throws {
    var lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: true).makeIterator()
    let header = String(decoding: lines.next() ?? [], as: UTF8.self).split(separator: ",").map(String.init)
    let columns = try ["region", "industry", "year", "value"]
      .map { name in
        try #require(header.firstIndex(of: name), "no column \(name)")
      }
    var regions: [String] = []
    var industries: [String] = []
    var regionAt: [ArraySlice<UInt8>: Int] = [:]
    var industryAt: [ArraySlice<UInt8>: Int] = [:]
    var rows: [(region: Int, industry: Int, year: Int, value: Int?)] = []
    while let line = lines.next() {
      let fields = line.split(separator: 0x2C, omittingEmptySubsequences: false)
      let region = PublishedPanel.position(fields[columns[0]], in: &regionAt, names: &regions)
      let industry = PublishedPanel.position(fields[columns[1]], in: &industryAt, names: &industries)
      let year = try #require(PublishedPanel.number(fields[columns[2]]))
      rows.append((region, industry, year, PublishedPanel.number(fields[columns[3]])))
    }
    firstYear = rows.map(\.year).min() ?? 0
    years = (rows.map(\.year).max() ?? 0) - firstYear + 1
    self.regions = regions
    self.industries = industries
    var values = [Int?](repeating: nil, count: years * regions.count * industries.count)
    for row in rows {
      values[((row.year - firstYear) * regions.count + row.region) * industries.count + row.industry] =
        row.value
    }
    self.values = values
    try #require(rows.count == values.count)
  }

  subscript(year: Int, region: Int, industry: Int) -> Int? {
    values[(year * regions.count + region) * industries.count + industry]
  }

  /// The mean of a cell over a window of years, marks counting as nothing published.
  func mean(_ years: ClosedRange<Int>, _ region: Int, _ industry: Int) -> Double {
    let numbers = years.compactMap { self[$0 - firstYear, region, industry] }
    return Double(numbers.reduce(0, +)) / Double(max(1, numbers.count))
  }

  private static func position(
    _ field: ArraySlice<UInt8>,
    in positions: inout [ArraySlice<UInt8>: Int],
    names: inout [String]
  ) -> Int {
    if let position = positions[field] { return position }
    positions[field] = names.count
    names.append(String(decoding: field, as: UTF8.self))
    return names.count - 1
  }

  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for byte in field {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return field.isEmpty ? nil : number
  }
}

extension [GeneratedFile] {
  /// The file of a path.
  func at(_ path: String) throws -> GeneratedFile {
    try #require(first { $0.path == path }, "no file \(path)")
  }
}
