import Measures
import Panels
import Studies

/// The numbers of a table as an earlier release gave them, to see whether a change is one of the places or of the agency's mind.
struct EarlierRelease: Sendable {
  /// The name of the earlier release in the study.
  let name: String
  private let panel: Panel
  private let later: Panel

  init(_ name: String, _ panel: Panel, of later: Panel) {
    self.name = name
    self.panel = panel
    self.later = later
  }

  /// Returns the change from the first to the last window in the earlier release, at its published numbers.
  ///
  /// A window counts with those of its periods that the earlier release has.
  ///
  /// - Parameters:
  ///   - windows: The windows, as places in `periods`.
  ///   - periods: The periods that are asked for.
  ///   - industries: The positions of the industries in the later release.
  ///   - number: The number of a period, of industries of the earlier release.
  /// - Returns: The change, or nil if the earlier release has other regions, lacks an industry or all periods of a window, or
  ///   does not determine the number.
  func change(
    over windows: [PeriodWindow],
    of periods: [Period],
    industries: [Int],
    _ number: (Panel, [Int], Int) throws -> Double
  ) -> Double? {
    guard let first = windows.first, let last = windows.last, windows.count > 1 else { return nil }
    // Of the same regions in the same order, so that land areas and the like belong to them too.
    guard panel.regions.codes == later.regions.codes else { return nil }
    let known = industries.compactMap { panel.industries.position(of: later.industries[$0].code) }
    guard known.count == industries.count else { return nil }
    func mean(_ window: PeriodWindow) -> Double? {
      let places = window.positions.compactMap { try? panel.position(of: periods[$0]) }
      let numbers = places.compactMap { try? number(panel, known, $0) }
      guard !numbers.isEmpty, numbers.count == places.count else { return nil }
      return numbers.reduce(0, +) / Double(numbers.count)
    }
    guard let start = mean(first), let end = mean(last) else { return nil }
    return end - start
  }
}

extension Estimate {
  /// The estimate of a change with what an earlier release said of it: verdicts then rest on both.
  func revised(from earlier: Double?) -> Estimate {
    guard let earlier, let value else { return self }
    var revised = self
    revised.revision = Bounds(min(value, earlier), max(value, earlier))
    return revised
  }
}

extension EarlierRelease {
  /// What a note says of a change in two releases.
  func words(_ change: Estimate?) -> String? {
    guard let revision = change?.revision, let value = change?.value else { return nil }
    let earlier = revision.lower == value ? revision.upper : revision.lower
    return
      "In the earlier release '\(name)' the change was \(Words.number(earlier)), now \(Words.number(value))."
  }
}
