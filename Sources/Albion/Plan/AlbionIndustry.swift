/// A division of Albion's own classification of industries (ACI 2010), with what drives its economy.
///
/// The codes look like those of an official classification and are not: a section letter and two digits of Albion's
/// own numbering.
public struct AlbionIndustry: Hashable, Sendable {
  /// What kind of business it is, which decides how it is spread and how it grows.
  public enum Kind: Hashable, Sendable {
    /// Farming, forestry and fishing.
    case land
    /// Mining and the manufacturing of the first industrial age.
    case traditional
    /// Manufacturing in the definition "advanced manufacturing".
    case advanced
    /// Other manufacturing, energy, water and construction.
    case ordinary
    /// Services that people use where they live.
    case local
    /// Services that are traded over distance.
    case traded
  }

  /// The code of the division, such as `C22`.
  public let code: String
  /// The title.
  public let title: String
  /// The code of the group that districts are published by, such as `CL`; the section's where it has one group.
  public let group: String
  /// The kind.
  public let kind: Kind
  /// The share of all jobs in 1971, in thousandths.
  let jobs1971: Double
  /// The usual number of jobs of a plant.
  let plantSize: Double
  /// Value added per job in 2010, in thousand crowns.
  let productivity: Double

  /// The section letter.
  public var section: String { String(code.prefix(1)) }
}

extension AlbionIndustry {
  /// The 60 divisions in the order of the classification.
  public static let all: [AlbionIndustry] =
    land + mining + lightManufacturing + heavyManufacturing + networks + trade + transport + knowledge
    + people

  private static func make(
    _ code: String,
    _ title: String,
    _ group: String,
    _ kind: Kind,
    _ jobs: Double,
    _ size: Double,
    _ value: Double
  ) -> AlbionIndustry {
    AlbionIndustry(
      code: code,
      title: title,
      group: group,
      kind: kind,
      jobs1971: jobs,
      plantSize: size,
      productivity: value
    )
  }

  private static let land = [
    make("A01", "Farming", "A", .land, 28, 7, 38),
    make("A02", "Forestry", "A", .land, 3, 8, 44),
    make("A03", "Fishing and aquaculture", "A", .land, 3, 9, 46),
  ]
  private static let mining = [
    make("B01", "Coal and lignite", "B", .traditional, 17, 160, 70),
    make("B02", "Ores and stone", "B", .traditional, 6, 35, 72),
    make("B03", "Oil and gas", "B", .ordinary, 3, 220, 190),
  ]
  private static let lightManufacturing = [
    make("C01", "Food products", "CA", .ordinary, 24, 48, 60),
    make("C02", "Beverages", "CA", .ordinary, 7, 50, 88),
    make("C03", "Textiles", "CB", .traditional, 24, 60, 42),
    make("C04", "Clothing", "CB", .traditional, 15, 40, 36),
    make("C05", "Leather and footwear", "CB", .traditional, 7, 42, 36),
    make("C06", "Wood products", "CC", .ordinary, 9, 22, 46),
    make("C07", "Paper and board", "CC", .ordinary, 8, 60, 66),
    make("C08", "Printing", "CC", .ordinary, 13, 24, 52),
    make("C09", "Refined petroleum", "CD", .ordinary, 3, 240, 180),
    make("C10", "Chemicals", "CE", .advanced, 15, 50, 102),
    make("C11", "Pharmaceuticals", "CF", .advanced, 9, 60, 148),
    make("C12", "Rubber and plastics", "CG", .ordinary, 13, 40, 58),
    make("C13", "Glass and ceramics", "CG", .traditional, 13, 45, 58),
  ]
  private static let heavyManufacturing = [
    make("C14", "Iron and steel", "CH", .traditional, 19, 240, 72),
    make("C15", "Other basic metals", "CH", .traditional, 7, 60, 66),
    make("C16", "Metal products", "CH", .ordinary, 28, 28, 52),
    make("C17", "Machinery", "CK", .advanced, 22, 42, 70),
    make("C18", "Electrical equipment", "CJ", .advanced, 14, 45, 64),
    make("C19", "Electronics and optics", "CI", .advanced, 16, 44, 84),
    make("C20", "Motor vehicles", "CL", .advanced, 20, 70, 90),
    make("C21", "Ships and boats", "CL", .traditional, 12, 160, 60),
    make("C22", "Aircraft and spacecraft", "CL", .advanced, 14, 260, 100),
    make("C23", "Other transport equipment", "CL", .advanced, 9, 48, 62),
    make("C24", "Other manufacturing", "CM", .ordinary, 15, 20, 48),
  ]
  private static let networks = [
    make("D01", "Electricity and gas", "D", .ordinary, 9, 70, 150),
    make("D02", "Water and waste", "D", .ordinary, 6, 30, 92),
    make("E01", "Building", "E", .local, 42, 14, 56),
    make("E02", "Civil engineering", "E", .local, 24, 24, 62),
  ]
  private static let trade = [
    make("F01", "Motor trades", "F", .local, 17, 12, 48),
    make("F02", "Wholesale trade", "F", .local, 42, 18, 60),
    make("F03", "Retail trade", "F", .local, 92, 14, 34),
  ]
  private static let transport = [
    make("G01", "Railways", "G", .local, 11, 45, 60),
    make("G02", "Road haulage and buses", "G", .local, 24, 22, 50),
    make("G03", "Sea and air transport", "G", .traded, 7, 40, 84),
    make("G04", "Post and storage", "G", .local, 19, 26, 48),
    make("H01", "Hotels and other lodging", "H", .local, 15, 18, 32),
    make("H02", "Restaurants and bars", "H", .local, 34, 11, 26),
  ]
  private static let knowledge = [
    make("J01", "Publishing", "J", .traded, 6, 26, 74),
    make("J02", "Telecommunications", "J", .traded, 11, 40, 120),
    make("J03", "Software and data", "J", .traded, 7, 20, 88),
    make("J04", "Film and broadcasting", "J", .traded, 4, 22, 80),
    make("K01", "Banking", "K", .traded, 16, 24, 128),
    make("K02", "Insurance and pensions", "K", .traded, 8, 44, 124),
    make("K03", "Other financial services", "K", .traded, 4, 16, 110),
    make("L01", "Property", "L", .local, 8, 10, 220),
    make("M01", "Law and accounting", "M", .traded, 16, 16, 76),
    make("M02", "Engineering design", "M", .traded, 11, 16, 66),
    make("M03", "Research and development", "M", .traded, 4, 42, 70),
    make("M04", "Advertising", "M", .traded, 7, 12, 62),
  ]
  private static let people = [
    make("N01", "Employment agencies", "N", .local, 14, 30, 36),
    make("N02", "Cleaning and security", "N", .local, 26, 30, 32),
    make("P01", "Public administration", "P", .local, 54, 70, 58),
    make("P02", "Education", "P", .local, 64, 42, 50),
    make("P03", "Health and care", "P", .local, 70, 38, 44),
  ]

  /// The positions in ``all`` of the definition "advanced manufacturing".
  public static let advanced: [Int] = all.indices.filter { all[$0].kind == .advanced }

  /// The codes of the groups that hold a division of advanced manufacturing; `CL` holds ships and boats besides.
  public static let advancedGroups: [String] = groups.filter { code in
    all.contains { $0.group == code && $0.kind == .advanced }
  }

  /// The codes of the groups that districts are published by, in the order of the classification.
  public static let groups: [String] = all.reduce(into: []) { codes, industry in
    if !codes.contains(industry.group) { codes.append(industry.group) }
  }

  /// The position of each division's group in ``groups``.
  static let groupOfDivision: [Int] = all.map { groups.firstIndex(of: $0.group) ?? 0 }

  /// The sections with their titles.
  public static let sections: [(code: String, title: String)] = [
    ("A", "Land and sea"), ("B", "Mining"), ("C", "Manufacturing"), ("D", "Energy and water"),
    ("E", "Construction"), ("F", "Trade"), ("G", "Transport and post"), ("H", "Hotels and restaurants"),
    ("J", "Information and communication"), ("K", "Finance"), ("L", "Property"),
    ("M", "Professional services"),
    ("N", "Business support"), ("P", "Public services"),
  ]

  /// The titles of the groups of manufacturing.
  public static let groupTitles: [(code: String, title: String)] = [
    ("CA", "Food and beverages"), ("CB", "Textiles clothing and leather"), ("CC", "Wood paper and printing"),
    ("CD", "Coke and petroleum"), ("CE", "Chemicals"), ("CF", "Pharmaceuticals"),
    ("CG", "Rubber plastics and minerals"), ("CH", "Metals and metal products"),
    ("CI", "Electronics and optics"),
    ("CJ", "Electrical equipment"), ("CK", "Machinery"), ("CL", "Transport equipment"),
    ("CM", "Other manufacturing"),
  ]

  /// Returns the title of a group or section.
  static func title(ofGroup code: String) -> String {
    (groupTitles + sections).first { $0.code == code }?.title ?? code
  }
}
