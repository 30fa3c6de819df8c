/// How a number becomes text in a chart: the same in every locale.
///
/// The decimal mark is a point, thousands are set apart by a narrow no-break space (U+202F) from 10 000 up, and the minus
/// is U+2212. From 10¹⁵ up, and below 10⁻⁶ where digits are chosen by size, a power of ten is printed. Rounding is to nearest, halves away from zero, on the shortest decimal digits that give the value back.
///
///     NumberFormat(decimals: 1, suffix: " %").text(-12345.678)   // "−12 345.7 %"
public struct NumberFormat: Sendable, Hashable {
  /// Digits after the point, or nil for three significant digits without trailing zeros.
  public let decimals: Int?
  /// What the number is multiplied with before it is printed: 100 for shares shown as percentages.
  public let factor: Double
  /// Text before the number, after a sign: `£`.
  public let prefix: String
  /// Text after the number: ` %`.
  public let suffix: String
  /// Whether numbers above zero carry a plus.
  public let isSigned: Bool
  /// Whether thousands are set apart.
  public let groupsThousands: Bool

  /// Makes a format.
  ///
  /// - Parameters:
  ///   - decimals: Digits after the point, 0…15, or nil for three significant digits.
  ///   - factor: What the number is multiplied with.
  ///   - prefix: Text before the number.
  ///   - suffix: Text after the number.
  ///   - isSigned: Whether numbers above zero carry a plus.
  ///   - groupsThousands: Whether thousands are set apart.
  public init(
    decimals: Int? = nil,
    factor: Double = 1,
    prefix: String = "",
    suffix: String = "",
    isSigned: Bool = false,
    groupsThousands: Bool = true
  ) {
    self.decimals = decimals.map { min(max($0, 0), 15) }
    self.factor = factor
    self.prefix = prefix
    self.suffix = suffix
    self.isSigned = isSigned
    self.groupsThousands = groupsThousands
  }

  /// Years: whole, without a mark between thousands.
  public static let year = NumberFormat(decimals: 0, groupsThousands: false)
  /// Shares between 0 and 1, printed as whole percentages.
  public static let share = NumberFormat(decimals: 0, factor: 100, suffix: " %")
}
