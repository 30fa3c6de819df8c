/// A place on a plane, in metres or in the unit of the projection that made it.
public struct PlanarPoint: Hashable, Sendable {
  /// How far to the east.
  public var x: Double
  /// How far to the north.
  public var y: Double

  /// Makes a point.
  ///
  /// - Parameters:
  ///   - x: How far to the east.
  ///   - y: How far to the north.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// The transverse Mercator projection of an ellipsoid: conformal, true to scale near one meridian.
///
/// Krüger's series in the third flattening n, to the fourth order: exact to well under a millimetre within 20 degrees of
/// the central meridian.
///
/// **Complexity.** O(1) a point. **Source.** Karney (2011), Transverse Mercator with an accuracy of a few nanometers,
/// J. Geodesy 85, 475–485, doi:10.1007/s00190-011-0445-3. **Checked against.** The worked example of Ordnance Survey,
/// A Guide to Coordinate Systems in Great Britain, annexe C.
public struct TransverseMercator: Hashable, Sendable {
  /// The ellipsoid that is projected.
  public let ellipsoid: Ellipsoid
  /// Where x and y are 0, before ``falseOrigin``.
  public let origin: Position
  /// The scale on the central meridian.
  public let scale: Double
  /// What is added to x and y, in metres.
  public let falseOrigin: PlanarPoint
  private let forward: [Double]
  private let backward: [Double]
  private let rectifyingRadius: Double
  private var originDistance = 0.0

  /// Makes a projection.
  ///
  /// - Parameters:
  ///   - ellipsoid: The ellipsoid that is projected.
  ///   - origin: Where x and y are 0, before the false origin.
  ///   - scale: The scale on the central meridian.
  ///   - falseOrigin: What is added to x and y, in metres.
  public init(
    ellipsoid: Ellipsoid = .wgs84,
    origin: Position,
    scale: Double = 1,
    falseOrigin: PlanarPoint = PlanarPoint(x: 0, y: 0)
  ) {
    self.ellipsoid = ellipsoid
    self.origin = origin
    self.scale = scale
    self.falseOrigin = falseOrigin
    let a = ellipsoid.semiMajorAxis
    let b = ellipsoid.semiMinorAxis
    let n = (a - b) / (a + b)
    let (n2, n3, n4) = (n * n, n * n * n, n * n * n * n)
    forward = [
      n / 2 - 2 * n2 / 3 + 5 * n3 / 16 + 41 * n4 / 180, 13 * n2 / 48 - 3 * n3 / 5 + 557 * n4 / 1440,
      61 * n3 / 240 - 103 * n4 / 140, 49561 * n4 / 161_280,
    ]
    backward = [
      n / 2 - 2 * n2 / 3 + 37 * n3 / 96 - n4 / 360, n2 / 48 + n3 / 15 - 437 * n4 / 1440,
      17 * n3 / 480 - 37 * n4 / 840, 4397 * n4 / 161_280,
    ]
    rectifyingRadius = a / (1 + n) * (1 + n2 / 4 + n4 / 64)
    originDistance = 0
    originDistance = plane(Position(longitude: origin.longitude, latitude: origin.latitude)).y
  }

  /// Returns the point of a position, in metres.
  public func project(_ position: Position) -> PlanarPoint {
    let point = plane(position)
    return PlanarPoint(x: point.x + falseOrigin.x, y: point.y - originDistance + falseOrigin.y)
  }

  /// Returns the position of a point in metres.
  public func position(of point: PlanarPoint) -> Position {
    let xi = (point.y - falseOrigin.y + originDistance) / (scale * rectifyingRadius)
    let eta = (point.x - falseOrigin.x) / (scale * rectifyingRadius)
    var xiPrime = xi
    var etaPrime = eta
    for (order, beta) in backward.enumerated() {
      let twice = 2 * Double(order + 1)
      xiPrime -= beta * Angle.sine(twice * xi) * Angle.hyperbolicCosine(twice * eta)
      etaPrime -= beta * Angle.cosine(twice * xi) * Angle.hyperbolicSine(twice * eta)
    }
    let sinhEta = Angle.hyperbolicSine(etaPrime)
    let cosXi = Angle.cosine(xiPrime)
    let conformal = Angle.sine(xiPrime) / (sinhEta * sinhEta + cosXi * cosXi).squareRoot()
    return Position(
      longitude: origin.longitude + Angle.degrees(Angle.arcTangent(sinhEta, cosXi)),
      latitude: Angle.degrees(Angle.arcTangent(geodeticTangent(ofConformal: conformal), 1))
    )
  }

  /// The point before false origin and origin of latitude.
  private func plane(_ position: Position) -> PlanarPoint {
    let lambda = Angle.radians(position.longitude - origin.longitude)
    let tau = conformalTangent(of: Angle.tangent(Angle.radians(position.latitude)))
    let xiPrime = Angle.arcTangent(tau, Angle.cosine(lambda))
    let cosLambda = Angle.cosine(lambda)
    let etaPrime = Angle.hyperbolicArcSine(
      Angle.sine(lambda) / (tau * tau + cosLambda * cosLambda).squareRoot()
    )
    var xi = xiPrime
    var eta = etaPrime
    for (order, alpha) in forward.enumerated() {
      let twice = 2 * Double(order + 1)
      xi += alpha * Angle.sine(twice * xiPrime) * Angle.hyperbolicCosine(twice * etaPrime)
      eta += alpha * Angle.cosine(twice * xiPrime) * Angle.hyperbolicSine(twice * etaPrime)
    }
    return PlanarPoint(x: scale * rectifyingRadius * eta, y: scale * rectifyingRadius * xi)
  }

  /// The tangent of the conformal latitude, from the tangent of the geodetic one.
  private func conformalTangent(of tau: Double) -> Double {
    let e = ellipsoid.squaredEccentricity.squareRoot()
    let secant = (1 + tau * tau).squareRoot()
    let sigma = Angle.hyperbolicSine(e * Angle.hyperbolicArcTangent(e * tau / secant))
    return tau * (1 + sigma * sigma).squareRoot() - sigma * secant
  }

  /// The tangent of the geodetic latitude, by Newton's method.
  private func geodeticTangent(ofConformal target: Double) -> Double {
    let squared = ellipsoid.squaredEccentricity
    var tau = target / (1 - squared)
    for _ in 0..<6 {
      let conformal = conformalTangent(of: tau)
      let step =
        (target - conformal) / (1 + conformal * conformal).squareRoot()
        * (1 + (1 - squared) * tau * tau) / ((1 - squared) * (1 + tau * tau).squareRoot())
      tau += step
      if step.magnitude < 1e-15 * max(1, tau.magnitude) { break }
    }
    return tau
  }
}
