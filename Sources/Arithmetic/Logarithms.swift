#if canImport(Darwin)
public import Darwin
#elseif canImport(Glibc)
public import Glibc
#elseif canImport(Musl)
public import Musl
#endif

/// Returns the natural logarithm of a positive number.
///
/// One name for the whole project, so that the library behind it is chosen in one place.
@inlinable
public func naturalLogarithm(_ x: Double) -> Double {
  log(x)
}

/// Returns e raised to a power.
@inlinable
public func exponential(_ x: Double) -> Double {
  exp(x)
}

/// Returns x ln x, with 0 ln 0 = 0.
@inlinable
public func xLogX(_ x: Double) -> Double {
  x == 0 ? 0 : x * log(x)
}
