import Panels
import Readers
import Testing

/// One panel as each kind of file writes it.
///
/// Regions with accents, codes with leading zeros, and cells of every status; where a form has no way to say a status
/// (the blocks of Nomis know only one mark for a withheld number), the panel that it is compared with lacks it too.
struct SamePanel {
  /// One published cell.
  struct Published {
    var region: Int
    var industry: Int
    var year: Int
    var value: Int
    var status: CellStatus
  }

  static let regions = [
    ("E06000001", "Hârtlepool"), ("E06000002", "Middlesbrough, Tees"), ("W06000003", "Ynys Môn"),
  ]
  static let industries = [("01", "Crops"), ("026", "Electronics \"hi-fi\""), ("27", "Électrique")]
  static let years = [2019, 2020]

  let cells: [Published]

  init(seed: Int, statuses: [CellStatus]) {
    var random = SeededNumbers(seed)
    var cells: [Published] = []
    for region in Self.regions.indices {
      for industry in Self.industries.indices {
        for year in Self.years {
          let pick = cells.count < statuses.count ? cells.count : random.below(statuses.count * 2)
          let status = pick < statuses.count ? statuses[pick] : .observed
          cells.append(
            Published(
              region: region,
              industry: industry,
              year: year,
              value: random.below(90) * 50,
              status: status
            )
          )
        }
      }
    }
    self.cells = cells
  }

  static let all: [CellStatus] = [
    .suppressed, .notAvailable, .notApplicable, .estimated, .breakInSeries, .provisional, .unreliable,
    .observed,
  ]

  private static func hasNumber(_ status: CellStatus) -> Bool {
    ![.suppressed, .notAvailable, .notApplicable].contains(status)
  }

  private static func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }

  /// The letter of CL_OBS_STATUS.
  private static func letter(_ status: CellStatus) -> String {
    switch status {
    case .suppressed: "Q"
    case .notAvailable: "O"
    case .notApplicable: "M"
    case .estimated: "E"
    case .breakInSeries: "B"
    case .provisional: "P"
    case .unreliable: "U"
    default: "A"
    }
  }

  private func number(_ cell: Published) -> String { Self.hasNumber(cell.status) ? "\(cell.value)" : "" }

  // MARK: Forms

  var tidyRows: [[String]] {
    [["region", "region_name", "industry", "industry_title", "period", "value", "status"]]
      + cells.map {
        let (region, industry) = (Self.regions[$0.region], Self.industries[$0.industry])
        return [region.0, region.1, industry.0, industry.1, "\($0.year)", number($0), $0.status.word]
      }
  }

  var tidy: String {
    tidyRows.map { $0.map(Self.quoted).joined(separator: ",") }.joined(separator: "\n") + "\n"
  }

  var workbook: [UInt8] {
    get throws {
      let table = Table(
        name: "panel",
        columns: tidyRows[0],
        rows: tidyRows.dropFirst()
          .map { row in
            row.indices.map { column in
              if column == 5 { return row[column].isEmpty ? .empty : TableValue(Double(row[column])) }
              return .text(row[column])
            }
          }
      )
      return try WorkbookWriter.bytes(of: [table], title: "panel")
    }
  }

  var nomisAPI: String {
    "DATE,GEOGRAPHY_NAME,GEOGRAPHY_CODE,INDUSTRY_NAME,INDUSTRY_CODE,OBS_VALUE,OBS_STATUS,RECORD_COUNT\n"
      + cells.map {
        let (region, industry) = (Self.regions[$0.region], Self.industries[$0.industry])
        return [
          "\($0.year)", Self.quoted(region.1), region.0, Self.quoted("\(industry.0) : \(industry.1)"),
          industry.0,
          number($0), Self.letter($0.status), "18",
        ]
        .joined(separator: ",")
      }
      .joined(separator: "\n") + "\n"
  }

  var nomisBlocks: String {
    var text = "\"Business Register\"\n\"ONS Crown Copyright Reserved [from Nomis on 2 May 2024]\"\n\n"
    for year in Self.years {
      let titles = Self.industries.map { Self.quoted("\($0.0) : \($0.1)") }.joined(separator: ",")
      text += "\"date\",\"\(year)\"\n\n\"region\",\"mnemonic\",\(titles)\n\n"
      for region in Self.regions.indices {
        let row = cells.filter { $0.region == region && $0.year == year }
        let marks = row.map {
          $0.status == .suppressed ? "\"!\"" : $0.status == .notAvailable ? "\"..\"" : "\($0.value)"
        }
        text += "\(Self.quoted(Self.regions[region].1)),\(Self.quoted(Self.regions[region].0)),"
        text += marks.joined(separator: ",") + "\n"
      }
      text += "\n"
    }
    return text
  }

  func jsonStat(isSparse: Bool) -> String {
    func list(_ pairs: [(String, String)]) -> String {
      pairs.map { "\($0.0): \($0.1)" }.joined(separator: ", ")
    }
    func labels(_ pairs: [(String, String)]) -> String {
      list(pairs.map { (JSONValue.string($0.0).compactText, JSONValue.string($0.1).compactText) })
    }
    let codes = Self.industries.map { JSONValue.string($0.0).compactText }.joined(separator: ", ")
    let numbers = cells.enumerated().filter { Self.hasNumber($1.status) }.map { ("\"\($0)\"", "\($1.value)") }
    let statuses = cells.enumerated().filter { $1.status != .observed }
      .map { ("\"\($0)\"", "\"\(Self.letter($1.status))\"") }
    let dense = cells.map { Self.hasNumber($0.status) ? "\($0.value)" : "null" }.joined(separator: ", ")
    return """
      {"version": "2.0", "class": "dataset", "id": ["area", "industry", "year"], "size": [3, 3, 2],
      "role": {"time": ["year"], "geo": ["area"]}, "dimension": {
      "area": {"category": {"index": {"W06000003": 2, "E06000001": 0, "E06000002": 1}, "label": {\(labels(Self.regions))}}},
      "industry": {"category": {"index": [\(codes)], "label": {\(labels(Self.industries))}}},
      "year": {"category": {"index": ["2019", "2020"]}}},
      "value": \(isSparse ? "{" + list(numbers) + "}" : "[" + dense + "]"), "status": {\(list(statuses))}}
      """
  }

  func sdmx(hasLabels: Bool) -> String {
    let header =
      hasLabels
      ? "DATAFLOW,REF_AREA: Reference area,ACTIVITY: Activity,TIME_PERIOD: Time,OBS_VALUE: Value,OBS_STATUS: Status,CONF_STATUS: C"
      : "DATAFLOW,REF_AREA,REF_AREA_label,ACTIVITY,ACTIVITY_label,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS"
    return header + "\n"
      + cells.map {
        let (region, industry) = (Self.regions[$0.region], Self.industries[$0.industry])
        let keys =
          hasLabels
          ? [Self.quoted("\(region.0): \(region.1)"), Self.quoted("\(industry.0): \(industry.1)")]
          : [region.0, Self.quoted(region.1), industry.0, Self.quoted(industry.1)]
        let isHidden = $0.status == .suppressed
        let status = [isHidden ? "A" : Self.letter($0.status), isHidden ? "C" : "F"]
        return (["O:F(1.0)"] + keys + ["\($0.year)", number($0)] + status).joined(separator: ",")
      }
      .joined(separator: "\n") + "\n"
  }
}

@Suite struct SamePanelTests {
  private func cells(_ text: String, _ options: PanelOptions, _ name: String) throws -> CellList {
    CellList(try TableInput.delimited(InputFile(text: text, name: name)).panel(options).panel)
  }

  @Test(
    "One panel is equal cell for cell through every form that can say its statuses",
    arguments: [1, 2, 3, 4],
    [RoundingRule.none, .bres(.inferred), .nearest(5)]
  )
  func everyForm(seed: Int, rounding: RoundingRule) throws {
    let same = SamePanel(seed: seed, statuses: SamePanel.all)
    var options = PanelOptions()
    options.rounding = rounding
    let expected = try cells(same.tidy, options, "tidy.csv")
    #expect(expected.items.count == 18 && Set(expected.items.map(\.status)).count >= 7)
    #expect(rounding == .none || expected.items.contains { !$0.bounds.isExact && $0.value != nil })
    let folder = try TemporaryFolder()
    let path = folder.path + "/same.xlsx"
    try AtomicFile.write(try same.workbook, to: path)
    let sheet = CellList(try TableInput(path: path).panel(options).panel)
    #expect(sheet == expected)
    #expect(try cells(same.jsonStat(isSparse: false), options, "dense.json") == expected)
    #expect(try cells(same.jsonStat(isSparse: true), options, "sparse.json") == expected)
    #expect(try cells(same.sdmx(hasLabels: false), options, "sdmx.csv") == expected)
    #expect(try cells(same.sdmx(hasLabels: true), options, "labels.csv") == expected)
  }

  @Test("The forms of Nomis give the same cells where they can say them", arguments: [1, 2, 3])
  func nomis(seed: Int) throws {
    var options = PanelOptions()
    options.rounding = .bres(.inferred)
    let few = SamePanel(seed: seed, statuses: [.suppressed, .notAvailable, .observed])
    let expected = try cells(few.tidy, options, "tidy.csv")
    #expect(try cells(few.nomisBlocks, options, "blocks.csv") == expected)
    let many = SamePanel(seed: seed, statuses: SamePanel.all.filter { $0 != .notApplicable })
    var interface = try cells(many.nomisAPI, options, "api.csv")
    for index in interface.items.indices {
      // The interface writes the code before the title.
      let item = interface.items[index]
      #expect(item.industryTitle.hasPrefix(item.industry + " : "))
      interface.items[index].industryTitle = String(item.industryTitle.dropFirst(item.industry.count + 3))
    }
    #expect(interface == (try cells(many.tidy, options, "tidy.csv")))
  }
}
