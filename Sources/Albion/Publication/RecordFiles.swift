import Panels
import Readers

/// The files that are not panels of jobs or value added: plants, links, people, research, lists of codes.
enum RecordFiles {
  /// Makes the files.
  static func files(of albion: Albion) -> [GeneratedFile] {
    [
      plantFile(of: albion),
      csv("io.csv", links(albion.links)),
      GeneratedFile(path: "population.csv", bytes: people(albion, byDistrict: false)),
      GeneratedFile(path: "population_districts.csv", bytes: people(albion, byDistrict: true)),
      researchFile(of: albion),
      csv("industries.csv", industries()),
      areaFile(of: albion),
    ]
  }

  /// Makes the file of plants.
  static func plantFile(of albion: Albion) -> GeneratedFile {
    GeneratedFile(path: "plants.csv", bytes: plants(albion))
  }

  /// Makes the file of research by region.
  static func researchFile(of albion: Albion) -> GeneratedFile { csv("indicators.csv", research(albion)) }

  /// Makes the file of all areas.
  static func areaFile(of albion: Albion) -> GeneratedFile { csv("areas.csv", areas(albion.geography)) }

  private static func csv(_ path: String, _ table: Table) -> GeneratedFile {
    GeneratedFile(path: path, text: DelimitedWriter.text(of: table))
  }

  /// The plants of advanced manufacturing, with jobs in the sample years, empty where a plant was not open.
  private static func plants(_ albion: Albion) -> [UInt8] {
    var text = ByteText(capacity: albion.exact.plantLives.count * 90)
    text.add("id,industry,region,longitude,latitude,opened,closed,owner_at_opening,owner,owner_changed")
    for year in PlantLife.sampleYears { text.add(",jobs_\(year)") }
    text.newline()
    for (number, life) in albion.exact.plantLives.enumerated() where life.peakJobs >= PlantLife.leastPublished
    {
      text.add("P" + padded(number + 1, 6) + ",\(AlbionIndustry.all[life.industry].code),")
      text.add(albion.geography.districts[life.district].code)
      text.comma()
      text.add(life.place.longitude, places: 5)
      text.comma()
      text.add(life.place.latitude, places: 5)
      text.add(",\(life.opened),")
      if let closed = life.closed { text.add(closed) }
      text.add(life.openedForeign ? ",foreign" : ",domestic")
      text.add(life.isForeign ? ",foreign," : ",domestic,")
      if let changed = life.ownerChanged { text.add(changed) }
      for jobs in life.jobs {
        text.comma()
        if jobs > 0 { text.add(jobs) }
      }
      text.newline()
    }
    return text.bytes
  }

  /// Suppliers and users, with the rows of value added and output and the column of final demand.
  private static func links(_ links: LinkTable) -> Table {
    let codes = AlbionIndustry.all.map(\.code)
    var rows: [[TableValue]] = []
    for supplier in codes.indices {
      for user in codes.indices {
        rows.append([
          .text(codes[supplier]), .text(codes[user]), .integer(links.flows[supplier * links.count + user]),
        ])
      }
      rows.append([.text(codes[supplier]), .text("Final demand"), .integer(links.finalDemand[supplier])])
    }
    for (name, values) in [("Value added", links.valueAdded), ("Output", links.output)] {
      for user in codes.indices { rows.append([.text(name), .text(codes[user]), .integer(values[user])]) }
    }
    return Table(name: "links", columns: ["supplier", "user", "flow"], rows: rows)
  }

  private static func people(_ albion: Albion, byDistrict: Bool) -> [UInt8] {
    let regionOf = albion.geography.regionOfDistrict
    let areas = byDistrict ? albion.geography.districts : albion.geography.regions
    var text = ByteText(capacity: areas.count * 45 * 32)
    text.add(byDistrict ? "region,year,population\n" : "region,region_name,year,population\n")
    var counts = albion.indicators.people
    if !byDistrict {
      counts = counts.map { year in
        var sums = [Int](repeating: 0, count: areas.count)
        for (district, people) in year.enumerated() { sums[regionOf[district]] += people }
        return sums
      }
    }
    for (position, area) in areas.enumerated() {
      for (year, people) in counts.enumerated() {
        text.addField(area.code)
        text.comma()
        if !byDistrict {
          text.addField(area.name)
          text.comma()
        }
        text.add("\(Expectations.firstYear + year),\(people[position])\n")
      }
    }
    return text.bytes
  }

  private static func research(_ albion: Albion) -> Table {
    var rows: [[TableValue]] = []
    for (position, region) in albion.geography.regions.enumerated() {
      for year in albion.indicators.research.indices {
        let spent = albion.indicators.research[year][position]
        rows.append([
          .text(region.code), .text(region.name), .integer(RegionIndicators.firstResearchYear + year),
          .number(Double((spent + 50) / 100) / 10),
          .number(Double(albion.indicators.researchShare[year][position]) / 100),
        ])
      }
    }
    return Table(
      name: "indicators",
      columns: ["region", "region_name", "year", "rd_million_crowns", "rd_percent_of_gva"],
      rows: rows
    )
  }

  /// Sections, groups of manufacturing and divisions.
  private static func industries() -> Table {
    var rows: [[TableValue]] = []
    for section in AlbionIndustry.sections {
      rows.append([.text("section"), .text(section.code), .text(section.title), .empty])
      let groups = AlbionIndustry.groups.filter { $0.hasPrefix(section.code) && $0 != section.code }
      for group in groups {
        rows.append([
          .text("group"), .text(group), .text(AlbionIndustry.title(ofGroup: group)), .text(section.code),
        ])
      }
      for division in AlbionIndustry.all where division.section == section.code {
        rows.append([.text("division"), .text(division.code), .text(division.title), .text(division.group)])
      }
    }
    return Table(name: "industries", columns: ["level", "code", "title", "parent"], rows: rows)
  }

  private static func areas(_ geography: AlbionGeography) -> Table {
    var rows: [[TableValue]] = []
    func add(_ areas: [AlbionGeography.Area], _ level: String, _ parents: [AlbionGeography.Area]?) {
      for area in areas {
        let parent = area.parent.flatMap { position in parents.map { $0[position].code } }
        rows.append([
          .text(level), .text(area.code), .text(area.name), TableValue(parent), .number(area.area),
        ])
      }
    }
    add(geography.provinces, "province", nil)
    add(geography.regions, "region", geography.provinces)
    add(geography.districts, "district", geography.regions)
    return Table(name: "areas", columns: ["level", "code", "name", "parent", "area_km2"], rows: rows)
  }
}
