import Graphics
import Panels
import Studies

extension SampleFindings {
  static let theilMethod = method(
    "T_i = Σ_r s_ir ln(s_ir / x_r)",
    symbols: "s_ir region r's share of industry i; x_r region r's share of all activity",
    citation: "Theil (1967), Economics and Information Theory, North-Holland",
    howToRead:
      "2022, 0.214: if every region had its share of the industry, the index would be 0. A rise of 0.01 is about what moving 1 % of the industry from average regions to the largest does."
  )

  static func theilValue(_ year: Int, _ industry: Int) -> Double {
    0.15 + 0.05 * Double(industry) + 0.002 * Double(year - 1998) * Double(2 - industry)
      + 0.012 * noise(year * 7 + industry)
  }

  static func theil() throws -> Finding {
    let points = years.map { year in
      LinePoint(
        x: Double(year),
        y: theilValue(year, 1),
        bounds: Interval(lower: theilValue(year, 1) - 0.008, upper: theilValue(year, 1) + 0.008),
        status: year == 2022 ? .provisional : .observed,
        period: "\(year)"
      )
    }
    let blocks = stride(from: 1998, to: 2022, by: 5)
      .map { start in
        BlockMean(from: Double(start), through: Double(start + 4), value: theilValue(start + 2, 1))
      }
    let results = years.map { year in
      var row = ResultRow(measure: "theil", value: theilValue(year, 1))
      row.industry = "advanced manufacturing"
      row.period = "\(year)"
      row.lower = theilValue(year, 1) - 0.008
      row.upper = theilValue(year, 1) + 0.008
      row.status = year == 2022 ? CellStatus.provisional.word : nil
      return row
    }
    let sentence =
      "Advanced manufacturing is clearly more concentrated in 2018–2022 than in 1998–2002, by consolidation: output elsewhere fell."
    return finding(
      "theil-itl2",
      .whereAndConcentrating,
      question: "Is advanced manufacturing concentrating or dispersing?",
      sentence: sentence,
      grade: .firm,
      table: Table(name: "theil", results: results),
      figure: try figure(
        "theil-itl2",
        sentence,
        "Theil index of GVA over 41 ITL2 regions relative to all activity, with five-year means, 1998–2022",
        .line(
          LineChart(
            series: [LineSeries(name: "Advanced manufacturing", points: points, blockMeans: blocks)],
            vertical: ValueAxis(title: "Theil index", includesZero: true)
          )
        ),
        notes: ["The band is where the index lies whatever the rounding was."],
        description: "A line that rises from 0.2 to 0.26 with a narrow band."
      ),
      method: theilMethod,
      arguments: [
        "concentration", "--only", "CI (26)", "--only", "CL (29-30)", "--measure", "theil", "--average", "5",
      ],
      unit: "GBP million, current prices; the index has no unit",
      robustness: [
        RobustnessNote(kind: "Scale", choice: "ITL3", answer: "clearly rising", agrees: true),
        RobustnessNote(kind: "Base years", choice: "2000–2004", answer: "clearly rising", agrees: true),
        RobustnessNote(
          kind: "Definition",
          choice: "without CL (29-30)",
          answer: "cannot tell",
          agrees: false
        ),
      ],
      isHeadline: true
    )
  }

  static func industries() throws -> Finding {
    let panels = industryCodes.enumerated()
      .map { index, code in
        let points = years.map { year in
          LinePoint(
            x: Double(year),
            y: year == 2010 && index == 2 ? nil : theilValue(year, index),
            bounds: Interval(lower: theilValue(year, index) - 0.01, upper: theilValue(year, index) + 0.01),
            status: year == 2010 && index == 2 ? .suppressed : .observed
          )
        }
        return SmallPanel(title: code, content: .lines([LineSeries(name: code, points: points)]))
      }
    let results = industryCodes.enumerated()
      .flatMap { index, code in
        years.map { year in
          var row = ResultRow(
            measure: "theil",
            value: year == 2010 && index == 2 ? nil : theilValue(year, index)
          )
          row.industry = code
          row.period = "\(year)"
          row.status = year == 2010 && index == 2 ? CellStatus.suppressed.word : nil
          return row
        }
      }
    let sentence = "Two of four industries concentrate; transport equipment disperses."
    return finding(
      "theil-industries",
      .whereAndConcentrating,
      question: "Which industries concentrate?",
      sentence: sentence,
      grade: .fair,
      table: Table(name: "theil by industry", results: results),
      figure: try figure(
        "theil-industries",
        sentence,
        "Theil index of GVA over ITL2 regions by industry, 1998–2022, shared axes",
        .smallMultiples(
          SmallMultiples(panels: panels, vertical: ValueAxis(title: "Theil index", includesZero: true))
        ),
        description: "Four small line charts."
      ),
      method: theilMethod,
      arguments: ["concentration", "--measure", "theil"],
      unit: "GBP million, current prices; the index has no unit"
    )
  }

  static func decomposition() -> Finding {
    let terms = ["within countries", "between countries", "total"]
    let results = terms.enumerated()
      .map { index, term in
        var row = ResultRow(measure: "theil_change", value: [0.031, 0.0042, 0.0352][index])
        row.term = term
        row.period = "1998-2022"
        return row
      }
    return finding(
      "theil-parts",
      .whereAndConcentrating,
      question: "At which scale does the gap widen?",
      sentence: "Nine tenths of the rise happened within countries.",
      grade: .descriptive,
      table: Table(name: "parts", results: results, notes: ["The parts add to the total to 1e-12."]),
      figure: nil,
      method: method(
        "T = T_within + T_between",
        symbols: "",
        citation: "Theil (1967)",
        howToRead: "The three numbers are changes of the index."
      ),
      arguments: ["concentration", "--measure", "theil", "--within", "country"],
      unit: "change of the index, no unit"
    )
  }

  static func composition() throws -> Finding {
    let groups = ["urban", "moderately urban", "rural"]
    let series = groups.enumerated()
      .map { index, name in
        AreaSeries(
          name: name,
          values: years.map { Double(50 - 15 * index) + Double($0 - 1998) * Double(index - 1) * 0.4 }
        )
      }
    let results = series.flatMap { series in
      zip(years, series.values)
        .map { year, value in
          var row = ResultRow(measure: "share", value: value)
          row.group = series.name
          row.period = "\(year)"
          return row
        }
    }
    let sentence = "Growth is outside cities: the rural share rose from 20 % to 30 %."
    return finding(
      "density",
      .kindsOfRegion,
      question: "Is growth in cities or outside?",
      sentence: sentence,
      grade: .open,
      table: Table(name: "density classes", results: results),
      figure: try figure(
        "density",
        sentence,
        "Share of advanced manufacturing GVA by class of population density, %, 1998–2022",
        .area(AreaChart(positions: years.map(Double.init), series: series, title: "% of GVA")),
        description: "Three bands that add to 100 %."
      ),
      method: method("s_g = Σ x_r / Σ x", symbols: "", citation: "", howToRead: "The bands add to 100 %."),
      arguments: ["shares", "--groups", "density"],
      unit: "GBP million, current prices"
    )
  }

  static func kinds() throws -> Finding {
    let pairs = regions.enumerated()
      .map { index, region in
        ValuePair(
          label: region.1,
          start: 0.8 + noise(index),
          end: 0.6 + noise(index + 30),
          emphasis: index == 3 ? .strong : .context
        )
      }
    let results = zip(regions, pairs)
      .flatMap { region, pair in
        [("1998-2002", pair.start), ("2018-2022", pair.end)]
          .map { span, value in
            var row = ResultRow(measure: "lq", value: value)
            row.region = region.0
            row.period = span
            return row
          }
      }
    let sentence = "Traditional industrial regions lost ground to the rest in six of ten places."
    return finding(
      "ground-lost",
      .kindsOfRegion,
      question: "Have traditional industrial regions lost ground?",
      sentence: sentence,
      grade: .fair,
      table: Table(name: "then and now", results: results),
      figure: try figure(
        "ground-lost",
        sentence,
        "Location quotient of advanced manufacturing, means of 1998–2002 and 2018–2022",
        .dumbbell(
          DumbbellChart(
            pairs: pairs,
            startLabel: "1998–2002",
            endLabel: "2018–2022",
            axis: ValueAxis(title: "Location quotient", scale: .logarithmic),
            reference: ReferenceLine(value: 1, label: "Great Britain = 1")
          )
        ),
        description: "Ten regions at two moments."
      ),
      method: quotientMethod,
      arguments: ["specialization", "--average", "5", "--block"],
      unit: "GBP million, current prices; the quotient has no unit",
      isHeadline: true
    )
  }

  static func research() throws -> Finding {
    let points = regions.enumerated()
      .map { index, region in
        ScatterPoint(
          label: region.1,
          x: 0.4 + 2.2 * noise(index + 3),
          y: -1 + 4 * noise(index + 50),
          isNamed: index == 3 || index == 9
        )
      }
    let fit = FittedLine(
      points: [
        LinePoint(x: 0.4, y: 0.2, bounds: Interval(lower: -0.9, upper: 1.3)),
        LinePoint(x: 2.6, y: 1.1, bounds: Interval(lower: -0.6, upper: 2.8)),
      ],
      label: "OLS, 95 % band (HC1)"
    )
    let results = zip(regions, points)
      .flatMap { region, point in
        [("berd", point.x), ("growth", point.y)]
          .map { measure, value in
            var row = ResultRow(measure: measure, value: value)
            row.region = region.0
            return row
          }
      }
    let sentence =
      "Business research and growth go together weakly: the slope is 0.4, and its interval holds zero."
    return finding(
      "research-growth",
      .research,
      question: "Does research go with growth?",
      sentence: sentence,
      grade: .open,
      table: Table(name: "research and growth", results: results),
      figure: try figure(
        "research-growth",
        sentence,
        "Growth of GVA, % a year, against business R&D, % of GDP; association, not effect",
        .scatter(
          ScatterChart(
            points: points,
            horizontal: ValueAxis(title: "Business R&D, % of GDP"),
            vertical: ValueAxis(title: "Growth of GVA, % a year"),
            fit: fit
          )
        ),
        description: "Ten points and a line that rises a little within a wide band."
      ),
      method: method(
        "g_r = a + b · berd_r + e_r",
        symbols: "g growth; berd business R&D over GDP",
        citation: "MacKinnon & White (1985), J. Econometrics 29(3), 305–325",
        howToRead: "A point is a region; the band is where the line lies in 95 of 100 samples."
      ),
      arguments: ["scatter", "--x", "berd", "--y", "growth"],
      unit: "% a year against % of GDP",
      cautions: ["The column called per capita holds totals; it was divided by GDP."]
    )
  }
}
