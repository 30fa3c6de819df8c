import Readers

/// The truth, written beside the study and named by nothing in it.
enum TruthFiles {
  /// Makes the files.
  static func files(of albion: Albion) -> [GeneratedFile] {
    let regions = albion.geography.regions.map(\.code)
    let districts = albion.geography.districts.map(\.code)
    let divisions = AlbionIndustry.all.map(\.code)
    let exact = albion.exact
    return [
      GeneratedFile(path: "truth/truth.json", text: json(albion.truth).sortedText),
      GeneratedFile(
        path: "truth/employment_regions.csv",
        bytes: wide(exact.regions.jobs, exact.regions.firstYear, regions, divisions)
      ),
      GeneratedFile(
        path: "truth/gva_regions_thousands.csv",
        bytes: wide(exact.regions.valueAdded, exact.regions.firstYear, regions, divisions)
      ),
      GeneratedFile(
        path: "truth/employment_districts.csv",
        bytes: wide(exact.districts.jobs, exact.districts.firstYear, districts, AlbionIndustry.groups)
      ),
      GeneratedFile(
        path: "truth/gva_districts_thousands.csv",
        bytes: wide(exact.districts.valueAdded, exact.districts.firstYear, districts, AlbionIndustry.groups)
      ),
    ]
  }

  private static func wide(
    _ block: ExactTables.Block,
    _ firstYear: Int,
    _ areas: [String],
    _ industries: [String]
  ) -> [UInt8] {
    var text = ByteText(capacity: block.values.count * 7)
    text.add("region,industry")
    for year in 0..<block.years { text.add(",\(firstYear + year)") }
    text.newline()
    for area in 0..<block.areas {
      for industry in 0..<block.industries {
        text.add("\(areas[area]),\(industries[industry])")
        for year in 0..<block.years {
          text.comma()
          text.add(block[year, area, industry])
        }
        text.newline()
      }
    }
    return text.bytes
  }

  private static func json(_ truth: Truth) -> JSONValue {
    func texts(_ values: [String]) -> JSONValue { .array(values.map(JSONValue.string)) }
    let industries = truth.industries.map { industry in
      JSONValue.object([
        JSONMember("industry", .string(industry.code)),
        JSONMember("concentration", .string(industry.course.rawValue)),
        JSONMember("turn", industry.turn.map(JSONValue.integer) ?? .null),
        JSONMember("traditional", .string(industry.traditional.rawValue)),
        JSONMember("exact_theil_by_year", .array(industry.theil.map(JSONValue.number))),
        JSONMember(
          "exact_traditional_quotient_by_year",
          .array(industry.traditionalQuotient.map(JSONValue.number))
        ),
      ])
    }
    return .object([
      JSONMember("invented", .bool(true)),
      JSONMember("seed", .string("\(truth.seed)")),
      JSONMember("nothing_planted", .bool(truth.isNothing)),
      JSONMember("advanced_manufacturing", .array(industries)),
      JSONMember("traditional_regions", texts(truth.traditionalRegions)),
      JSONMember("traditional", .string(truth.traditional.rawValue)),
      JSONMember("traditional_from", .integer(truth.traditionalFrom)),
      JSONMember("declining_regions", texts(truth.decliningRegions)),
      JSONMember("decline_from", .integer(truth.declineFrom)),
      JSONMember("density_class_by_region", texts(truth.densityClasses)),
      JSONMember("cities", .string(truth.cities.rawValue)),
      JSONMember("research", .string(truth.research.rawValue)),
      JSONMember("foreign_openings_in_traditional_regions", .string(truth.foreignOpenings.rawValue)),
    ])
  }
}
