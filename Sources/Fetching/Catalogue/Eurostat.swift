extension Licence {
  /// What Eurostat allows: Creative Commons Attribution, where no other terms are noted.
  static let eurostat = Licence(
    name: "CC BY 4.0 (Eurostat)",
    address: "https://ec.europa.eu/eurostat/help/copyright-notice"
  )
}

extension Service {
  /// The dissemination interface of Eurostat, SDMX 2.1.
  static let eurostat = Service(
    name: "Eurostat dissemination API",
    base: "https://ec.europa.eu/eurostat/api/dissemination/sdmx/2.1",
    secondsBetweenRequests: 1
  )
}

/// A dataset of Eurostat: its dimensions in the order of its key.
struct EurostatDataset: Sendable {
  /// A dimension of the key: a fixed code, a parameter of the source, or everything.
  enum Dimension: Sendable {
    case fixed(String, String)
    case chosen(String, SourceParameter)

    var column: String {
      switch self {
      case .fixed(let column, _), .chosen(let column, _): column
      }
    }
  }

  var code: String
  var dimensions: [Dimension]
  var years: ClosedRange<Int>

  /// What may be chosen: years, then what the dimensions leave open.
  var parameters: [SourceParameter] {
    [SourceParameter(name: "year", meaning: "Which years.", domain: .years(years), isList: true)]
      + dimensions.compactMap { dimension in
        if case .chosen(_, let parameter) = dimension { parameter } else { nil }
      }
  }

  /// The columns of the answer.
  var columns: [String] { dimensions.map(\.column) + ["TIME_PERIOD", "OBS_VALUE", "OBS_FLAG"] }

  /// One request for all years from the first to the last.
  func plan(_ arguments: SourceArguments, table: TableTemplate) throws(FetchError) -> FetchPlan {
    let years = arguments.years("year").sorted()
    if let first = years.first, let last = years.last, last - first + 1 != years.count {
      throw .unusable(
        parameter: "year",
        value: arguments.values("year").joined(separator: ","),
        reason:
          "the service takes a first and a last year; give a span without a gap, such as \(first)-\(last)"
      )
    }
    let key = dimensions.map { dimension in
      switch dimension {
      case .fixed(_, let code): code
      case .chosen(_, let parameter): arguments.code(parameter.name, separator: "+")
      }
    }
    var query = [QueryItem("format", "SDMX-CSV")]
    if let first = years.first, let last = years.last {
      query += [QueryItem("startPeriod", String(first)), QueryItem("endPeriod", String(last))]
    }
    return FetchPlan(
      requests: [
        FetchRequest(path: "/data/\(code)/\(key.joined(separator: "."))", query: query, accept: "text/csv")
      ],
      format: .csv,
      expectation: Expectation(columns: columns, numbers: ["OBS_VALUE"], markers: [":"]),
      table: table
    )
  }

  /// The source of the dataset.
  func source(
    name: String,
    title: String,
    holds: String,
    caution: String,
    table: @escaping @Sendable (SourceArguments) -> TableTemplate
  ) -> OfficialSource {
    OfficialSource(
      name: name,
      title: title,
      publisher: "Eurostat",
      holds: holds,
      licence: .eurostat,
      attribution: "Source: Eurostat (online data code: \(code)), {year}, retrieved on {retrieved}.",
      documentation: "https://ec.europa.eu/eurostat/databrowser/view/\(code)/default/table",
      caution: caution,
      service: .eurostat,
      parameters: parameters,
      plan: { arguments throws(FetchError) in try self.plan(arguments, table: table(arguments)) }
    )
  }
}

extension SourceParameter {
  /// Regions of Eurostat: all, or codes of NUTS.
  static let nuts = SourceParameter(
    name: "geography",
    meaning: "Which regions; all levels of NUTS if not given.",
    domain: .codes(
      .init("a code of NUTS such as DE, DE2 or DE21") { text in
        (2...5).contains(text.utf8.count)
          && text.utf8.prefix(2).allSatisfy { (0x41...0x5A).contains($0) }
          && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
      }
    ),
    standard: [],
    isList: true
  )

  /// A dimension of which a list of values may be chosen.
  static func dimension(
    _ name: String,
    _ meaning: String,
    _ values: [Value],
    standard: String,
    isList: Bool = false
  ) -> SourceParameter {
    SourceParameter(
      name: name,
      meaning: meaning,
      domain: .oneOf(values),
      standard: [standard],
      isList: isList
    )
  }

  /// The industries of the regional accounts of Eurostat: ten groups, manufacturing, the total.
  static let accountsIndustry = dimension(
    "industry",
    "Which industries of NACE Rev. 2.",
    [
      .init(
        "groups",
        code: "TOTAL+A+B-E+C+F+G-I+J+K+L+M_N+O-Q+R-U",
        meaning: "ten groups, manufacturing, and the total"
      ),
      .init("total", code: "TOTAL", meaning: "all industries together"),
      .init("manufacturing", code: "C", meaning: "manufacturing"),
    ],
    standard: "groups"
  )
}
