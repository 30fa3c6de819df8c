/// What the statistical office of Albion does to jobs before it publishes them.
///
/// Cells are rounded by the ladder of open-access BRES: to the relaxed base where there are at least three plants and
/// none has more than 60 % of the jobs, to the strict base otherwise. Cells of at least 25 jobs with one or two plants,
/// or with a plant of more than 75 % of the jobs, are withheld; where that leaves one withheld cell in a row or column
/// of a table with published totals, the smallest other cell is withheld with it.
package enum DisclosureControl {
  /// The least number of jobs in a cell that is withheld.
  static let leastWithheld = 25

  /// Whether a cell may be rounded to the relaxed base.
  package static func isRelaxed(jobs: Int, plants: Int, largest: Int) -> Bool {
    plants >= 3 && Double(largest) <= 0.6 * Double(jobs)
  }

  /// Whether a cell must be withheld for itself.
  package static func isWithheld(jobs: Int, plants: Int, largest: Int) -> Bool {
    jobs >= leastWithheld && (plants <= 2 || Double(largest) > 0.75 * Double(jobs))
  }

  /// Returns a number of jobs rounded by the ladder; halves go up.
  package static func rounded(_ jobs: Int, relaxed: Bool) -> Int {
    let strict =
      switch jobs {
      case ..<50: 10
      case ..<250: 50
      case ..<500: 100
      case ..<1000: 200
      case ..<2500: 500
      case ..<5000: 1000
      default: 2000
      }
    let base = relaxed ? strict / 2 : strict
    return (2 * jobs + base) / (2 * base) * base
  }

  /// Returns which cells of one year are withheld, areas × industries, industries fastest.
  ///
  /// - Parameters:
  ///   - scale: The exact numbers.
  ///   - year: The position of the year.
  /// - Returns: Whether each cell is withheld, for itself or to protect another.
  static func withheld(_ scale: ExactTables.Scale, year: Int) -> [Bool] {
    let areas = scale.jobs.areas
    let industries = scale.jobs.industries
    let first = year * areas * industries
    var hidden = (0..<(areas * industries))
      .map {
        isWithheld(
          jobs: scale.jobs.values[first + $0],
          plants: scale.plants.values[first + $0],
          largest: scale.largest.values[first + $0]
        )
      }
    let rows = (0..<areas).map { area in (0..<industries).map { area * industries + $0 } }
    let columns = (0..<industries).map { industry in (0..<areas).map { $0 * industries + industry } }
    var changed = true
    while changed {
      changed = false
      for line in rows + columns where line.count(where: { hidden[$0] }) == 1 {
        let open = line.filter { !hidden[$0] && scale.jobs.values[first + $0] > 0 }
        let least = open.min {
          (scale.jobs.values[first + $0], $0) < (scale.jobs.values[first + $1], $1)
        }
        if let least {
          hidden[least] = true
          changed = true
        }
      }
    }
    return hidden
  }
}
