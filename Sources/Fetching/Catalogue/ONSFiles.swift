extension Service {
  /// The files of the Office for National Statistics, which are whole workbooks at an address of their own.
  static let onsFiles = Service(
    name: "ONS website",
    base: "https://www.ons.gov.uk",
    otherHosts: ["ons.gov.uk", "download.ons.gov.uk", "static.ons.gov.uk"],
    secondsBetweenRequests: 2,
    byteLimit: 200_000_000
  )
}

extension OfficialSource {
  /// Gross value added by region and industry, all levels of ITL, in one workbook.
  ///
  /// The address of the dataset and of its earlier versions (`current/previous/v10/…`) is as in public code that reads
  /// the release of April 2024; the workbook's name has stayed since. The sheets `Table1b` to `Table3c` are from there.
  static let onsRegionalGVA = OfficialSource(
    name: "ons-regional-gva",
    title: "Regional gross value added (balanced) by industry: all ITL regions",
    publisher: "Office for National Statistics",
    holds:
      "GVA by ITL1, ITL2, ITL3 region and industry (SIC 2007), United Kingdom, each year from 1998, a workbook",
    licence: .openGovernment3,
    attribution:
      "Source: Office for National Statistics, Regional gross value added (balanced) by industry, retrieved on "
      + "{retrieved}. Contains public sector information licensed under the Open Government Licence v3.0.",
    documentation: gvaPage,
    caution:
      "Industries and their totals stand in one table: never add across levels; chained volumes never add; the "
      + "vintage of ITL changes with the release.",
    service: .onsFiles,
    parameters: [
      SourceParameter(
        name: "level",
        meaning: "Which level of regions the entry of the study reads; the file has all.",
        domain: .oneOf([
          .init("ITL1", code: "1", meaning: "12 regions and nations"),
          .init("ITL2", code: "2", meaning: "groups of counties"),
          .init("ITL3", code: "3", meaning: "counties and groups of districts"),
        ]),
        standard: ["ITL2"]
      ),
      SourceParameter(
        name: "prices",
        meaning: "Which prices the entry of the study reads; the file has all.",
        domain: .oneOf([
          .init("current", code: "c", meaning: "current prices, GBP million"),
          .init("chained", code: "b", meaning: "chained volume, in money of the reference year"),
        ]),
        standard: ["current"]
      ),
      version,
    ],
    plan: { arguments throws(FetchError) in
      FetchPlan(
        requests: [
          file(
            gvaPage,
            arguments,
            name: "regionalgrossvalueaddedbalancedbyindustryandallitlregions.xlsx"
          )
        ],
        format: .file(.xlsx),
        table: TableTemplate(
          region: "ITL region code",
          regionName: "Region name",
          industry: "SIC07 code",
          industryTitle: "SIC07 description",
          total: "Total",
          unit: "GBP million",
          prices: arguments.code("prices") == "c" ? "current" : "chained",
          profile: "ons-wide",
          sheet: "Table\(arguments.code("level"))\(arguments.code("prices"))",
          classification: "SIC 2007"
        )
      )
    }
  )
  .recalling("the name of the workbook in releases after April 2024", "the names of its columns")

  /// Workforce jobs by region and industry, quarterly.
  ///
  /// The folder is as in public code that reads the releases of July and September 2021; the name of the file carries
  /// the month of its release, so that it must be given.
  static let onsWorkforceJobs = OfficialSource(
    name: "ons-jobs05",
    title: "JOBS05: Workforce jobs by region and industry",
    publisher: "Office for National Statistics",
    holds: "Jobs by ITL1 region and section (SIC 2007), United Kingdom, each quarter from 1996, a workbook",
    licence: .openGovernment3,
    attribution:
      "Source: Office for National Statistics, JOBS05 Workforce jobs by region and industry, retrieved on "
      + "{retrieved}. Contains public sector information licensed under the Open Government Licence v3.0.",
    documentation: jobsPage,
    caution:
      "Not seasonally adjusted; jobs, not persons; one sheet a region, so that the study must name the sheet.",
    service: .onsFiles,
    parameters: [
      SourceParameter(
        name: "release",
        meaning: "The month of the release, as in the name of the file.",
        domain: .codes(.init("a month and year such as sep2024", accepts: isRelease))
      ),
      version,
    ],
    plan: { arguments throws(FetchError) in
      FetchPlan(
        requests: [file(jobsPage, arguments, name: "jobs05\(arguments.code("release").lowercased()).xlsx")],
        format: .file(.xlsx)
      )
    }
  )
  .recalling("that the workbook is .xlsx since 2022; it was .xls before")

  private static let gvaPage =
    "https://www.ons.gov.uk/economy/grossvalueaddedgva/datasets/"
    + "nominalandrealregionalgrossvalueaddedbalancedbyindustry"
  private static let jobsPage =
    "https://www.ons.gov.uk/employmentandlabourmarket/peopleinwork/employmentandemployeetypes/datasets/"
    + "workforcejobsbyregionandindustryjobs05"

  private static let version = SourceParameter(
    name: "version",
    meaning: "An earlier version, as the page of the dataset numbers them; the current one if not given.",
    domain: .codes(
      .init("a version such as v10") {
        $0.hasPrefix("v") && $0.count > 1 && $0.dropFirst().allSatisfy(\.isNumber)
      }
    ),
    standard: []
  )

  @Sendable private static func isRelease(_ text: String) -> Bool {
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    let year = text.dropFirst(3)
    return months.contains(text.prefix(3).lowercased()) && year.count == 4 && (Int(year) ?? 0) >= 1996
  }

  private static func file(_ page: String, _ arguments: SourceArguments, name: String) -> FetchRequest {
    let folder = page.dropFirst(Service.onsFiles.base.count)
    let version = arguments.codes("version").first.map { "/previous/\($0)" } ?? ""
    return FetchRequest(path: "/file", query: [QueryItem("uri", "\(folder)/current\(version)/\(name)")])
  }
}
