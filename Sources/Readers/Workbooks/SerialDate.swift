/// What a number format makes of a number.
enum NumberFormatKind: Sendable {
  case number
  case date
  case time

  /// Judges a format by its number: those that every spreadsheet program knows.
  init?(builtIn number: Int) {
    switch number {
    case 14...17, 22, 27...36, 50...58: self = .date
    case 18...21, 45, 47: self = .time
    case 0...13, 37...44, 46, 48, 49: self = .number
    default: return nil
    }
  }

  /// Judges a format by its code: letters of dates and times outside of quotes, escapes and brackets.
  ///
  /// A format of elapsed time, such as `[h]:mm`, shows a length of time: its numbers stay numbers.
  init(code: String) {
    var kind = NumberFormatKind.number
    var characters = Array(code.unicodeScalars)[...]
    while let next = characters.popFirst() {
      switch next {
      case ";":
        self = kind
        return
      case "\"":
        while let quoted = characters.popFirst(), quoted != "\"" {}
      case "\\", "_", "*":
        _ = characters.popFirst()
      case "[":
        let inside = characters.prefix { $0 != "]" }
        characters = characters.dropFirst(inside.count + 1)
        if let first = inside.first, "hHmMsS".unicodeScalars.contains(first),
          inside.allSatisfy({ $0 == first })
        {
          self = .number
          return
        }
      case "y", "Y", "d", "D": kind = .date
      case "h", "H", "s", "S": if kind == .number { kind = .time }
      case "m", "M":
        if kind == .number, !characters.contains(where: { "hHsS".unicodeScalars.contains($0) }) {
          kind = .date
        }
      default: break
      }
    }
    self = kind
  }
}

/// Dates as days since an epoch, as spreadsheets keep them.
enum SerialDate {
  /// Returns a serial number as ISO 8601 text, or nil if it is no date.
  ///
  /// In the system of 1900 there is a day 60, 29 February 1900, that never was: days before it count from 31 December
  /// 1899, days after it from a day earlier. Times are rounded to the second.
  ///
  /// - Parameters:
  ///   - serial: Days since the epoch, with a fraction for the time.
  ///   - kind: A date, or a time of day.
  ///   - startsIn1904: Whether the workbook counts from 1 January 1904.
  /// - Returns: `2020-01-31`, `2020-01-31T12:30:00` or `12:30:00`.
  static func text(_ serial: Double, kind: NumberFormatKind, startsIn1904: Bool) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var day = Int(serial)
    var seconds = Int(((serial - Double(day)) * 86_400).rounded())
    if seconds == 86_400 {
      day += 1
      seconds = 0
    }
    let time = "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    if kind == .time, day == 0 { return time }
    let date: String
    if startsIn1904 {
      date = civilDate(daysSince1970: day - 24_107)
    } else if day == 60 {
      date = "1900-02-29"
    } else {
      date = civilDate(daysSince1970: day - (day < 60 ? 25_568 : 25_569))
    }
    return seconds == 0 ? date : "\(date)T\(time)"
  }

  /// The Gregorian date of a day, by counting in eras of 400 years that begin on 1 March.
  private static func civilDate(daysSince1970 days: Int) -> String {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(year)-\(two(month))-\(two(day))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
