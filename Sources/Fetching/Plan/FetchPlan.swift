/// The requests that answer a choice of parameters, what is expected of the answers, and what the file then is.
public struct FetchPlan: Sendable {
  /// The requests, in the order in which their answers are joined.
  public var requests: [FetchRequest]
  /// What an answer is, and how answers are joined to one file.
  public var format: AnswerFormat
  /// What the answers must hold.
  public var expectation: Expectation
  /// How a study reads the file; nil for a file that is no table of a study, such as boundaries.
  public var table: TableTemplate?

  /// Makes a plan.
  ///
  /// - Parameters:
  ///   - requests: The requests, in the order in which their answers are joined.
  ///   - format: What an answer is, and how answers are joined.
  ///   - expectation: What the answers must hold.
  ///   - table: How a study reads the file.
  public init(
    requests: [FetchRequest],
    format: AnswerFormat,
    expectation: Expectation = Expectation(),
    table: TableTemplate? = nil
  ) {
    self.requests = requests
    self.format = format
    self.expectation = expectation
    self.table = table
  }
}

/// One request, or one series of pages.
public struct FetchRequest: Hashable, Sendable {
  /// What follows the base of the service, beginning with a slash; without the query.
  public var path: String
  /// The query, in order; encoded when the address is made.
  public var query: [QueryItem]
  /// The kind of answer that is asked for, such as `text/csv`; nil to ask for none.
  public var accept: String?
  /// How the answer goes on.
  public var paging: Paging

  /// Makes a request.
  ///
  /// - Parameters:
  ///   - path: What follows the base of the service, beginning with a slash.
  ///   - query: The query, in order.
  ///   - accept: The kind of answer that is asked for.
  ///   - paging: How the answer goes on.
  public init(path: String, query: [QueryItem] = [], accept: String? = nil, paging: Paging = .none) {
    self.path = path
    self.query = query
    self.accept = accept
    self.paging = paging
  }
}

/// A name and a value of the query of an address.
public struct QueryItem: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The value, not encoded.
  public var value: String
  /// Whether the value is a key that must not be printed or recorded.
  public var isSecret: Bool

  /// Makes an item.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - value: The value, not encoded.
  ///   - isSecret: Whether the value is a key that must not be printed.
  public init(_ name: String, _ value: String, isSecret: Bool = false) {
    self.name = name
    self.value = value
    self.isSecret = isSecret
  }
}

/// How an answer goes on where a service returns only so many records a request.
public enum Paging: Hashable, Sendable {
  /// How the last page is known.
  public enum End: Hashable, Sendable {
    /// A column of a CSV repeats how many records there are in all: `RECORD_COUNT` of Nomis.
    case countColumn(String)
    /// A JSON answer says that it was cut: `exceededTransferLimit` of ArcGIS.
    case exceededTransferLimit
    /// A page with fewer records than were asked for.
    case shortPage
  }

  /// The whole answer comes at once.
  case none
  /// Pages by the number of records before them.
  ///
  /// `offset` and `limit` name the items of the query; `size` is how many records a page has.
  case offset(offset: String, limit: String, size: Int, end: End)
}

/// What an answer is, and how several are joined to one file.
public enum AnswerFormat: Hashable, Sendable {
  /// Comma-separated text with a header: the header once, then the rows of all answers.
  case csv
  /// GeoJSON: one collection with the features of all answers.
  case geoJSON
  /// A JSON array of arrays, the first being the header; becomes CSV.
  case jsonRows
  /// A JSON array of objects at a path of names; becomes CSV.
  ///
  /// `member` names an object in each that holds the columns (`attributes` of ArcGIS); nil if the object itself does.
  case jsonRecords(path: [String], member: String?)
  /// Any JSON, kept as it comes; one answer only.
  case json
  /// A file that is kept as it comes, checked by its first bytes; one answer only.
  case file(FileKind)
  /// The only member of a zip archive whose name ends so; the member is CSV; one answer or several.
  case zippedCSV(ending: String)

  /// The ending of the file that is written.
  public var fileEnding: String {
    switch self {
    case .csv, .jsonRows, .jsonRecords, .zippedCSV: "csv"
    case .geoJSON: "geojson"
    case .json: "json"
    case .file(let kind): kind.rawValue
    }
  }
}

/// A kind of file that is kept as it comes.
public enum FileKind: String, Hashable, Sendable {
  /// A workbook of Excel.
  case xlsx
  /// A zip archive.
  case zip
  /// Text of any kind.
  case csv
}
