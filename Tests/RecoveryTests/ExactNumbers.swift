import Albion

/// The exact numbers of an invented economy in windows of years, computed apart from the measures.
struct ExactNumbers {
  private let albion: Albion
  private let block: ExactTables.Block
  private let firstYear: Int

  init(_ albion: Albion) {
    self.albion = albion
    block = albion.exact.regions.valueAdded
    firstYear = albion.exact.regions.firstYear
  }

  /// The positions of an industry, or of all of advanced manufacturing.
  func positions(of code: String) -> [Int] {
    AlbionIndustry.all.firstIndex { $0.code == code }.map { [$0] } ?? AlbionIndustry.advanced
  }

  /// The codes of the regions in a class of density.
  func regions(ofClass name: String) -> [String] {
    zip(albion.geography.regions, albion.truth.densityClasses).filter { $1 == name }.map { $0.0.code }
  }

  /// The mean of Theil's index over a window such as 1971-1975.
  func theil(_ industry: Int, over window: String) -> Double {
    mean(over: window) { albion.truth.industries[industry].theil[$0] }
  }

  /// The mean share of some regions in some industries.
  func share(_ industries: [Int], inside codes: [String], over window: String) -> Double {
    let members = positions(ofRegions: codes)
    return mean(over: window) { year in
      let part = members.reduce(0) { $0 + amount(year, $1, industries) }
      return part / (0..<block.areas).reduce(0) { $0 + amount(year, $1, industries) }
    }
  }

  /// The mean quotient of some regions against all others.
  func quotient(_ industries: [Int], inside codes: [String], over window: String) -> Double {
    let members = positions(ofRegions: codes)
    let others = (0..<block.areas).filter { !members.contains($0) }
    let all = Array(0..<block.industries)
    return mean(over: window) { year in
      func part(_ regions: [Int]) -> Double {
        let own = regions.reduce(0) { $0 + amount(year, $1, industries) }
        return own / regions.reduce(0) { $0 + amount(year, $1, all) }
      }
      return part(members) / part(others)
    }
  }

  private func positions(ofRegions codes: [String]) -> [Int] {
    let regions = albion.geography.regions
    return regions.indices.filter { codes.contains(regions[$0].code) }
  }

  private func amount(_ year: Int, _ region: Int, _ industries: [Int]) -> Double {
    industries.reduce(0) { $0 + Double(block[year, region, $1]) }
  }

  private func mean(over window: String, _ number: (Int) -> Double) -> Double {
    let ends = window.split { !$0.isNumber }.compactMap { Int($0) }
    let years = (ends[0] - firstYear)...(ends[ends.count - 1] - firstYear)
    return years.reduce(0) { $0 + number($1) } / Double(years.count)
  }
}
