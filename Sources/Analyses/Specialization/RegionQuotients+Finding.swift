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

  private var latest: [Entry] {
    let last = entries.map(\.period).max()
    return entries.filter { $0.period == last }
  }

  private var period: String { latest.first.map { "\(inquiry.panel.periods[$0.period])" } ?? "" }

  private var ranked: [Entry] {
    latest.sorted { ($1.estimate.value ?? -1, $0.subject.code) < ($0.estimate.value ?? -1, $1.subject.code) }
  }

  private var placeHeadline: String {
    let place = inquiry.panel.regions[regions[0]].name
    let above = ranked.filter { $0.verdict.side > 0 }
    guard !above.isEmpty else {
      return "No industry of \(place) is above \(NumberText.shortest(threshold)) for certain"
    }
    return "\(place) is known most of all for \(above[0].subject.plainName)"
  }

  private var industryHeadline: String {
    let own = ranked.filter { $0.subject.code == subjects[0].code }
    let above = own.count { $0.verdict.side > 0 }
    let name = subjects[0].shortName
    guard own.count > 1 else { return "\(name): location quotient in \(period)" }
    return "\(name) is over-represented in \(above) of \(own.count) regions"
  }

  private var placeSentence: String {
    let place = inquiry.panel.regions[regions[0]].name
    let above = ranked.filter { $0.verdict.side > 0 }
    let open = latest.filter { $0.verdict.side == 0 }.count
    guard let first = above.first, let value = first.estimate.value, let bounds = first.estimate.bounds else {
      return
        "No industry of \(place) in \(period) has a location quotient above \(NumberText.shortest(threshold)) for certain."
    }
    return
      "\(place) is known for \(Words.list(above.prefix(3).map { $0.subject.plainName })) in \(period): "
      + "\(above.count) of \(latest.count) industries are above \(NumberText.shortest(threshold)) whatever rounding hides"
      + "\(open == 0 ? "" : ", and of \(open) we cannot tell"). The first has a quotient of \(Words.number(value)) (\(Words.range(bounds)))."
  }

  private var industrySentence: String {
    let name = Words.capitalized(subjects[0].name)
    let own = ranked.filter { $0.subject.code == subjects[0].code }
    let above = own.filter { $0.verdict.side > 0 }
    let below = own.filter { $0.verdict.side < 0 }
    let names = above.prefix(3).map { inquiry.panel.regions[$0.region].name }
    guard !own.isEmpty else { return "\(name): nothing to report." }
    if own.count == 1, let value = own[0].estimate.value, let bounds = own[0].estimate.bounds {
      return
        "\(name) has a location quotient of \(Words.number(value)) (\(Words.range(bounds))) in \(period): "
        + own[0].verdict.words(threshold: NumberText.shortest(threshold)) + "."
    }
    let open = own.count - above.count - below.count
    return
      "\(name) is over-represented in \(above.count) of \(own.count) regions in \(period), whatever rounding hides"
      + (names.isEmpty ? "" : ", most of all in \(Words.list(names))")
      + "; it is under-represented in \(below.count)\(open == 0 ? "." : ", and of \(open) we cannot tell.")"
  }

  private var thresholds: [RobustnessNote] {
    [1, 1.25, 1.5].filter { $0 != threshold }
      .map { other in
        let told = regions.count == 1 ? latest : latest.filter { $0.subject.code == subjects[0].code }
        let above = told.filter { $0.estimate.verdict(threshold: other).side > 0 }.count
        let mine = told.filter { $0.verdict.side > 0 }.count
        return RobustnessNote(
          kind: "threshold",
          choice: "above \(NumberText.shortest(other))",
          answer: "\(above) of \(told.count) above",
          agrees: (above > 0) == (mine > 0)
        )
      }
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
      description: "Location quotients with hard bounds, grouped by verdict."
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
              .map {
                Interval(lower: $0.lower > 0 ? $0.lower : nil, upper: $0.upper)
              },
            bounds: (isWithheld(entry) ? nil : entry.estimate.bounds)
              .map {
                Interval(lower: $0.lower > 0 ? $0.lower : nil, upper: $0.upper)
              },
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
      intervalTitle: "95 % rounding interval",
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
          ? " The thick line through a dot is the 95 % rounding interval, the thin one what rounding and missing cells "
            + "leave possible at all; the scale is logarithmic."
          : " Blue is above 1 and brown below; the bounds of each region are in the table."),
      uncertainty:
        "Hard bounds from the rounding rule (\(inquiry.table.description.rounding.label)) and missing cells. "
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
