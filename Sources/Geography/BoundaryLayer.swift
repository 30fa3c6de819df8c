import Panels

/// The boundaries of one geography, in order.
///
/// **Complexity.** Finding a code is O(1); finding the region at a position is O(regions) plus O(positions) of the
/// regions whose boxes hold it.
public struct BoundaryLayer: Sendable, Equatable {
  /// The name with its date, such as "ITL2 2021".
  public let name: String
  /// The boundaries in order.
  public let boundaries: [Boundary]
  private let positions: [String: Int]

  /// Makes a layer.
  ///
  /// - Parameters:
  ///   - name: The name with its date.
  ///   - boundaries: The boundaries in order, no two with codes that match.
  /// - Throws: ``GeographyError/duplicateCode(_:)`` if two codes match each other.
  public init(name: String, boundaries: [Boundary]) throws(GeographyError) {
    var positions: [String: Int] = [:]
    positions.reserveCapacity(boundaries.count)
    for (position, boundary) in boundaries.enumerated() {
      guard positions.updateValue(position, forKey: CodeMatching.key(boundary.code)) == nil else {
        throw .duplicateCode(boundary.code)
      }
    }
    self.name = name
    self.boundaries = boundaries
    self.positions = positions
  }

  /// The codes in order.
  public var codes: [String] { boundaries.map(\.code) }

  /// The box around all boundaries, or nil if there are none.
  public var boundingBox: BoundingBox? {
    guard let first = boundaries.first else { return nil }
    return boundaries.dropFirst().reduce(first.boundingBox) { $0.union($1.boundingBox) }
  }

  /// Returns the position of a code, or nil; codes match as `CodeMatching` says.
  public func position(of code: String) -> Int? { positions[CodeMatching.key(code)] }

  /// The boundary of a region, or nil.
  public subscript(code: String) -> Boundary? { position(of: code).map { boundaries[$0] } }

  /// Returns the boundary of a region.
  ///
  /// - Parameter code: The code; codes match as `CodeMatching` says.
  /// - Returns: The boundary.
  /// - Throws: ``GeographyError/unknownCode(_:layer:nearest:)`` with up to three near codes.
  public func boundary(of code: String) throws(GeographyError) -> Boundary {
    if let found = self[code] { return found }
    throw .unknownCode(code, layer: name, nearest: NearestNames.of(code, among: codes))
  }

  /// Returns the position of the first region that holds a place, or nil.
  public func region(at place: Position) -> Int? {
    boundaries.firstIndex { $0.contains(place) }
  }
}
