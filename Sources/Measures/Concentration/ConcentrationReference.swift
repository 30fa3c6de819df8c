/// What an industry's concentration is measured against.
public enum ConcentrationReference: Hashable, Sendable {
  /// All activity of the table by region: the published totals, or the sums of the industries.
  case activity
  /// The same share for every region: the common measures of inequality.
  case equalShares
  /// Amounts by region, such as land area or population, in the order of the panel's regions; the same in all periods.
  case amounts([Double], name: String)

  /// How a subtitle names it: "relative to land area".
  public var label: String {
    switch self {
    case .activity: "relative to all activity"
    case .equalShares: "relative to equal shares"
    case .amounts(_, let name): "relative to \(name)"
    }
  }
}
