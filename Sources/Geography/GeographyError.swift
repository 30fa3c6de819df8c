import Panels

/// What can be wrong with boundaries.
public enum GeographyError: Error, Equatable, Sendable {
  /// A region without a piece of land.
  case noLand(code: String)
  /// A ring that encloses nothing.
  case degenerateRing(code: String, positions: Int)
  /// A position outside of 180 degrees west to east and 90 south to north.
  case notOnEarth(code: String, Position)
  /// Two regions with codes that match.
  case duplicateCode(String)
  /// A code that the layer does not have, with up to three near ones.
  case unknownCode(String, layer: String, nearest: [String])
}

extension GeographyError: CustomStringConvertible {
  /// What was given, where, and what to do about it.
  public var description: String {
    switch self {
    case .noLand(let code):
      "Region '\(code)' has no polygon. Give its boundary, or leave it out of the layer."
    case .degenerateRing(let code, let positions):
      "Region '\(code)' has a ring of \(positions) different positions; three are needed to enclose land."
    case .notOnEarth(let code, let position):
      "Region '\(code)' has a position at longitude \(position.longitude), latitude \(position.latitude). "
        + "Degrees on WGS 84, or metres on the British National Grid, are needed."
    case .duplicateCode(let code):
      "Code '\(code)' stands twice in one layer of boundaries. Each region needs a code of its own."
    case .unknownCode(let code, let layer, let nearest):
      "There is no region '\(code)' in the boundaries '\(layer)'\(PanelError.ending(nearest))"
    }
  }
}
