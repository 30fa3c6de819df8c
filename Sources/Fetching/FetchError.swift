/// What can keep a table from being fetched.
public enum FetchError: Error, Equatable, Sendable {
  // MARK: What was asked for
  /// A source that is not in the catalogue.
  case unknownSource(String, known: [String])
  /// A parameter that the source does not have.
  case unknownParameter(String, source: String, known: [String])
  /// A value that the parameter does not take.
  case unknownValue(String, parameter: String, source: String, needed: String, nearest: [String])
  /// A parameter that must be given.
  case missingParameter(String, source: String, needed: String)
  /// Several values where one is taken.
  case severalValues(parameter: String, source: String, values: [String])
  /// A choice that the source cannot answer.
  case unusable(parameter: String, value: String, reason: String)
  /// An address to send requests to that is not taken.
  case address(String, reason: String)
  /// A setting of the fetch that is out of its range.
  case setting(String, value: String, needed: String)

  // MARK: The way there
  /// No connection, or one that broke; after the last try.
  case unreachable(address: String, reason: String, tries: Int)
  /// A status other than that of an answer; after the last try if it may pass.
  case status(address: String, status: Int, says: String, tries: Int)
  /// No first byte, or no further byte, within the time.
  case silent(address: String, seconds: Double, received: Int, tries: Int)
  /// An answer that was not complete within the time.
  case tooSlow(address: String, seconds: Double, received: Int)
  /// A body that ended before its length; after the last try.
  case truncated(address: String, received: Int, expected: Int?, tries: Int)
  /// A body longer than the limit.
  case tooLong(address: String, limit: Int)
  /// A redirect to a host that is not the service's.
  case redirected(address: String, to: String, allowed: [String])
  /// More redirects than are followed.
  case tooManyRedirects(address: String, limit: Int)
  /// A page that is not in the cache, where only the cache may answer.
  case notCached(address: String, folder: String)

  // MARK: What came
  /// An answer of another kind than was asked for.
  case otherContent(address: String, found: String, needed: String, begins: String)
  /// Columns that are missing.
  case changedHeader(address: String, missing: [String], new: [String], found: [String])
  /// A page whose header is not that of the first page.
  case unequalHeaders(address: String, first: [String], found: [String])
  /// A row with more or fewer cells than the header.
  case unevenRow(address: String, row: Int, found: Int, expected: Int)
  /// Text where a number should be.
  case notANumber(address: String, row: Int, column: String, text: String, others: Int)
  /// Codes that were asked for and did not come.
  case missingCodes([String], parameter: String, found: Int, nearest: [[String]])
  /// Another number of records than the service promised.
  case recordCount(address: String, promised: Int, received: Int)
  /// An answer without a record.
  case noRecords(address: String)
  /// An answer that cannot be read as what it should be.
  case unreadable(address: String, reason: String)
  /// More pages than are asked for.
  case tooManyPages(address: String, limit: Int)
}
