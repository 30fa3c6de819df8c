import Arithmetic
public import Panels

/// A sum of rounded cells, as a rounding interval needs it.
///
/// Up to four uncertain cells are drawn one by one. Beyond that their sum is drawn as a number with the mean and variance of the sum
/// of uniform ones, cut at the bounds. Its form is that of a sum of four uniform numbers of 2¹⁶ steps each, which come from one
/// word of random bits: between that of a few cells and that of many, which is normal. The middle 95 % reach 1.94 standard
/// deviations to each side, those of a normal number 1.96; what 999 draws say of either is off by 0.08.
public struct RoundedSum: Hashable, Sendable {
  /// The hard bounds of the sum.
  public let bounds: Bounds
  private let exact: Double
  private let few: [Bounds]
  private let form: SumForm

  /// Makes the sum of cells.
  ///
  /// - Parameter cells: The bounds of each cell.
  public init(_ cells: some Sequence<Bounds>) {
    var (exact, uncertain): (Double, [Bounds]) = (0, [])
    for cell in cells {
      if cell.isExact { exact += cell.lower } else { uncertain.append(cell) }
    }
    bounds = uncertain.reduce(Bounds(exactly: exact), +)
    self.exact = exact
    few = uncertain.count <= 4 ? uncertain : []
    form = SumForm(bounds, variance: uncertain.reduce(0) { $0 + $1.width * $1.width } / 12)
  }

  /// Makes a single number, such as a published total.
  ///
  /// - Parameter cell: Its bounds.
  public init(_ cell: Bounds) { self.init(CollectionOfOne(cell)) }

  /// Makes a sum of several uncertain numbers of which only the bounds and the variance are known.
  init(bounds: Bounds, variance: Double) {
    self.bounds = bounds
    exact = 0
    few = []
    form = SumForm(bounds, variance: variance)
  }

  /// The sum as one number with a mean and a variance; nil where it is one uncertain cell and exact ones, which is uniform.
  var asOne: SumForm? { few.count == 1 ? nil : form }

  func draw(_ random: inout RandomStream) -> Double {
    guard few.isEmpty else { return few.reduce(exact) { $0 + random.uniform($1.lower, $1.upper) } }
    return form.step > 0 ? form.value(random.next()) : form.lower
  }
}

/// How a sum of rounded cells is made of four uniform numbers.
struct SumForm: Hashable, Sendable {
  let lower: Double
  let upper: Double
  /// The sum for four uniform numbers at 0, and what a step of them adds.
  let start: Double
  let step: Double

  init(_ bounds: Bounds, variance: Double) {
    (lower, upper) = (bounds.lower, bounds.upper)
    // Four uniform numbers of 2¹⁶ steps have a sum with mean 2 · 65,535 and standard deviation 65,536/√3.
    step = (3 * variance).squareRoot() / 65_536
    start = (bounds.lower + bounds.upper) / 2 - step * 131_070
  }

  /// The sum for 64 random bits.
  @inline(__always)
  func value(_ bits: UInt64) -> Double {
    let pairs = (bits & 0x0000_FFFF_0000_FFFF) &+ (bits >> 16 & 0x0000_FFFF_0000_FFFF)
    let total = (pairs & 0xFFFF_FFFF) &+ (pairs >> 32)
    return min(max(start + step * Double(total), lower), upper)
  }
}
