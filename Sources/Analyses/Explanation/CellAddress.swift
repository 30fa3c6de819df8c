public import ArgumentParser
import Panels

/// Which number is to be explained.
public struct CellAddress: Hashable, Sendable, ExpressibleByArgument {
  /// The code of the region, if the measure is of one.
  public var region: String?
  /// The code of the industry, or the name of a definition.
  public var industry: String?
  /// The period.
  public var period: String?

  /// Reads `region=TLG1,industry=30300,period=2021`; parts may be left out, commas may stand within values.
  ///
  /// - Parameter argument: The text of the option.
  public init?(argument: String) {
    var found: [(name: String, start: String.Index, value: String.Index)] = []
    for name in ["region", "industry", "period"] {
      var search = argument.startIndex
      while let range = argument.range(of: name + "=", from: search) {
        if range.lowerBound == argument.startIndex
          || argument[argument.index(before: range.lowerBound)] == ","
        {
          found.append((name, range.lowerBound, range.upperBound))
          break
        }
        search = range.upperBound
      }
    }
    found.sort { $0.start < $1.start }
    guard let first = found.first, first.start == argument.startIndex else { return nil }
    for (position, part) in found.enumerated() {
      let end =
        position + 1 < found.count ? argument.index(before: found[position + 1].start) : argument.endIndex
      let value = String(argument[part.value..<end])
      guard !value.isEmpty else { return nil }
      switch part.name {
      case "region": region = value
      case "industry": industry = value
      default: period = value
      }
    }
  }
}

extension String {
  /// The place of a text within another, from some place on.
  fileprivate func range(of text: String, from start: Index) -> Range<Index>? {
    var position = start
    while position < endIndex {
      if self[position...].hasPrefix(text) { return position..<index(position, offsetBy: text.count) }
      position = index(after: position)
    }
    return nil
  }
}

/// A lower or an upper bound.
public enum BoundSide: String, Hashable, Sendable, CaseIterable, ExpressibleByArgument {
  /// The least value possible.
  case lower
  /// The greatest value possible.
  case upper
}
