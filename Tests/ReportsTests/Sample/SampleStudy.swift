import Panels
import Reports
import Studies

/// A study like the real one in shape: the names of places are real, the numbers are made by formulas.
enum SampleStudy {
  static func text(invented: Bool) -> String {
    """
    schema: 1
    title: Advanced manufacturing in Great Britain
    question: Is advanced manufacturing concentrating, and what did traditional industrial regions lose?
    sources:
      gva:
        publisher: Office for National Statistics
        title: Regional gross value added (balanced) by industry
        release: April 2024
        retrieved: 2026-11-21
        licence: Open Government Licence v3.0
        attribution: Contains public sector information licensed under the Open Government Licence v3.0
        address: https://www.ons.gov.uk/economy/grossvalueaddedgva
        caution: Apportioned to regions by a model for some industries
        \(invented ? "invented: true" : "")
      bres:
        publisher: Office for National Statistics, Nomis
        title: Business Register and Employment Survey, open access
        release: October 2022
        retrieved: 2026-11-21
        licence: Open Government Licence v3.0
    tables:
      gva itl2: {file: gva_itl2.csv.gz, source: gva, region: itl_code, industry: sic07_code, period: year, value: gva_gbp_m, unit: GBP million, prices: current}
      bres: {file: bres_itl2_sic5.csv.gz, source: bres, region: itl2_code, industry: sic5, period: year, value: employment, unit: persons, rounding: bres}
    definitions:
      advanced manufacturing: {gva itl2: [CI (26), CJ (27), CK (28), CL (29-30)], bres: ["26*", "27*", "28*", "29*", "30*"]}
    place: TLG3
    limits:
      - Gross value added by industry is published for coarser codes than the definition of the paper needs.
      - Employment before 2015 is not comparable, since the survey changed its frame in 2015.
    """
  }

  static func description(invented: Bool = false) throws -> StudyDescription {
    try StudyDescription(reading: text(invented: invented), file: "study.yml")
  }

  static func content(invented: Bool = false) throws -> ReportContent {
    let description = try description(invented: invented)
    return ReportContent(
      title: description.title,
      question: description.question,
      findings: try SampleFindings.all(),
      description: description,
      groups: [
        GroupNote(
          name: "kind of region",
          rule: "the list of twelve regions of the paper; all others are 'other regions'",
          members: [
            GroupNote.Members(
              group: "traditional industrial",
              regions: ["Tees Valley and Durham (TLC1)", "South Yorkshire (TLE3)", "West Midlands (TLG3)"]
            ),
            GroupNote.Members(
              group: "other regions",
              regions: ["Kent (TLJ4)", "Cornwall and Isles of Scilly (TLK3)"]
            ),
          ],
          warnings: ["The list was drawn up from shares of 1998, which lies in the window."]
        )
      ],
      dataNotes: [
        DataNote(table: "bres", text: "12 identical duplicate rows were dropped."),
        DataNote(table: "gva itl2", text: "3 retired codes were replaced by their successors."),
      ],
      cannotTell: ["Whether plants closed or shrank: no plant records are in this study."],
      run: RunFacts(
        command: "hinterland report Examples/advanced-manufacturing -o out",
        inputs: [
          RunFacts.Input(
            name: "gva_itl2.csv.gz",
            byteCount: 1_204_331,
            rowCount: 91_225,
            sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
          ),
          RunFacts.Input(
            name: "bres_itl2_sic5.csv.gz",
            byteCount: 2_918_004,
            rowCount: 209_092,
            sha256: "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752"
          ),
        ],
        seed: 1
      ),
      version: "0.1.0"
    )
  }
}
