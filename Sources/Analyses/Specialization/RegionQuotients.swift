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
    /// The verdict, in the family of all quotients of its period.
    var verdict: Verdict
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
  /// What verdicts rest on.
  let evidence: Evidence

  init(
    _ inquiry: Inquiry,
    subjects: [Subject],
    regions: [Int],
    positions: Range<Int>,
    threshold: Double,
    least: Double,
    forms: [SpecializationMeasure],
    evidence: Evidence
  ) throws {
    let panel = inquiry.panel
    var entries: [Entry] = []
    var tooSmall = 0
    for period in positions {
      let start = entries.count
      for subject in subjects {
        let estimates = try panel.locationQuotientEstimates(
          of: subject.industries,
          period: period,
          sampling: [SamplingError](repeating: inquiry.sampling, count: panel.regions.count),
          draws: evidence.draws
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
              verdict: .cannotTell,
              formed: formed.map { $0[region] }
            )
          )
        }
      }
      let verdicts = evidence.family.verdicts(of: entries[start...].map(\.estimate), threshold: threshold)
      for (entry, verdict) in zip(entries.indices[start...], verdicts) { entries[entry].verdict = verdict }
    }
    self.evidence = evidence
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
        row.note =
          formed.reason
          ?? (formed.estimate.value == nil ? "no value: cells that it is computed from have no number" : nil)
        if isWithheld {
          row.note = "bounds withheld: totals would give a suppressed cell away"
        } else {
          if let bounds = formed.estimate.bounds {
            row.lower = bounds.lower == -.infinity ? nil : bounds.lower
            row.upper = bounds.upper == .infinity ? nil : bounds.upper
          }
          if !(formed.estimate.bounds?.isExact ?? false), let note = formed.estimate.intervalNote() {
            row.note = note
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
