import Panels

/// What a reader needs to know of a measure: the row of the list that the verb `measures` prints.
public struct MeasureDescription: Hashable, Sendable {
  /// The name in the `measure` column and on the command line.
  public let name: String
  /// The name in a title.
  public let title: String
  /// Of what the measure is: "concentration", "specialization", "share".
  public let family: String
  /// The formula as computed.
  public let formula: String
  /// The least and greatest value, and the value where nothing is uneven.
  public let range: String
  /// Which of several conventions is taken, and how zeros are treated.
  public let convention: String
  /// The work that defines the measure.
  public let source: String

  /// Every measure of the module, in the order to list them.
  public static var catalogue: [MeasureDescription] {
    ConcentrationMeasure.all.map(\.description) + SpecializationMeasure.allCases.map(\.description)
  }

  /// Returns the description of a measure by its name.
  ///
  /// - Parameter name: The name of a measure of concentration or specialization.
  /// - Returns: The description.
  /// - Throws: ``MeasureError/unknownMeasure(_:nearest:)`` with up to three near names.
  public static func named(_ name: String) throws(MeasureError) -> MeasureDescription {
    if let measure = ConcentrationMeasure(name: name) { return measure.description }
    if let measure = SpecializationMeasure(name: name) { return measure.description }
    throw MeasureError.unknownMeasure(name, nearest: nearest(to: name, among: catalogue.map(\.name)))
  }

  /// Returns up to three near names.
  static func nearest(to name: String, among known: [String]) -> [String] {
    NearestNames.of(name, among: known)
  }

  /// Returns a number as it stands in a name.
  static func text(_ number: Double) -> String { NumberText.shortest(number) }
}
