import Panels

extension ReadError: CustomStringConvertible {
  /// What was given, where, what is needed, and what to do about it.
  public var description: String {
    MessageText.line(fileText ?? formText ?? tableText ?? cellText)
  }

  private var fileText: String? {
    switch self {
    case .notFound(let file):
      "There is no file '\(file)'. Check the path; a relative one starts at the working directory."
    case .isDirectory(let file):
      "'\(file)' is a directory; a table is needed. Name a file in it."
    case .notReadable(let file, let reason):
      "'\(file)' cannot be read: \(reason)."
    case .empty(let file):
      "'\(file)' is empty; a header and at least one row are needed."
    case .onlyHeader(let file, let row):
      "'\(file)' names columns in row \(row) and holds nothing below; at least one row is needed. "
        + "Fetch it again, or check what was asked of the source."
    case .truncatedGzip(let file, let readBytes):
      "'\(file)' ends in the middle of its compressed content, after \(readBytes) bytes of text. Fetch it again."
    case .damagedGzip(let file, let reason):
      "'\(file)' is damaged: \(reason). Fetch it again."
    case .tooLarge(let file, let limit):
      "'\(file)' holds more than \(limit) bytes. Cut it into parts, or raise the limit if it is meant to be so large."
    case .endless(let file, let limit):
      "'\(file)' gave more than \(limit >> 20) MiB and did not end. Write it to a file first: a file is read in place."
    case .otherFormat(let file, let format, let advice):
      "'\(file)' is \(format), not delimited text. \(advice)"
    case .jsonStat(let file, let error):
      "'\(file)': \(error)"
    default: nil
    }
  }

  private var formText: String? {
    switch self {
    case .nulByte(let file, let row):
      "'\(file)' row \(row) holds a NUL byte, which no text does. "
        + "If it is UTF-16 without a byte-order mark, make a copy with: hinterland read --encoding utf-16le"
    case .notText(let file, let encoding, let row):
      "'\(file)' row \(row) is not text in \(encoding). Make a copy in UTF-8 with: hinterland read --encoding NAME"
    case .tooFewCells(let file, let row, let columns):
      "Up to line \(row) of '\(file)' so many lines have fewer cells than the \(columns) columns of the table that its "
        + "rectangle would be many times the file. Tell what is meant with --delimiter, or leave lines out with --skip."
    case .rowTooLong(let file, let row, let limit):
      "'\(file)' row \(row) is longer than \(limit) bytes. Check the line ends and the quotes near it."
    case .tooManyColumns(let file, let row, let limit):
      "'\(file)' row \(row) has more than \(limit) cells, which no table has. "
        + "Check the line ends and the delimiter; if it is so wide, turn columns into rows first."
    case .unclosedQuote(let file, let row, let column):
      "'\(file)' row \(row), cell \(column): a quote is opened and never closed. "
        + "Close it, or, if quotes are ordinary characters here, make a copy with: hinterland read --quote none"
    case .raggedRow(let file, let row, let found, let expected, let column):
      found < expected
        ? "'\(file)' row \(row) has \(found) cells, the header has \(expected): '\(column)' is missing. "
          + "Mend the row, or make a copy with: hinterland read --delimiter CHARACTER"
        : "'\(file)' row \(row) has \(found) cells, the header has \(expected): "
          + "'\(column)' stands beyond the last column. Mend the row, "
          + "or make a copy with: hinterland read --delimiter CHARACTER --quote CHARACTER"
    default: nil
    }
  }

  private var tableText: String? {
    switch self {
    case .noHeader(let file, let expected):
      "No row of '\(file)' looks like a header: \(expected) is needed. Name the columns, or choose --profile."
    case .unknownColumn(let file, let column, let role, let nearest, let known):
      "'\(file)' has no column '\(column)' for \(role)\(PanelError.suggestion(nearest))"
        + (nearest.isEmpty ? ". " : " ") + "It has: \(ReadError.list(known))."
    case .repeatedColumn(let file, let column):
      "'\(file)' has several columns named '\(column)'. Give each a name of its own."
    case .columnNeeded(let file, let role, let option, let known):
      "Which column of '\(file)' holds \(role)? Name it with \(option). It has: \(ReadError.list(known))."
    case .unknownFilterValue(let file, let column, let value, let nearest):
      "No row of '\(file)' has '\(value)' in column '\(column)'\(PanelError.suggestion(nearest))"
        + (nearest.isEmpty ? "." : "")
    case .nothingKept(let file, let rows):
      "None of the \(rows) rows of '\(file)' is left after the filters. Check --where."
    case .unknownProfile(let name, let nearest):
      "There is no profile '\(name)'\(PanelError.suggestion(nearest))"
        + (nearest.isEmpty ? ". " : " ")
        + "There are: \(ProfileName.allCases.map(\.rawValue).joined(separator: ", "))."
    case .unknownMeaning(let place, let nearest):
      "\(ReadError.at(place)): there is no such meaning of a marker\(PanelError.suggestion(nearest))"
        + (nearest.isEmpty ? "." : "")
    default: nil
    }
  }

  private var cellText: String {
    switch self {
    case .unknownMarker(let place, let profile):
      "\(ReadError.at(place)): neither a number nor a marker that profile \(profile) knows. "
        + "Choose the source with --profile, or replace it by one that the profile knows."
    case .notFinite(let place):
      "\(ReadError.at(place)): a finite number is needed. Leave the cell empty if there is none."
    case .ambiguousNumber(let place):
      "\(ReadError.at(place)): this may be a decimal comma or a thousands separator. "
        + "Write the numbers of this column without a sign between thousands, or with two decimals."
    case .unreadablePeriod(let place):
      "\(ReadError.at(place)): a year, a quarter such as 2019Q3, or a date is needed. "
        + "Drop rows that hold none with --where."
    case .emptyKey(let place):
      "\(ReadError.at(place)): a code or period is needed in every row. Mend the row, or drop it with --where."
    case .unknownStatus(let place, let profile):
      "\(ReadError.at(place)): profile \(profile) does not know this status. "
        + "Choose the source with --profile, or replace it by one that the profile knows."
    case .conflictingRows(let file, let first, let second, let key, let values):
      "'\(file)' rows \(first) and \(second) give \(key) different values: \(values.joined(separator: " and ")). "
        + "Keep one of them, or name the column that tells them apart with --where."
    case .tooManyCells(let file, let cells, let limit):
      "'\(file)' would make \(cells) cells of regions, industries and periods; at most \(limit) can be held. "
        + "Keep fewer with --where."
    case .boundsDisagree(let place):
      "\(ReadError.at(place)): lower bound, value and upper bound must ascend."
    case .panel(let file, let error):
      "'\(file)': \(error)"
    default: "The file cannot be read."
    }
  }

  /// "'file' row 3, column 'x', value 'y'".
  private static func at(_ place: CellPlace) -> String {
    let value = place.value.count > 60 ? place.value.prefix(60) + "…" : place.value[...]
    return "'\(place.file)' row \(place.row), column '\(place.column)', value '\(value)'"
  }

  /// The names of columns, the first twelve.
  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(12).map { $0.isEmpty ? "(no name)" : $0 }.joined(separator: ", ")
    return names.count > 12 ? shown + " and \(names.count - 12) more" : shown
  }
}
