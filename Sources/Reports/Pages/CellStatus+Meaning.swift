import Panels

extension CellStatus {
  /// What the status means for someone who reads a table or a figure.
  var meaning: String {
    switch self {
    case .observed: "a number as the agency counted or estimated it"
    case .rounded: "rounded by the agency; the exact number lies near it"
    case .suppressed: "withheld to protect respondents; it exists, and it is not zero"
    case .unreliable: "withheld or marked because the sample is small"
    case .notAvailable: "no number was made"
    case .notApplicable: "no number can exist"
    case .estimated: "imputed, apportioned or modelled"
    case .breakInSeries: "on a new basis; it does not compare with the number before"
    case .provisional: "will be revised"
    }
  }
}
