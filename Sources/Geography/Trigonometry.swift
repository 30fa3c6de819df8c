#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The functions of angles, in radians, under one name each.
package enum Angle {
  package static func radians(_ degrees: Double) -> Double { degrees * (.pi / 180) }
  package static func degrees(_ radians: Double) -> Double { radians * (180 / .pi) }
  package static func sine(_ angle: Double) -> Double { sin(angle) }
  package static func cosine(_ angle: Double) -> Double { cos(angle) }
  package static func tangent(_ angle: Double) -> Double { tan(angle) }
  package static func arcSine(_ ratio: Double) -> Double { asin(max(-1, min(1, ratio))) }
  package static func arcTangent(_ y: Double, _ x: Double) -> Double { atan2(y, x) }
  package static func hyperbolicSine(_ x: Double) -> Double { sinh(x) }
  package static func hyperbolicCosine(_ x: Double) -> Double { cosh(x) }
  package static func hyperbolicArcSine(_ x: Double) -> Double { asinh(x) }
  package static func hyperbolicArcTangent(_ ratio: Double) -> Double { atanh(ratio) }
}
