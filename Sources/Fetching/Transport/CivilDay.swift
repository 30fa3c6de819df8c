#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A day of the Gregorian calendar, in Greenwich time.
public struct CivilDay: Hashable, Sendable, CustomStringConvertible {
  /// The year.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The day of the month.
  public var day: Int

  /// Makes a day.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - month: The month, 1 to 12.
  ///   - day: The day of the month.
  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Makes the day that is so many days after 1 January 1970.
  ///
  /// Years are counted from 1 March, so that the leap day is the last of its year; 400 years have 146,097 days.
  ///
  /// - Parameter daysSince1970: The number of days, not negative.
  public init(daysSince1970: Int) {
    precondition(daysSince1970 >= 0, "\(daysSince1970) days since 1970 are negative")
    let shifted = daysSince1970 + 719_468
    let era = shifted / 146_097
    let ofEra = shifted % 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * ofYear + 2) / 153
    day = ofYear - (153 * march + 2) / 5 + 1
    month = march < 10 ? march + 3 : march - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The number of days after 1 January 1970.
  public var daysSince1970: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let ofEra = shifted % 400
    let march = month > 2 ? month - 3 : month + 9
    let ofYear = (153 * march + 2) / 5 + day - 1
    return era * 146_097 + 365 * ofEra + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  /// The day as 2026-11-27.
  public var description: String {
    func digits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(year)-\(digits(month))-\(digits(day))"
  }

  /// Today.
  public static var today: CivilDay { CivilDay(daysSince1970: Clock.now / 86_400) }
}

/// The time of the machine.
enum Clock {
  /// Seconds since 1970.
  static var now: Int { max(0, Int(time(nil))) }
}
