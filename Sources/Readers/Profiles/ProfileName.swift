import Panels

/// The kinds of source whose files are understood: their shape, their markers, the names of their columns.
public enum ProfileName: String, Hashable, Sendable, CaseIterable {
  /// One row a number, one column a variable; an empty cell is not available.
  case tidy
  /// CSV from the Nomis interface: long, with codes, names and statuses.
  case nomisAPI = "nomis-api"
  /// A download from the Nomis pages: a block of metadata, one table after the other, footnotes.
  case nomisDownload = "nomis-download"
  /// A sheet of an ONS workbook: title rows, years across, totals nested among the rows.
  case onsWide = "ons-wide"
  /// A table of the Government Statistical Service, with markers in square brackets.
  case gss
  /// A Eurostat table: SDMX-CSV, or tab-separated with years across and flags after the numbers.
  case eurostat
  /// SDMX-CSV of any agency but Eurostat, such as the OECD, and JSON-stat that says of no agency that it is its own.
  case sdmx
  /// A table of the US Census Bureau or Bureau of Labor Statistics.
  case us

  /// Reads the name of a profile.
  ///
  /// - Parameter text: The text of an option.
  /// - Throws: ``ReadError/unknownProfile(_:nearest:)`` with near names.
  public init(named text: String) throws(ReadError) {
    guard let profile = ProfileName(rawValue: text.lowercased()) else {
      throw .unknownProfile(text, nearest: NearestNames.of(text, among: ProfileName.allCases.map(\.rawValue)))
    }
    self = profile
  }
}
