import Albion
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What simple statistics of the published tables say, to be held against the truth.
///
/// Thresholds say what counts as something: a change of Theil's index of 0.06 beyond rounding, of a location quotient
/// of 12 % (5 % for all of advanced manufacturing), 30 % fewer jobs than the nation's growth would give, a t or z of
/// 2.8.
struct Recovery {
  var courses: [AlbionPlan.Course] = []
  var turns: [Int?] = []
  var traditionalByIndustry: [Direction] = []
  var traditional = Direction.none
  var declining: [String] = []
  var cities = Direction.none
  var research = Direction.none
  var foreignOpenings = Direction.none
  /// For calibration: what each verdict rests on.
  var notes: [String] = []

  private let panel: PublishedPanel
  private let total: Int
  private let advanced: [Int]

  init(files: [GeneratedFile], truth: Truth) throws {
    panel = try PublishedPanel(files.at("tables/gva_regions.csv"))
    total = try #require(panel.industries.firstIndex(of: "Total"))
    let industries = panel.industries
    advanced = try truth.industries.map { try #require(industries.firstIndex(of: $0.code)) }
    readCourses()
    let inside = panel.regions.map { truth.traditionalRegions.contains($0) }
    readTraditional(inside: inside)
    try readDeclining(PublishedPanel(files.at("tables/employment_regions.csv")))
    readCities(classes: truth.densityClasses)
    try readResearch(files.at("indicators.csv"))
    try readForeign(files, inside: inside)
  }

  private var regionCount: Int { panel.regions.count - 1 }

  /// Theil's index of a year with the most that rounding can move it, to first order.
  private func theil(_ industry: Int, year: Int) -> (value: Double, slack: Double) {
    let own = (0..<regionCount).map { Double(panel[year, $0, industry] ?? 0) }
    let all = (0..<regionCount).map { Double(panel[year, $0, total] ?? 0) }
    let ownSum = own.reduce(0, +)
    let allSum = all.reduce(0, +)
    var value = 0.0
    var slack = 0.0
    for region in own.indices {
      let share = own[region] / ownSum
      let reference = all[region] / allSum
      if share > 0 { value += share * log(share / reference) }
      slack += 0.5 / ownSum * abs(log(max(share, 0.25 / ownSum) / reference)) + 0.5 * share / all[region]
    }
    return (value, slack + 0.5 * Double(regionCount) * value / ownSum)
  }

  private mutating func readCourses() {
    for industry in advanced {
      let yearly = (0..<panel.years).map { theil(industry, year: $0) }
      let means = (2..<(panel.years - 2))
        .map { middle in
          (middle - 2...middle + 2).reduce(0) { $0 + yearly[$1].value } / 5
        }
      let slack = 0.2 * (yearly[0..<5] + yearly[(panel.years - 5)...]).reduce(0) { $0 + $1.slack } / 4
      let change = means[means.count - 1] - means[0]
      let interior = 8...(means.count - 9)
      let low = interior.min { means[$0] < means[$1] } ?? 0
      let high = interior.max { means[$0] < means[$1] } ?? 0
      let ends = (min(means[0], means[means.count - 1]), max(means[0], means[means.count - 1]))
      let least = 0.06 + slack
      let dip = ends.0 - means[low]
      let bump = means[high] - ends.1
      let course: AlbionPlan.Course =
        change > least
        ? .concentrating
        : change < -least
          ? .dispersing
          : dip > least ? .dispersingThenConcentrating : bump > least ? .concentratingThenDispersing : .steady
      courses.append(course)
      turns.append(
        course == .dispersingThenConcentrating
          ? panel.firstYear + 2 + low
          : course == .concentratingThenDispersing ? panel.firstYear + 2 + high : nil
      )
      notes.append("theil \(means[0]) \(means[means.count - 1]) dip \(dip) bump \(bump) slack \(slack)")
    }
  }

  private func sum(_ years: ClosedRange<Int>, _ industries: [Int], where holds: (Int) -> Bool) -> Double {
    (0..<regionCount)
      .reduce(0) { sum, region in
        holds(region) ? industries.reduce(sum) { $0 + panel.mean(years, region, $1) } : sum
      }
  }

  private func quotient(_ years: ClosedRange<Int>, _ industries: [Int], where holds: (Int) -> Bool) -> Double
  {
    sum(years, industries, where: holds) / sum(years, industries) { _ in true }
      / (sum(years, [total], where: holds) / sum(years, [total]) { _ in true })
  }

  private func direction(_ change: Double, beyond least: Double) -> Direction {
    change > least ? .up : change < -least ? .down : .none
  }

  private mutating func readTraditional(inside: [Bool]) {
    func change(_ industries: [Int]) -> Double {
      log(quotient(2011...2015, industries) { inside[$0] } / quotient(1971...1975, industries) { inside[$0] })
    }
    for industry in advanced {
      traditionalByIndustry.append(direction(change([industry]), beyond: 0.12))
      notes.append("tir \(change([industry]))")
    }
    traditional = direction(change(advanced), beyond: 0.05)
    notes.append("tir all \(change(advanced))")
  }

  private mutating func readDeclining(_ jobs: PublishedPanel) {
    let all = jobs.industries.count - 1
    let country = jobs.regions.count - 1
    let nation = log(jobs.mean(2011...2015, country, all) / jobs.mean(1971...1975, country, all))
    for region in 0..<country {
      let change = log(jobs.mean(2011...2015, region, all) / jobs.mean(1971...1975, region, all)) - nation
      if change < -0.3 { declining.append(jobs.regions[region]) }
    }
  }

  private mutating func readCities(classes: [String]) {
    func change(_ name: String) -> Double {
      log(
        quotient(2011...2015, advanced) { classes[$0] == name }
          / quotient(1971...1975, advanced) { classes[$0] == name }
      )
    }
    let apart = change("urban") - change("rural")
    cities = direction(apart, beyond: 0.2)
    notes.append(
      "cities \(apart) \(classes.filter { $0 == "urban" }.count) \(classes.filter { $0 == "rural" }.count)"
    )
  }

  private mutating func readResearch(_ file: GeneratedFile) throws {
    var sums = [Double](repeating: 0, count: regionCount)
    for line in file.text.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      let region = try #require(panel.regions.firstIndex(of: String(fields[0])))
      sums[region] += try #require(Double(fields[4]))
    }
    let x = sums.map { log($0) }
    let y = (0..<regionCount)
      .map { region in
        log(
          advanced.reduce(0) { $0 + panel.mean(2013...2015, region, $1) }
            / advanced.reduce(0) { $0 + panel.mean(1998...2000, region, $1) }
        )
      }
    let t = Recovery.slopeT(x, y)
    research = direction(t, beyond: 2.8)
    notes.append("research t \(t)")
  }

  /// The slope over its standard error, robust to unequal variances (HC3).
  private static func slopeT(_ x: [Double], _ y: [Double]) -> Double {
    let n = Double(x.count)
    let xMean = x.reduce(0, +) / n
    let yMean = y.reduce(0, +) / n
    let sxx = x.reduce(0) { $0 + ($1 - xMean) * ($1 - xMean) }
    let slope = zip(x, y).reduce(0) { $0 + ($1.0 - xMean) * ($1.1 - yMean) } / sxx
    let variance = zip(x, y)
      .reduce(0) { sum, pair in
        let away = pair.0 - xMean
        let leverage = 1 / n + away * away / sxx
        let residual = (pair.1 - yMean - slope * away) / (1 - leverage)
        return sum + away * away * residual * residual
      }
    return slope / (variance / (sxx * sxx)).squareRoot()
  }

  private mutating func readForeign(_ files: [GeneratedFile], inside: [Bool]) throws {
    var regionOf: [Substring: Int] = [:]
    let areas = try files.at("areas.csv").text
    for line in areas.split(separator: "\n") {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      if fields[0] == "district" { regionOf[fields[1]] = panel.regions.firstIndex(of: String(fields[3])) }
    }
    var opened = [0.0, 0.0]
    var foreign = [0.0, 0.0]
    let plants = try files.at("plants.csv").text
    for line in plants.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      let year = try #require(Int(fields[5]))
      guard year > 1971 else { continue }
      let group = inside[try #require(regionOf[fields[2]])] ? 1 : 0
      opened[group] += 1
      if fields[7] == "foreign" { foreign[group] += 1 }
    }
    let pooled = (foreign[0] + foreign[1]) / (opened[0] + opened[1])
    let error = (pooled * (1 - pooled) * (1 / opened[0] + 1 / opened[1])).squareRoot()
    let z = (foreign[1] / opened[1] - foreign[0] / opened[0]) / error
    foreignOpenings = direction(z, beyond: 2.8)
    notes.append("foreign z \(z)")
  }

  /// What was planted and not found, or found and not planted, in words.
  func failures(against truth: Truth) -> [String] {
    var failures: [String] = []
    for (position, industry) in truth.industries.enumerated() {
      if courses[position] != industry.course {
        failures.append("\(industry.code) \(industry.course.rawValue) read as \(courses[position].rawValue)")
      } else if let turn = industry.turn, abs((turns[position] ?? 0) - turn) > 6 {
        failures.append("\(industry.code) turn \(turn) read as \(turns[position] ?? 0)")
      }
      if traditionalByIndustry[position] != industry.traditional {
        failures.append(
          "\(industry.code) in traditional regions \(industry.traditional) read as \(traditionalByIndustry[position])"
        )
      }
    }
    if traditional != truth.traditional {
      failures.append("traditional \(truth.traditional) read as \(traditional)")
    }
    if declining.sorted() != truth.decliningRegions.sorted() {
      failures.append("declining \(truth.decliningRegions) read as \(declining)")
    }
    if cities != truth.cities { failures.append("cities \(truth.cities) read as \(cities)") }
    if research != truth.research { failures.append("research \(truth.research) read as \(research)") }
    if foreignOpenings != truth.foreignOpenings {
      failures.append("foreign \(truth.foreignOpenings) read as \(foreignOpenings)")
    }
    return failures
  }
}
