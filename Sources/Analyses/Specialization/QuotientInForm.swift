import Arithmetic
import Measures
import Panels
import Studies

/// A location quotient in one of its forms.
struct QuotientInForm: Sendable {
  let measure: SpecializationMeasure
  let estimate: Estimate
  /// Why there is no number, or no bounds.
  var reason: String?

  /// The verdict in words: that of the quotient on its threshold, where the form says the same.
  func verdict(of quotient: Verdict, threshold: Double) -> String? {
    switch measure {
    case .standardizedQuotient: nil
    case .additiveQuotient: threshold == 1 ? quotient.words(threshold: "an equal share") : nil
    default: quotient.words(threshold: NumberText.shortest(threshold))
    }
  }
}

extension SpecializationMeasure {
  /// Returns the form of a quotient: plain, symmetric or logarithmic; each rises with the quotient, so that bounds carry over.
  func form(of quotient: Double) -> Double {
    switch self {
    case .symmetricQuotient: quotient.isInfinite ? 1 : (quotient - 1) / (quotient + 1)
    case .logarithmicQuotient: quotient > 0 ? naturalLogarithm(quotient) : -.infinity
    default: quotient
    }
  }

  /// Returns the quotients of an industry in this form, a region each.
  ///
  /// - Parameters:
  ///   - industries: The positions of the industries.
  ///   - period: The position of the period.
  ///   - panel: The panel.
  ///   - quotients: The location quotients, a region each.
  ///   - sampling: What is declared of the sampling error.
  /// - Returns: A quotient a region; none for a measure of whole regions.
  /// - Throws: `PanelError` or `MeasureError`.
  func estimates(
    of industries: [Int],
    period: Int,
    panel: Panel,
    quotients: [Estimate],
    sampling: SamplingError
  ) throws -> [QuotientInForm] {
    switch self {
    case .locationQuotient: return quotients.map { QuotientInForm(measure: self, estimate: $0) }
    case .symmetricQuotient:
      return quotients.map { QuotientInForm(measure: self, estimate: $0.rising(form(of:))) }
    case .logarithmicQuotient:
      return quotients.map { quotient in
        var estimate = quotient.rising(form(of:))
        guard estimate.value == -.infinity else { return QuotientInForm(measure: self, estimate: estimate) }
        estimate.value = nil
        return QuotientInForm(
          measure: self,
          estimate: estimate,
          reason: "no logarithm: the industry is absent"
        )
      }
    case .additiveQuotient:
      return try panel.additiveQuotientEstimates(of: industries, period: period, sampling: sampling)
        .map { QuotientInForm(measure: self, estimate: $0) }
    case .standardizedQuotient: return try standardized(quotients, sampling)
    case .krugman, .gini, .hhi: return []
    }
  }

  /// Quotients standardized over the regions that have one.
  private func standardized(_ quotients: [Estimate], _ sampling: SamplingError) throws -> [QuotientInForm] {
    let numbers = try LocationQuotient.standardized(quotients.compactMap(\.value))
    let isExact = quotients.allSatisfy { $0.bounds?.isExact ?? false }
    let missing = quotients.count { $0.value == nil }
    var place = 0
    return quotients.map { quotient in
      var value: Double?
      if quotient.value != nil {
        value = numbers[place]
        place += 1
      }
      var estimate = Estimate(value: value, sampling: sampling, statuses: quotient.statuses)
      var reasons: [String] = []
      if !isExact {
        estimate.bounds = nil
        reasons.append("no bounds: every region's rounding moves the mean and the deviation")
      }
      if missing > 0 { reasons.append("standardized without \(missing) regions that have no quotient") }
      return QuotientInForm(
        measure: self,
        estimate: estimate,
        reason: reasons.isEmpty ? nil : reasons.joined(separator: "; ")
      )
    }
  }
}

extension Estimate {
  /// The estimate of a function of the number that rises with it, so that bounds and intervals carry over.
  fileprivate func rising(_ function: (Double) -> Double) -> Estimate {
    var result = self
    func bounds(_ bounds: Bounds) -> Bounds { Bounds(function(bounds.lower), function(bounds.upper)) }
    result.value = value.map(function)
    result.bounds = self.bounds.map(bounds)
    result.roundingInterval = roundingInterval.map(bounds)
    result.draws = draws.map(function)
    result.revision = revision.map(bounds)
    return result
  }
}
