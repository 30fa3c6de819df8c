import Graphics
import Panels
import Studies

extension SampleFindings {
  static func coverage() throws -> Finding {
    let rows = industryCodes.enumerated()
      .map { index, code in
        HeatRow(
          label: code,
          cells: (2015...2021)
            .map { year in
              let isHidden = index == 0 && year > 2019
              return HeatCell(
                value: isHidden ? nil : 60 + 40 * noise(index * 100 + year),
                status: isHidden ? .suppressed : .rounded
              )
            }
        )
      }
    let chart = Chart.heatTable(
      HeatTable(
        rowTitle: "Industry",
        columns: (2015...2021).map(String.init),
        rows: rows,
        scale: .sequential(breaks: nil),
        legendTitle: "Cells with a number, %",
        format: NumberFormat(decimals: 0)
      )
    )
    let results = zip(industryCodes, rows)
      .flatMap { code, row in
        zip(2015...2021, row.cells)
          .map { year, cell in
            var result = ResultRow(measure: "coverage", value: cell.value)
            result.industry = code
            result.period = "\(year)"
            result.status = cell.status.word
            return result
          }
      }
    let sentence =
      "These data can answer for four of four industries; one is suppressed in the last two years."
    return finding(
      "coverage",
      .dataHealth,
      question: "Can these data answer it?",
      sentence: sentence,
      grade: .descriptive,
      table: Table(name: "coverage", results: results),
      figure: try figure(
        "coverage",
        sentence,
        "Cells with a number by industry and year, % of regions, 2015–2021",
        chart,
        description: "Four industries by seven years; one is suppressed in 2020 and 2021."
      ),
      method: method("c = cells with a number / cells", symbols: "", citation: "", howToRead: ""),
      arguments: ["check"],
      source: bresSource,
      unit: "per cent of cells"
    )
  }

  static func boundaries() throws -> Finding {
    let shapes = regions.enumerated()
      .map { index, region in
        let (x, y) = (Double(index % 3) * 100, Double(index / 3) * 90)
        let ring = (0..<60)
          .map { step -> MapPoint in
            let side = Double(step % 15) / 15
            let jitter = 6 * noise(index * 61 + step)
            switch step / 15 {
            case 0: return MapPoint(x: x + 95 * side, y: y + jitter)
            case 1: return MapPoint(x: x + 95 - jitter, y: y + 85 * side)
            case 2: return MapPoint(x: x + 95 * (1 - side), y: y + 85 - jitter)
            default: return MapPoint(x: x + jitter, y: y + 85 * (1 - side))
            }
          }
        return MapShape(code: region.0, label: region.1, rings: [ring])
      }
    let values = regions.enumerated()
      .map { index, region in
        MapValue(
          code: region.0,
          value: index == 7 ? nil : 0.4 + 2.4 * noise(index + 7),
          status: index == 7 ? .suppressed : .observed
        )
      }
    let results = zip(regions, values)
      .map { region, value in
        var row = ResultRow(measure: "lq", value: value.value)
        row.region = region.0
        row.industry = "advanced manufacturing"
        row.period = "2022"
        row.status = value.status == .observed ? nil : value.status.word
        return row
      }
    let sentence =
      "The West Midlands lies among regions that hold more than their share of advanced manufacturing."
    return finding(
      "map-lq",
      .placeAndDefinition,
      question: "Which places are meant?",
      sentence: sentence,
      grade: .descriptive,
      table: Table(name: "quotients by region", results: results),
      figure: try figure(
        "map-lq",
        sentence,
        "Location quotient of advanced manufacturing GVA, 2022, Great Britain = 1",
        .map(
          ChoroplethMap(
            shapes: shapes,
            values: values,
            scale: .divergingRatio(centre: 1, breaks: nil),
            legendTitle: "Location quotient",
            highlighted: ["TLG3"]
          )
        ),
        description: "A map of ten regions; one is suppressed."
      ),
      method: quotientMethod,
      arguments: ["specialization", "--only", "CI (26)", "--measure", "lq"],
      unit: "ratio of shares, no unit"
    )
  }

  static let quotientMethod = method(
    "LQ = (x_ri / x_r) / (x_i / x)",
    symbols: "x_ri jobs of industry i in region r; x_r, x_i, x sums over industries, regions, both",
    citation: "Isserman (1977), J. Am. Inst. Planners 43(1), 33–41",
    howToRead:
      "West Midlands, 2.41: its share of jobs in the industry is 2.41 times that of Great Britain. The bar is where the number lies if rounding is undone."
  )

  static func quotients() throws -> Finding {
    let rows = regions.enumerated()
      .map { index, region -> IntervalRow in
        let value = 0.35 + 2.6 * noise(index * 13 + 5)
        let width = 1.05 + 0.5 * noise(index)
        let (lower, upper) = (value / width, value * width)
        let verdict: IntervalVerdict =
          lower > 1 ? .clearlyAbove : upper < 1 ? .clearlyBelow : .cannotTell
        return IntervalRow(
          label: region.1,
          detail: "\(500 + index * 375)",
          value: index == 7 ? nil : value,
          interval: Interval(lower: lower, upper: upper),
          bounds: Interval(lower: lower / 1.1, upper: index == 7 ? nil : upper * 1.1),
          verdict: index == 7 ? .cannotTell : verdict,
          status: index == 7 ? .suppressed : .rounded
        )
      }
    let results = zip(regions, rows)
      .map { region, row in
        var result = ResultRow(measure: "lq", value: row.value)
        result.region = region.0
        result.industry = "30300"
        result.period = "2021"
        result.lower = row.bounds?.lower
        result.upper = row.bounds?.upper
        result.verdict = row.verdict.words.lowercased()
        result.status = row.status.word
        return result
      }
    let sentence =
      "Three regions are clearly above the national share of aerospace jobs; for most, rounding decides nothing."
    return finding(
      "lq-aerospace",
      .knownFor,
      question: "What is this place known for, and how sure are we?",
      sentence: sentence,
      grade: .fair,
      table: Table(
        name: "location quotients",
        results: results,
        notes: ["1 cell is suppressed; its bounds are wide."]
      ),
      figure: try figure(
        "lq-aerospace",
        "Three regions are clearly above the national share of aerospace jobs",
        "Location quotient of jobs in SIC 30300, 2021, log scale, Great Britain = 1",
        .intervalDots(
          IntervalDotChart(
            rows: rows,
            detailTitle: "Jobs",
            intervalTitle: "95 % rounding interval",
            boundsTitle: "hard bounds"
          )
        ),
        description: "Ten regions with intervals on a log axis, grouped by verdict."
      ),
      method: quotientMethod,
      arguments: ["specialization", "--only", "303*", "--measure", "lq", "--rounding", "bres"],
      source: bresSource,
      unit: "persons",
      robustness: [
        RobustnessNote(kind: "Threshold", choice: "1.25", answer: "two regions above", agrees: false),
        RobustnessNote(kind: "Reference", choice: "England", answer: "three regions above", agrees: true),
      ],
      cautions: [
        "Sampling error of the survey is not declared by industry: the verdicts rest on rounding alone."
      ],
      isHeadline: true
    )
  }

  static func largest() throws -> Finding {
    let values = regions.indices.map { 14 - Double($0) * 1.15 + 0.4 * noise($0) }
    let bars = zip(regions, values)
      .map { region, value in
        RankedBar(label: region.1, value: value, comparison: 8.2, status: .estimated)
      }
    let results = zip(regions, values)
      .map { region, value in
        var row = ResultRow(measure: "share", value: value)
        row.region = region.0
        row.period = "2022"
        row.status = CellStatus.estimated.word
        return row
      }
    let sentence = "Manufacturing is 14 % of output in Tees Valley and Durham, against 8 % in Great Britain."
    return finding(
      "shares-2022",
      .knownFor,
      question: "What is here?",
      sentence: sentence,
      grade: .descriptive,
      table: Table(name: "shares", results: results),
      figure: try figure(
        "shares-2022",
        sentence,
        "Share of manufacturing in gross value added, %, current prices, 2022",
        .rankedBars(
          RankedBarChart(
            bars: bars,
            axis: ValueAxis(title: "Share of GVA, %"),
            comparisonTitle: "Great Britain"
          )
        ),
        description: "Ten regions in order of the share of manufacturing."
      ),
      method: method(
        "s = x_ri / x_r",
        symbols: "x as above",
        citation: "",
        howToRead: "A bar is a share; the tick is Great Britain's."
      ),
      arguments: ["shares", "--only", "C"],
      unit: "GBP million, current prices"
    )
  }
}
