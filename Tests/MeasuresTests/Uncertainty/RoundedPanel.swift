import Arithmetic
import Measures
import Panels

/// True numbers of regions, industries and periods, and the panel that an agency publishes of them, rounded to 5.
///
/// The true numbers are uniform over whole steps of the rounding, so that within each published number's bounds they are uniform
/// too: what a rounding interval takes for granted.
struct RoundedPanel {
  let truth: [Double]
  let panel: Panel
  static let (periods, regions, industries) = (4, 6, 5)

  init(seed: UInt64, hasTotals: Bool = false) throws {
    var random = RandomStream(seed: 77, stream: seed)
    let rule = RoundingRule.nearest(5)
    func published(_ number: Double) -> Cell {
      let value = (number / 5).rounded() * 5
      return Cell(value: value, bounds: rule.bounds(of: value), status: .rounded)
    }
    let (periods, regions, industries) = (Self.periods, Self.regions, Self.industries)
    let truth = (0..<periods * regions * industries).map { _ in random.uniform(12.5, 97.5) }
    var panel = try Panel(
      variable: Variable(name: "jobs"),
      periods: (0..<periods).map { Period(year: 2020 + $0) },
      regions: Axis((0..<regions).map { Region(code: "R\($0)") }),
      industries: Axis((0..<industries).map { Industry(code: "\($0)") }),
      cells: CellPlane(truth.map(published))
    )
    if hasTotals {
      panel.regionTotals = CellPlane(
        (0..<periods * regions)
          .map { row in published(truth[row * industries..<(row + 1) * industries].reduce(0, +)) }
      )
    }
    self.truth = truth
    self.panel = panel
  }

  /// The panel of other numbers, as if they had been published exactly.
  func exactly(_ numbers: [Double]) throws -> Panel {
    var other = panel
    other.cells = CellPlane(exactly: numbers)
    if panel.regionTotals != nil {
      other.regionTotals = CellPlane(
        exactly: (0..<Self.periods * Self.regions)
          .map { row in numbers[row * Self.industries..<(row + 1) * Self.industries].reduce(0, +) }
      )
    }
    return other
  }

  /// Numbers that the published cells allow; half of them at an end, where verdicts are nearest to turning.
  func admissible(seed: UInt64) -> [Double] {
    var random = RandomStream(seed: 78, stream: seed)
    return truth.indices.map { position in
      let bounds = panel.cells.bounds(at: position)
      if random.below(2) == 0 { return random.below(2) == 0 ? bounds.lower : bounds.upper }
      return random.uniform(bounds.lower, bounds.upper)
    }
  }
}
