public import ArgumentParser
public import Measures

/// Names of measures of concentration, with commas between.
public struct MeasureNames: Hashable, Sendable, ExpressibleByArgument {
  /// The measures in order.
  public var measures: [ConcentrationMeasure]

  init(_ measures: [ConcentrationMeasure]) { self.measures = measures }

  /// Reads names with commas between; nil if one is not known.
  ///
  /// - Parameter argument: The text of the option.
  public init?(argument: String) {
    let names = argument.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmed }
    let measures = names.compactMap { ConcentrationMeasure(name: $0) }
    guard measures.count == names.count, !measures.isEmpty else { return nil }
    self.measures = measures
  }

  /// The names with commas between.
  var option: String { measures.map(\.name).joined(separator: ",") }

  /// The names, for the help text.
  public var defaultValueDescription: String { option }
}

extension Substring {
  /// The text without spaces at its ends.
  fileprivate var trimmed: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

/// What regions are compared with.
public enum ReferenceName: String, Hashable, Sendable, CaseIterable, ExpressibleByArgument {
  /// All activity of the table.
  case activity
  /// Land area.
  case area
  /// The same share for every region.
  case equal
}
