/// Returns where a function that falls from positive to negative crosses 0.
///
/// False position with the weight of an end that stays halved (the Illinois rule), and every eighth step a bisection, so
/// that it ends whatever the function does: when the bracket has no number inside, or is 10⁻¹⁶ of its upper end wide.
///
/// - Parameters:
///   - low: A place where the function is positive.
///   - high: A place above it where the function is negative.
///   - function: The function.
/// - Returns: The place; an end of the bracket if the function has the wrong sign there.
func bracketedRoot(_ low: Double, _ high: Double, _ function: (Double) -> Double) -> Double {
  var (low, high) = (low, high)
  var (atLow, atHigh) = (function(low), function(high))
  if atLow <= 0 { return low }
  if atHigh >= 0 { return high }
  for step in 0..<400 {
    var place = (low * atHigh - high * atLow) / (atHigh - atLow)
    if step % 8 == 7 || !(place > low && place < high) { place = low + (high - low) / 2 }
    guard place > low, place < high, high - low > 1e-16 * high else { break }
    let here = function(place)
    if here == 0 { return place }
    if here > 0 {
      (low, atLow, atHigh) = (place, here, atHigh / 2)
    } else {
      (high, atHigh, atLow) = (place, here, atLow / 2)
    }
  }
  return high
}
