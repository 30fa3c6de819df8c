public import ArgumentParser
public import Measures

/// Names of measures of concentration, with commas between.
public struct MeasureNames: Hashable, Sendable, CustomStringConvertible {
  /// The measures in order, each once.
  public let measures: [ConcentrationMeasure]

  init(_ measures: [ConcentrationMeasure]) { self.measures = measures }

  /// Reads names with commas between.
  ///
  /// - Parameter text: The text of the option.
  /// - Throws: `MeasureError` with the nearest names for one that is not known.
  public init(named text: String) throws(MeasureError) {
    var measures: [ConcentrationMeasure] = []
    for name in OptionList.names(in: text) {
      let measure = try ConcentrationMeasure(named: name)
      if !measures.contains(measure) { measures.append(measure) }
    }
    self.measures = measures
  }

  /// The names with commas between, as they would be typed.
  public var description: String { measures.map(\.name).joined(separator: ",") }
}

/// Names of measures of specialization, with commas between.
public struct SpecializationNames: Hashable, Sendable, CustomStringConvertible {
  /// The measures in order, each once.
  public let measures: [SpecializationMeasure]

  init(_ measures: [SpecializationMeasure]) { self.measures = measures }

  /// Reads names with commas between.
  ///
  /// - Parameter text: The text of the option.
  /// - Throws: `MeasureError` with the nearest names for one that is not known.
  public init(named text: String) throws(MeasureError) {
    var measures: [SpecializationMeasure] = []
    for name in OptionList.names(in: text) {
      let measure = try SpecializationMeasure(named: name)
      if !measures.contains(measure) { measures.append(measure) }
    }
    self.measures = measures
  }

  /// The measures of one industry in one region.
  var ofCells: [SpecializationMeasure] { measures.filter { !$0.isOfWholeRegion } }

  /// The measures of a region over its industries.
  var ofRegions: [SpecializationMeasure] { measures.filter(\.isOfWholeRegion) }

  /// The names with commas between, as they would be typed.
  public var description: String { measures.map(\.name).joined(separator: ",") }
}

enum OptionList {
  /// Returns the parts of a text with commas between, without spaces around them; an empty text is one empty part.
  static func names(in text: String) -> [String] {
    text.split(separator: ",", omittingEmptySubsequences: false)
      .map { part in
        var part = part
        while part.first == " " { part.removeFirst() }
        while part.last == " " { part.removeLast() }
        return String(part)
      }
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
