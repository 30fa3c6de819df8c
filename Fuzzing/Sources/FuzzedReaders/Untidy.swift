import Readers

/// The reader of untidy text.
func fuzzUntidy(_ input: [UInt8]) throws(Violation) -> Int {
  let (told, content) = Told.split(input)
  let file = InputFile(bytes: content, name: "t.csv")
  var also = UntidyTable.Told()
  if told.rest & 1 != 0 { also.headerLines = Int(told.rest >> 1 & 3) }
  if told.profile != nil { also.skippedLines = Int(input[0] & 3) }
  let limits = ReadLimits(contentBytes: 1 << 20, rowBytes: 1 << 16)
  let table = try attempt("the untidy text") {
    try UntidyTable(file, dialect: told.dialect, told: also, limits: limits)
  }
  guard let table else { return content.count }
  let width = table.header?.count ?? table.rows.first?.count ?? 0
  for (number, row) in table.rows.enumerated() {
    try require(row.count == width, "row \(number) has \(row.count) cells of \(width)")
  }
  for notice in table.notices { try requireMessage(notice, "a notice") }
  let lines = content.starts(with: [0x1F, 0x8B]) ? 1 << 20 : 1 + content.count { $0 == 0x0A || $0 == 0x0D }
  try require(table.rows.count <= lines, "\(lines) lines make \(table.rows.count) rows")
  let header = table.header ?? (0..<width).map { "column\($0 + 1)" }
  try requireReadsBack(TextTable(name: "t.csv", cells: [header] + table.rows))
  return content.count
}
