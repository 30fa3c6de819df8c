/// A closed line: its last position is joined to its first, which is not repeated.
public struct Ring: Hashable, Sendable {
  /// The positions in order, the first not repeated at the end.
  public let positions: [Position]

  /// Makes a ring; a first position that is repeated at the end, and any position repeated at once, is dropped.
  ///
  /// - Parameter positions: The positions in order, in either direction, closed or not.
  public init(_ positions: [Position]) {
    var kept: [Position] = []
    kept.reserveCapacity(positions.count)
    for position in positions where position != kept.last { kept.append(position) }
    while kept.count > 1, kept.first == kept.last { kept.removeLast() }
    self.positions = kept
  }

  /// Whether the ring can enclose something: at least three positions.
  public var isProper: Bool { positions.count >= 3 }

  /// The area on the ellipsoid in km², positive where the ring runs against the clock.
  ///
  ///     A = Σ (λⱼ₊₁ − λⱼ) · −½ (Q(φⱼ) + Q(φⱼ₊₁)),   Q(φ) = area from the equator to φ a radian of longitude
  ///
  /// The area of the ring on the cylindrical equal-area projection of the WGS 84 ellipsoid, its edges taken as straight
  /// lines there. Edges of boundary files are so short that great circles, geodesics and grid lines give the same to
  /// about one part in a million. A ring that crosses the 180th meridian is unwound; one around a pole is not supported.
  ///
  /// **Complexity.** O(positions).
  /// **Source.** Snyder (1987), Map Projections: A Working Manual, USGS Professional Paper 1395, the authalic latitude,
  /// doi:10.3133/pp1395. **Checked against.** The whole ellipsoid's surface; areas of the UK's ITL regions on the
  /// British National Grid.
  public var signedArea: Double {
    guard isProper, let last = positions.last else { return 0 }
    var sum = 0.0
    var previous = last
    var previousArea = Earth.area(fromEquatorTo: Angle.sine(Angle.radians(last.latitude)))
    for position in positions {
      let area = Earth.area(fromEquatorTo: Angle.sine(Angle.radians(position.latitude)))
      var step = position.longitude - previous.longitude
      if step > 180 { step -= 360 }
      if step < -180 { step += 360 }
      sum -= Angle.radians(step) * (area + previousArea) / 2
      previous = position
      previousArea = area
    }
    return sum
  }

  /// The area on the ellipsoid in km².
  public var area: Double { signedArea.magnitude }

  /// The length of the ring along great circles.
  public var length: Distance {
    guard var previous = positions.last else { return Distance(kilometres: 0) }
    var sum = 0.0
    for position in positions {
      sum += previous.distance(to: position).kilometres
      previous = position
    }
    return Distance(kilometres: sum)
  }

  /// Half the integral of the outward unit vector over the area inside, positive against the clock.
  ///
  ///     M = ½ Σ θⱼ nⱼ
  ///
  /// with θⱼ the angle of an edge and nⱼ the unit normal of its plane: the direction of M is the centroid on the sphere.
  var vectorArea: SIMD3<Double> {
    guard isProper, let last = positions.last else { return .zero }
    var sum = SIMD3<Double>.zero
    var previous = last.unitVector
    for position in positions {
      let next = position.unitVector
      // The cross product of the mean and the difference keeps its digits for short edges.
      let normal = cross((previous + next) / 2, next - previous)
      let sine = length3(normal)
      if sine > 0 {
        let cosine = previous.x * next.x + previous.y * next.y + previous.z * next.z
        sum += normal / sine * (Angle.arcTangent(sine, cosine) / 2)
      }
      previous = next
    }
    return sum
  }
}

/// A ring with holes.
public struct Polygon: Hashable, Sendable {
  /// The outer ring.
  public let exterior: Ring
  /// The rings of the holes, inside the outer ring and outside each other.
  public let holes: [Ring]

  /// Makes a polygon.
  ///
  /// - Parameters:
  ///   - exterior: The outer ring, in either direction.
  ///   - holes: The rings of the holes, in either direction.
  public init(exterior: Ring, holes: [Ring] = []) {
    self.exterior = exterior
    self.holes = holes
  }

  /// All rings, the outer one first.
  public var rings: [Ring] { [exterior] + holes }

  /// The area on the ellipsoid in km², without the holes.
  public var area: Double {
    max(0, holes.reduce(exterior.area) { $0 - $1.area })
  }

  var vectorArea: SIMD3<Double> {
    func oriented(_ ring: Ring) -> SIMD3<Double> {
      ring.signedArea < 0 ? -ring.vectorArea : ring.vectorArea
    }
    return holes.reduce(oriented(exterior)) { $0 - oriented($1) }
  }
}

func cross(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> SIMD3<Double> {
  SIMD3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
}

func length3(_ a: SIMD3<Double>) -> Double {
  (a.x * a.x + a.y * a.y + a.z * a.z).squareRoot()
}
