import Foundation

/// A table written from a seed, shaped as the long tables of employment by region and industry are.
struct GeneratedTable {
  var label: String
  var path: String
  var rows: Int
  /// The size of the text, uncompressed.
  var textBytes: Int

  /// Writes the files: whole numbers with names, decimals, quoted names; and the first compressed.
  static func write(megabytes: Int, folder: String) throws -> [GeneratedTable] {
    var tables: [GeneratedTable] = []
    for (label, style) in [("jobs.csv", Style.whole), ("gva.csv", .decimal), ("quoted.csv", .quoted)] {
      let path = folder + "/hinterland-" + label
      let (text, rows) = text(megabytes: megabytes, style: style)
      try text.write(to: URL(fileURLWithPath: path))
      tables.append(
        GeneratedTable(
          label: label,
          path: path,
          rows: rows,
          textBytes: text.count
        )
      )
    }
    let gzip = Process()
    gzip.executableURL = URL(fileURLWithPath: "/usr/bin/gzip")
    gzip.arguments = ["-kf", tables[0].path]
    try gzip.run()
    gzip.waitUntilExit()
    tables.append(tables[0])
    tables[3].label = "jobs.csv.gz"
    tables[3].path += ".gz"
    return tables
  }

  private enum Style { case whole, decimal, quoted }

  /// The text: years × 400 regions × industries, the seed fixed.
  private static func text(megabytes: Int, style: Style) -> (Data, Int) {
    var state: UInt64 = 20_261_121
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    let bases = [5, 25, 50, 100, 250, 500, 1000]
    var text = Data("year,region_code,region_name,sic5,value\n".utf8)
    text.reserveCapacity(megabytes * 1_000_000 + 100)
    var rows = 0
    let regions = 400
    let industries = 600
    outer: for year in 1980... {
      for region in 0..<regions {
        let code = "TL\(100 + region)"
        let name = style == .quoted ? "\"Region number \(region), north\"" : "Region number \(region) north"
        for industry in 0..<industries {
          let sic = "\(10_000 + industry * 101)"
          let value: String
          if style == .decimal {
            value = "\(next() % 100_000).\(100_000 + next() % 900_000)"
          } else {
            let base = bases[Int(next() % 7)]
            value = "\(base * Int(next() % 40))"
          }
          text.append(contentsOf: "\(year),\(code),\(name),\(sic),\(value)\n".utf8)
          rows += 1
        }
        if text.count >= megabytes * 1_000_000 { break outer }
      }
    }
    return (text, rows)
  }
}
