import Readers

/// The reader of JSON-stat: a table, a rectangle, a panel and a check of any object.
///
/// The first byte says which columns are told.
func fuzzCubes(_ input: [UInt8]) throws(Violation) -> Int {
  guard let first = input.first else { return 0 }
  let content = Array(input.dropFirst())
  let file = InputFile(bytes: content, name: "t.json")
  let limits = ReadLimits(contentBytes: 1 << 20, rowBytes: 1 << 16, cells: 1 << 12)
  if let table = try attempt("the rectangle", { try UntidyTable(file, limits: limits) }) {
    let width = table.header?.count ?? table.rows.first?.count ?? 0
    for (position, row) in table.rows.enumerated() {
      try require(row.count == width, "row \(position) has \(row.count) cells of \(width)")
    }
  }
  var options = PanelOptions()
  options.limits = limits
  if first & 1 != 0 { options.region = "geo" }
  if first & 2 != 0 { options.period = "time" }
  if let reading = try attempt("the panel", { try readPanel(file, options) }) {
    for line in reading.summary { try requireMessage(line, "a line of the summary") }
  }
  _ = try attempt("the check") { try check(file, CheckOptions(limits: limits)) }
  return content.count
}
