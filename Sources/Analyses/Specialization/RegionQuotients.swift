import Graphics
import Measures
import Panels
import Studies

/// Location quotients of subjects in regions.
struct RegionQuotients: Sendable {
  /// One quotient.
  struct Entry: Sendable {
    let region: Int
    let subject: Subject
    let period: Int
    let amount: Cell
    let estimate: Estimate
    let verdict: Verdict
    /// The quotient in each of the forms.
    let formed: [QuotientInForm]
  }

  let inquiry: Inquiry
  let entries: [Entry]
  let threshold: Double
  /// In which forms the quotients are given.
  let forms: [SpecializationMeasure]
  let regions: [Int]
  let subjects: [Subject]
  /// How many industries were left out because there is too little of them.
  let tooSmall: Int
  let least: Double

  init(
    _ inquiry: Inquiry,
    subjects: [Subject],
    regions: [Int],
    positions: Range<Int>,
    threshold: Double,
    least: Double,
    forms: [SpecializationMeasure],
    uncertainty: UncertaintyOptions
  ) throws {
    let panel = inquiry.panel
    let seed = uncertainty.seed ?? inquiry.study.description.seed
    let draws = uncertainty.noInterval ? nil : RoundingDraws(count: uncertainty.replicates, seed: seed)
    var entries: [Entry] = []
    var tooSmall = 0
    for period in positions {
      for subject in subjects {
        let estimates = try panel.locationQuotientEstimates(
          of: subject.industries,
          period: period,
          sampling: [SamplingError](repeating: inquiry.sampling, count: panel.regions.count),
          draws: draws
        )
        let cells = panel.byRegion(sumOf: subject.industries, period: period)
        let formed = try forms.map { form in
          try form.estimates(
            of: subject.industries,
            period: period,
            panel: panel,
            quotients: estimates,
            sampling: inquiry.sampling
          )
        }
        for region in regions {
          let amount = cells[region]
          if least > 0, amount.value.map({ $0 < least }) ?? false {
            tooSmall += 1
            continue
          }
          let estimate = estimates[region]
          entries.append(
            Entry(
              region: region,
              subject: subject,
              period: period,
              amount: amount,
              estimate: estimate,
              verdict: estimate.verdict(threshold: threshold),
              formed: formed.map { $0[region] }
            )
          )
        }
      }
    }
    self.inquiry = inquiry
    self.entries = entries
    self.threshold = threshold
    self.forms = forms
    self.regions = regions
    self.subjects = subjects
    self.tooSmall = tooSmall
    self.least = least
  }

  private var panel: Panel { inquiry.panel }

  /// Whether the bounds of a quotient would give away a suppressed cell.
  func isWithheld(_ entry: Entry) -> Bool {
    inquiry.table.narrowsSuppressedCells && entry.amount.status == .suppressed
  }

  /// The rows of the result table.
  var rows: [ResultRow] {
    entries.flatMap { entry in
      let isWithheld = isWithheld(entry)
      return entry.formed.map { formed in
        var row = ResultRow(measure: formed.measure.name, value: formed.estimate.value)
        row.region = panel.regions[entry.region].code
        row.industry = entry.subject.code
        row.period = "\(panel.periods[entry.period])"
        row.note = formed.reason
        if isWithheld {
          row.note = "bounds withheld: totals would give a suppressed cell away"
        } else {
          if let bounds = formed.estimate.bounds {
            row.lower = bounds.lower == -.infinity ? nil : bounds.lower
            row.upper = bounds.upper == .infinity ? nil : bounds.upper
          }
          if let interval = formed.estimate.roundingInterval, !(formed.estimate.bounds?.isExact ?? false) {
            row.note = "95 % rounding interval \(Words.range(interval, digits: 4))"
          }
        }
        row.verdict = formed.verdict(of: entry.verdict, threshold: threshold)
        row.status = entry.amount.status == .observed ? nil : entry.amount.status.word
        return row
      }
    }
  }
}

extension Inquiry {
  /// What the source declares of sampling error.
  var sampling: SamplingError {
    if let cv = table.description.samplingCV { return cv == 0 ? .none : .coefficientOfVariation(cv / 100) }
    return .unknown
  }
}
