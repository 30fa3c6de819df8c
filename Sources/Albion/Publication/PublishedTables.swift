/// The tables as the statistical office of Albion publishes them.
struct PublishedTables {
  /// The code of the rows that stand for the whole country.
  static let countryCode = "ALB"
  /// The code of the rows that stand for all industries.
  static let totalCode = "Total"

  /// What a table's rows are about.
  struct Labels {
    let areas: [(code: String, name: String)]
    let industries: [(code: String, title: String)]
    /// Whether names and titles are printed in every row.
    let named: Bool

    var header: String {
      named ? "region,region_name,industry,industry_title,year,value" : "region,industry,year,value"
    }
  }

  /// Value added to the nearest million crowns, every total rounded on its own.
  static func valueAdded(_ scale: ExactTables.Scale, labels: Labels) -> [UInt8] {
    let block = scale.valueAdded.withTotals()
    var text = ByteText(capacity: block.values.count * (labels.named ? 56 : 20))
    text.add(labels.header + "\n")
    rows(block, labels: labels, firstYear: scale.firstYear) { _, _, _, value in
      text.add((value + 500) / 1000)
      text.newline()
    } start: {
      text.add($0)
    }
    return text.bytes
  }

  /// Jobs, rounded by the ladder and withheld where they would show a plant.
  static func employment(_ scale: ExactTables.Scale, labels: Labels) -> [UInt8] {
    let jobs = scale.jobs.withTotals()
    let plants = scale.plants.withTotals()
    let largest = scale.largest.withTotals(by: max)
    let hidden = (0..<scale.jobs.years).map { DisclosureControl.withheld(scale, year: $0) }
    var text = ByteText(capacity: jobs.values.count * (labels.named ? 60 : 21))
    text.add(labels.header + ",status\n")
    rows(jobs, labels: labels, firstYear: scale.firstYear) { year, area, industry, value in
      let inner = area < scale.jobs.areas && industry < scale.jobs.industries
      if inner, hidden[year][area * scale.jobs.industries + industry] {
        text.add("[c],suppressed\n")
      } else {
        let relaxed = DisclosureControl.isRelaxed(
          jobs: value,
          plants: plants[year, area, industry],
          largest: largest[year, area, industry]
        )
        text.add(DisclosureControl.rounded(value, relaxed: relaxed))
        text.add(",\n")
      }
    } start: {
      text.add($0)
    }
    return text.bytes
  }

  /// Chained volumes to the nearest million crowns of 2010, years across, with the title rows of an office's sheet.
  ///
  /// - Parameters:
  ///   - divisions: Value added by division, whose prices are known.
  ///   - firstYear: The first year.
  ///   - groups: The positions of the divisions of each row of an area; several for a group.
  ///   - prices: Prices of the divisions from 1971.
  ///   - labels: What the rows are about.
  ///   - title: The title in the first row.
  /// - Returns: The file.
  static func volumes(
    _ divisions: ExactTables.Block,
    firstYear: Int,
    groups: [[Int]],
    prices: [Double],
    labels: Labels,
    title: String
  ) -> [UInt8] {
    let whole = divisions.withCountry()
    var text = wideHead(
      "\(title) (invented data)\nChained volume measures in million crowns of 2010; volumes do not add",
      firstYear: firstYear,
      years: divisions.years
    )
    let skipped = firstYear - Expectations.firstYear
    let reference = PriceBook.referenceYear - firstYear
    for area in labels.areas.indices {
      for (row, parts) in (groups + [Array(0..<divisions.industries)]).enumerated() {
        var current: [Double] = []
        var partPrices: [Double] = []
        for year in 0..<divisions.years {
          for part in parts {
            current.append(Double(whole[year, area, part]))
            partPrices.append(prices[(year + skipped) * divisions.industries + part])
          }
        }
        let volumes = ChainedVolumes.volumes(
          current: current,
          prices: partPrices,
          parts: parts.count,
          reference: reference
        )
        text.addLabels(labels, area: area, industry: row)
        for volume in volumes {
          text.comma()
          text.add(Int((volume / 1000).rounded()))
        }
        text.newline()
      }
    }
    return text.bytes
  }

  /// Value added to the nearest million crowns, years across, with the title rows of an office's sheet.
  static func wideValueAdded(_ scale: ExactTables.Scale, labels: Labels, of areas: String) -> [UInt8] {
    let block = scale.valueAdded.withTotals()
    var text = wideHead(
      "Gross value added of the \(areas) of Albion (invented data)\nMillion crowns at current prices",
      firstYear: scale.firstYear,
      years: block.years
    )
    for area in 0..<block.areas {
      for industry in 0..<block.industries {
        text.addLabels(labels, area: area, industry: industry)
        for year in 0..<block.years {
          text.comma()
          text.add((block[year, area, industry] + 500) / 1000)
        }
        text.newline()
      }
    }
    return text.bytes
  }

  private static func wideHead(_ title: String, firstYear: Int, years: Int) -> ByteText {
    var text = ByteText(capacity: 2_000_000)
    text.add("\(title)\n\nRegion code,Region name,Industry code,Industry")
    for year in 0..<years { text.add(",\(firstYear + year)") }
    text.newline()
    return text
  }

  /// Goes through the rows of a long table: by area, industry, year.
  private static func rows(
    _ block: ExactTables.Block,
    labels: Labels,
    firstYear: Int,
    value: (Int, Int, Int, Int) -> Void,
    start: ([UInt8]) -> Void
  ) {
    for area in 0..<block.areas {
      for industry in 0..<block.industries {
        var prefix = ByteText()
        prefix.addField(labels.areas[area].code)
        prefix.comma()
        if labels.named {
          prefix.addField(labels.areas[area].name)
          prefix.comma()
        }
        prefix.addField(labels.industries[industry].code)
        prefix.comma()
        if labels.named {
          prefix.addField(labels.industries[industry].title)
          prefix.comma()
        }
        for year in 0..<block.years {
          var line = prefix
          line.add(firstYear + year)
          line.comma()
          start(line.bytes)
          value(year, area, industry, block[year, area, industry])
        }
      }
    }
  }
}

extension ExactTables.Block {
  /// Returns the block with a last area for the country and a last industry for all.
  func withTotals(by combine: (Int, Int) -> Int = { $0 + $1 }) -> ExactTables.Block {
    var result = ExactTables.Block(years: years, areas: areas + 1, industries: industries + 1)
    for year in 0..<years {
      for area in 0..<areas {
        for industry in 0..<industries {
          let value = self[year, area, industry]
          result[year, area, industry] = value
          result[year, areas, industry] = combine(result[year, areas, industry], value)
          result[year, area, industries] = combine(result[year, area, industries], value)
          result[year, areas, industries] = combine(result[year, areas, industries], value)
        }
      }
    }
    return result
  }

  /// Returns the block with a last area for the country.
  func withCountry() -> ExactTables.Block {
    var result = ExactTables.Block(years: years, areas: areas + 1, industries: industries)
    for year in 0..<years {
      for area in 0..<areas {
        for industry in 0..<industries {
          let value = self[year, area, industry]
          result[year, area, industry] = value
          result[year, areas, industry] += value
        }
      }
    }
    return result
  }
}

extension ByteText {
  /// Adds the codes and names that begin a row of a wide table.
  fileprivate mutating func addLabels(_ labels: PublishedTables.Labels, area: Int, industry: Int) {
    addField(labels.areas[area].code)
    comma()
    addField(labels.areas[area].name)
    comma()
    addField(labels.industries[industry].code)
    comma()
    addField(labels.industries[industry].title)
  }
}
