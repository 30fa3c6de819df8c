import Arithmetic

/// Invented names: no place in them is real, some have accents, apostrophes and hyphens as real ones do.
struct AlbionNames {
  let districts: [String]
  let regions: [String]
  let provinces: [String]

  private static let firstSyllables = [
    "Ald", "Bren", "Corv", "Dwel", "Esk", "Farr", "Gorm", "Hask", "Ild", "Jorv", "Kess", "Lorn", "Mard",
    "Neth",
    "Orl", "Pell", "Quen", "Rusk", "Sarn", "Tholl", "Umb", "Veld", "Wythen", "Yarv", "Zell", "Brac", "Cass",
    "Drom",
    "Fenn", "Gald", "Hebb", "Ister", "Keld", "Luth", "Moss", "Nidd", "Osk", "Pry", "Rav", "Skell", "Tarr",
    "Ulf",
    "Vann", "Wolm", "Crith", "Stav", "Blen", "Threl",
  ]
  private static let middles = ["a", "e", "er", "en", "o", "in", "or", "ar", "ing", "el"]
  private static let endings = [
    "bury", "ham", "ton", "wick", "mouth", "ford", "mere", "stead", "port", "holm", "by", "combe", "ley",
    "dale",
    "haven", "worth", "bridge", "minster", "firth", "garth", "cliffe", "hythe",
  ]
  private static let western = [
    "Ynys", "Llan", "Tŷ", "Bryn", "Caer", "Aber", "Pwll", "Glan", "Maen", "Coed",
  ]
  private static let westernEndings = [
    "Môr", "Gwyrdd-y-dŵr", "Ceirwân", "Hafêl", "Teilâd", "Ogwêr", "Rhosân", "Delyth-fach", "Iwan Sêr",
    "Mabonîr",
  ]
  private static let saints = [
    "Oswin", "Elfreda", "Corvan", "Ninnoc", "Hild-Anne", "Brannoc", "Wenna", "Ulric",
  ]
  private static let holdings = ["Vale", "Cross", "Marsh", "Heath", "Wold", "Reach"]

  /// Makes the names of a seed.
  init(seed: UInt64, people: [Double], toRegion: [Int], toProvince: [Int], cities: [Int]) {
    var stream = RandomStream(seed: seed, stream: StreamNumber.names)
    var used: Set<String> = []
    var names: [String] = []
    let special = AlbionNames.specialNames(stream: &stream)
    let places = Set(
      stream.shuffled(people.indices.filter { !cities.contains($0) }).prefix(special.count)
    )
    var next = special.makeIterator()
    for district in people.indices {
      if places.contains(district), let name = next.next() {
        names.append(name)
      } else {
        names.append(AlbionNames.plainName(stream: &stream, used: &used))
      }
    }
    districts = names
    let regionCount = (toRegion.max() ?? 0) + 1
    var heads: [Int] = []
    var regionNames: [String] = []
    for region in 0..<regionCount {
      let members = people.indices.filter { toRegion[$0] == region }
        .sorted { (people[$0], $1) > (people[$1], $0) }
      let head = members.first { AlbionNames.isShort(names[$0]) } ?? members.first ?? 0
      let second = members.dropFirst().first { $0 != head && AlbionNames.isShort(names[$0]) } ?? head
      heads.append(head)
      regionNames.append(AlbionNames.regionName(region, names[head], names[second], stream: &stream))
    }
    if let island = regionNames.indices.last {
      regionNames[island / 2] = "Ynys Môr and \(names[heads[island / 2]])"
    }
    if regionNames.count > 3 { regionNames[3] = "St Oswin's Vale" }
    regions = regionNames
    provinces = AlbionNames.provinceNames(
      count: (toProvince.max() ?? 0) + 1,
      toProvince: toProvince,
      heads: heads.map { names[$0] },
      stream: &stream
    )
  }

  /// Whether a name is short enough to be part of another.
  private static func isShort(_ name: String) -> Bool {
    name.count < 10 && name.utf8.allSatisfy { $0 != 0x20 && $0 != 0x2D }
  }

  private static func plainName(stream: inout RandomStream, used: inout Set<String>) -> String {
    while true {
      let first = firstSyllables[stream.below(firstSyllables.count)]
      let middle = stream.uniform() < 0.45 ? middles[stream.below(middles.count)] : ""
      let name = first + middle + endings[stream.below(endings.count)]
      let dressed =
        switch stream.below(14) {
        case 0: name + "-on-" + firstSyllables[stream.below(firstSyllables.count)]
        case 1: "Great " + name
        case 2: "Upper " + name
        default: name
        }
      if used.insert(dressed).inserted { return dressed }
    }
  }

  private static func specialNames(stream: inout RandomStream) -> [String] {
    var names = ["Ynys Môr"]
    for (index, ending) in westernEndings.enumerated().dropFirst() {
      names.append("\(western[(index + stream.below(3)) % western.count]) \(ending)")
    }
    for (index, saint) in saints.enumerated() {
      names.append("St \(saint)'s \(holdings[(index + stream.below(2)) % holdings.count])")
    }
    names += ["King's Thrall", "Bishop's Quern", "Dame Ælfreda's Hythe", "L'Érable-sur-Mer"]
    return names
  }

  private static func regionName(
    _ region: Int,
    _ head: String,
    _ second: String,
    stream: inout RandomStream
  ) -> String {
    switch (region + stream.below(2)) % 5 {
    case 0: "Greater \(head)"
    case 1: second == head ? "Old \(head)" : "\(head) and \(second)"
    case 2: "\(head) Vale"
    case 3: "North \(head)"
    default: "South \(head)"
    }
  }

  private static func provinceNames(
    count: Int,
    toProvince: [Int],
    heads: [String],
    stream: inout RandomStream
  ) -> [String] {
    let patterns = stream.shuffled([
      "The Northfells", "Marches of @", "Vale of @", "Ynysfa Môr", "The Long Weald", "@shire",
      "Saltings and @",
      "Mid Albion", "The Sarnlands", "Downs of @", "East @", "Crown Lands of @",
    ])
    return (0..<count)
      .map { province in
        let own = toProvince.indices.filter { toProvince[$0] == province }
        let head = own.first.map { heads[$0] } ?? "Albion"
        return patterns[province % patterns.count].replacingAt(with: head)
      }
  }
}

extension String {
  fileprivate func replacingAt(with name: String) -> String {
    split(separator: "@", omittingEmptySubsequences: false).joined(separator: name)
  }
}
