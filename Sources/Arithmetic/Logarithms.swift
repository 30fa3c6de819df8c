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

/// Returns the natural logarithm of 1 + x, exact for small x too.
@inlinable
public func naturalLogarithm(onePlus x: Double) -> Double {
  log1p(x)
}

/// Returns e raised to a power, less 1, exact for small powers too.
@inlinable
public func exponentialMinusOne(_ x: Double) -> Double {
  expm1(x)
}

/// Returns a positive number raised to a power.
@inlinable
public func power(_ base: Double, _ exponent: Double) -> Double {
  pow(base, exponent)
}
