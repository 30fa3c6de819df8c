/// What a published cell says about itself, beside its number.
public enum CellStatus: UInt8, Hashable, Sendable, CaseIterable {
  /// A number as counted or estimated by the agency.
  case observed
  /// A number that the agency rounded.
  case rounded
  /// A number that exists and is withheld to protect respondents: it has no value here, and it is not zero.
  case suppressed
  /// A number withheld or marked because the sample is small.
  case unreliable
  /// No number was made.
  case notAvailable
  /// No number can exist.
  case notApplicable
  /// A number that was imputed, apportioned or modelled.
  case estimated
  /// A number on a new basis: it does not compare with the one before.
  case breakInSeries
  /// A number that will be revised.
  case provisional

  /// The word in the `status` column of a result.
  public var word: String {
    switch self {
    case .observed: "observed"
    case .rounded: "rounded"
    case .suppressed: "suppressed"
    case .unreliable: "unreliable"
    case .notAvailable: "not available"
    case .notApplicable: "not applicable"
    case .estimated: "estimated"
    case .breakInSeries: "break in series"
    case .provisional: "provisional"
    }
  }
}
