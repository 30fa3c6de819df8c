import Geography
import Graphics
import Measures
import Panels
import Studies

extension RegionQuotients {
  /// The finding: about a place if one region was asked for, else about an industry.
  func finding() async throws -> Finding {
    guard !entries.isEmpty else {
      throw MeasureError.noActivity(
        "the selection: every industry has less than \(NumberText.shortest(least)) there"
      )
    }
    let isPlace = regions.count == 1
    let about = isPlace ? Slug.of(inquiry.panel.regions[regions[0]].code) : subjects[0].slug
    let id = "specialization-\(Slug.of(inquiry.table.description.name))-\(about)"
    let sentence = isPlace ? placeSentence : industrySentence
    return inquiry.finding(
      id,
      section: .knownFor,
      question: isPlace
        ? "What is \(inquiry.panel.regions[regions[0]].name) known for?" : "Where is \(subjects[0].name)?",
      sentence: sentence,
      grade: latest.contains { $0.verdict.side != 0 } ? .fair : .open,
      table: rows,
      notes: tooSmall > 0 ? ["\(tooSmall) cells below \(NumberText.shortest(least)) were left out."] : [],
      figure: try await figure(id: id, title: isPlace ? placeHeadline : industryHeadline, isPlace: isPlace),
      method: method,
      robustness: thresholds,
      isHeadline: isPlace && !inquiry.study.isSingleTable && inquiry.study.description.definitions.isEmpty
    )
  }

  private func figure(id: String, title: String, isPlace: Bool) async throws -> Figure? {
    let subject = isPlace ? inquiry.panel.regions[regions[0]].name : subjects[0].name
    let subtitle =
      "Location quotient of \(inquiry.panel.variable.name), \(subject), \(period), all \(inquiry.panel.regions.count) regions together = 1"
    if !isPlace, latest.count > 12, let geography = inquiry.table.description.geography {
      let layer = try await inquiry.study.store.layer(geography, of: inquiry.study)
      return try Figure(
        id: id,
        title: title,
        subtitle: subtitle,
        sources: inquiry.sourceLines,
        chart: .map(map(layer)),
        description: "Map of location quotients by region."
      )
    }
    return try Figure(
      id: id,
      title: title,
      subtitle: subtitle,
      sources: inquiry.sourceLines,
      notes: latest.count > 30 ? ["The 30 highest of \(latest.count); all are in the table."] : [],
      chart: .intervalDots(dots(isPlace: isPlace)),
      description: "Location quotients with intervals and hard bounds, grouped by verdict."
    )
  }

  private func dots(isPlace: Bool) -> IntervalDotChart {
    let format = NumberFormat(decimals: 0)
    return IntervalDotChart(
      rows: ranked.prefix(30)
        .map { entry in
          IntervalRow(
            label: isPlace ? entry.subject.shortName : inquiry.panel.regions[entry.region].name,
            detail: entry.amount.value.map(format.text),
            value: entry.estimate.value.flatMap { $0 > 0 ? $0 : nil },
            interval: (isWithheld(entry) ? nil : entry.estimate.roundingInterval)
              .map(Interval.init(ratio:)),
            bounds: (isWithheld(entry) ? nil : entry.estimate.bounds).map(Interval.init(ratio:)),
            verdict: entry.verdict.interval,
            status: entry.estimate.value == nil ? entry.amount.status : .observed,
            link: MarkLink(
              region: inquiry.panel.regions[entry.region].code,
              industry: entry.subject.code,
              period: period
            )
          )
        },
      reference: ReferenceLine(value: threshold, label: "\(NumberText.shortest(threshold))"),
      detailTitle: Words.capitalized(
        inquiry.panel.variable.unit.isEmpty ? "amount" : inquiry.panel.variable.unit
      ),
      intervalTitle: evidence.intervalName,
      boundsTitle: "hard bounds"
    )
  }

  private func map(_ layer: BoundaryLayer) -> ChoroplethMap {
    let own = latest.filter { $0.subject.code == subjects[0].code }
    return ChoroplethMap(
      shapes: layer.shapes,
      values: own.map { entry in
        MapValue(
          code: inquiry.panel.regions[entry.region].code,
          value: entry.estimate.value.flatMap { $0 > 0 ? $0 : nil },
          status: entry.estimate.value == nil ? entry.amount.status : .observed
        )
      },
      scale: .divergingRatio(centre: 1, breaks: nil),
      legendTitle: "Location quotient",
      format: NumberFormat(),
      highlighted: inquiry.study.description.place.map { [$0] } ?? []
    )
  }

  private var method: MethodNote {
    let told = regions.count == 1 ? ranked : ranked.filter { $0.subject.code == subjects[0].code }
    let worked = told.first.flatMap { entry in
      entry.estimate.value.map { value in
        "\(entry.subject.shortName) in \(inquiry.panel.regions[entry.region].name): \(Words.number(value)) means that its share there is "
          + "\(Words.number(value)) times its share of all regions together."
      }
    }
    return MethodNote(
      formula: "LQ = (e / n) / (E / N)",
      symbols:
        "e: the industry in the region; n: all activity in the region; E: the industry in all regions; N: all activity",
      citation: "Florence (1939); Isard (1960)",
      conventions: [
        "All regions together include the region itself.",
        "A quotient is compared with \(NumberText.shortest(threshold)); one that only touches it counts as having reached it.",
      ],
      howToRead: (worked ?? "")
        + (regions.count == 1
          ? (evidence.draws == nil
            ? " The line through a dot is what rounding and missing cells leave possible at all"
            : " The thick line through a dot is the \(evidence.intervalName), the thin one what rounding and missing cells "
              + "leave possible at all") + "; the scale is logarithmic."
          : " Blue is above 1 and brown below; the bounds of each region are in the table."),
      uncertainty: evidence.note(rule: inquiry.table.description.rounding.label) + " "
        + (inquiry.sampling == .unknown
          ? "The sampling error is not declared by the source: a verdict says so."
          : "The declared sampling error is part of the verdict.")
    )
  }
}

extension String {
  /// A title in the middle of a sentence: "Manufacture of …" becomes "manufacture of …"; acronyms stay.
  var lowercasedTitle: String {
    guard count > 1, let second = dropFirst().first, second.isLowercase else { return self }
    return prefix(1).lowercased() + dropFirst()
  }
}
