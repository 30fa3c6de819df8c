/// A sum that carries the rounding error of each addition along.
///
/// Neumaier's form of Kahan summation: exact to about one unit in the last place whatever the order, as long as
/// no partial sum overflows. For sums that are printed as identities ("parts add to the total").
///
/// **Source.** Neumaier (1974), ZAMM 54, 39–51, doi:10.1002/zamm.19740540106. **Complexity.** O(1) a term.
public struct CompensatedSum: Sendable {
  private var sum = 0.0
  private var compensation = 0.0

  /// Makes an empty sum.
  public init() {}

  /// Adds a term.
  public mutating func add(_ term: Double) {
    let next = sum + term
    if sum.magnitude >= term.magnitude {
      compensation += (sum - next) + term
    } else {
      compensation += (term - next) + sum
    }
    sum = next
  }

  /// The sum so far.
  public var value: Double { sum + compensation }
}

extension Sequence<Double> {
  /// The sum of the elements, with the rounding error of each addition carried along.
  public var compensatedSum: Double {
    var sum = CompensatedSum()
    for term in self { sum.add(term) }
    return sum.value
  }
}
