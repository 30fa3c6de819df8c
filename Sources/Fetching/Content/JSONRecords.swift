import Panels
import Readers

/// Turns records in JSON into CSV.
enum JSONRecords {
  /// Returns the records as CSV with a header, empty if there is none, and whether the service cut them.
  static func csv(_ bytes: [UInt8], _ format: AnswerFormat, address: String) throws -> (
    text: [UInt8], isCut: Bool
  ) {
    let value: JSONValue
    do { value = try JSONValue(parsing: bytes) } catch {
      throw FetchError.unreadable(address: address, reason: "\(error)")
    }
    if let error = value["error"] { throw FetchError.unreadable(address: address, reason: complaint(error)) }
    let isCut = value["exceededTransferLimit"] == .bool(true)
    switch format {
    case .jsonRecords(let path, let member):
      var place = value
      for name in path {
        guard let next = place[name] else {
          let names = (place.members ?? []).map(\.name).joined(separator: ", ")
          throw FetchError.unreadable(
            address: address,
            reason: "it has no '\(name)' where records should be, but: "
              + (names.isEmpty ? "nothing named" : names)
          )
        }
        place = next
      }
      guard let records = place.array else {
        throw FetchError.unreadable(
          address: address,
          reason: "'\(path.joined(separator: "."))' is no list of records"
        )
      }
      return (text(records.map { columns(of: $0, member: member) }), isCut)
    default:
      let rows = (value.array ?? []).map { ($0.array ?? []).map(cell) }
      guard let header = rows.first else { return ([], isCut) }
      if let row = rows.firstIndex(where: { $0.count != header.count }) {
        throw FetchError.unevenRow(
          address: address,
          row: row + 1,
          found: rows[row].count,
          expected: header.count
        )
      }
      return (text(header: header, rows: Array(rows.dropFirst())), isCut)
    }
  }

  /// The columns of a record: those of a member, or its own.
  private static func columns(of record: JSONValue, member: String?) -> [JSONMember] {
    guard let member else { return record.members ?? [] }
    return record[member]?.members ?? []
  }

  /// What a service complains of in JSON, in its words.
  static func complaint(_ error: JSONValue) -> String {
    let words = error.string ?? error["message"]?.string ?? error.compactText
    let details = (error["details"]?.array ?? []).compactMap(\.string).filter { !$0.isEmpty }
    return "the service says: " + ([words] + details).joined(separator: "; ")
  }

  /// Records as CSV: the columns in the order in which they first come.
  private static func text(_ records: [[JSONMember]]) -> [UInt8] {
    var header: [String] = []
    var seen: Set<String> = []
    for record in records {
      for member in record where seen.insert(member.name).inserted { header.append(member.name) }
    }
    guard !header.isEmpty else { return [] }
    let rows = records.map { record in
      header.map { name in record.last { $0.name == name }.map { cell($0.value) } ?? "" }
    }
    return text(header: header, rows: rows)
  }

  private static func text(header: [String], rows: [[String]]) -> [UInt8] {
    var text = ""
    for row in [header] + rows {
      text += row.map(quoted).joined(separator: ",") + "\n"
    }
    return Array(text.utf8)
  }

  private static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 != 0x22 && $0 != 0x2C && $0 != 0x0A && $0 != 0x0D }
    if isPlain { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  private static func cell(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .string(let text): text
    default: value.compactText
    }
  }
}
