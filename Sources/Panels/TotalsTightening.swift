/// Bounds of cells narrowed by the totals of the same release.
///
/// A suppressed cell cannot exceed its total less what the other cells of the sum hold at least; where the cells
/// cover the whole total it cannot fall below the total less what the others hold at most. Sums run over the industries
/// of a region, the regions of an industry, both to the grand total, and over the parts of an industry or region that
/// is on the same axis as its parts. Totals enter with their own bounds, that is widened by their rounding, and are
/// narrowed in turn, until nothing changes.
///
/// Each sum is used for itself: the result is the hull of every sum by itself, not of all together. It is never narrower
/// than what a linear programme over all sums would give, and the same where no two hidden cells share two sums.
public struct TotalsTightening: Sendable, Equatable {
  /// Whether the cells of a panel add to its totals, or are a part of them only.
  public enum Coverage: Hashable, Sendable {
    /// The cells are some of what the totals count: they narrow upper bounds only.
    case partial
    /// The cells are all that the totals count.
    case complete
  }

  /// What to do with a sum that no numbers within the bounds satisfy.
  public enum Contradiction: Hashable, Sendable {
    /// Stop, naming the place.
    case refuse
    /// Leave the sum out, and list it in ``TotalsTightening/contradictions``.
    case report
  }

  /// The panel with narrowed bounds; its numbers and statuses are as before.
  public let panel: Panel
  /// The suppressed cells with bounds narrower than the source's rule gives, by position in the panel's cells.
  ///
  /// They serve for computing, and are not to be printed cell by cell.
  public let narrowed: [Int]
  /// The sums that were left out because their numbers contradict each other.
  public let contradictions: [String]
  /// How many rounds the slowest period took.
  public let rounds: Int

  /// Whether the bounds of a cell may be printed.
  ///
  /// - Parameter position: The position of the cell in the panel's cells.
  /// - Returns: False for a suppressed cell whose bounds were narrowed beyond the source's rule.
  public func mayPrint(cell position: Int) -> Bool {
    var (low, high) = (0, narrowed.count)
    while low < high {
      let middle = (low + high) / 2
      if narrowed[middle] < position { low = middle + 1 } else { high = middle }
    }
    return low == narrowed.count || narrowed[low] != position
  }

  /// Whether bounds that were computed from some cells, such as those of a sum or a location quotient, may be printed.
  ///
  /// Bounds that rest on one narrowed cell give that cell's bounds away by subtraction; with two or more they do not
  /// say whose they are.
  ///
  /// - Parameter positions: The positions of the cells in the panel's cells; each once.
  /// - Returns: False if exactly one of them may not be printed by itself.
  public func mayPrint(boundsOf positions: some Sequence<Int>) -> Bool {
    positions.lazy.filter { !mayPrint(cell: $0) }.prefix(2).count != 1
  }
}

extension Panel {
  /// Returns the panel with the bounds of its cells and totals narrowed by each other.
  ///
  /// - Parameters:
  ///   - coverage: Whether the cells are all that the totals count. Ask ``coverageByTotals()`` if that is not known.
  ///   - contradiction: What to do with a sum that the bounds cannot satisfy.
  /// - Returns: The panel with narrowed bounds, and which cells they were narrowed for.
  /// - Throws: ``PanelError/infeasible(_:)`` with the place of a sum that no numbers within the bounds satisfy;
  ///   ``PanelError/mixedLevels(_:_:)`` if industries overlap and do not name their parents;
  ///   ``PanelError/chainedVolumesDoNotAdd(_:)`` for chained volumes.
  ///
  /// **Complexity.** O(cells) a round, and about as many rounds as a chain of sums is long.
  public func tightened(
    coverage: TotalsTightening.Coverage = .partial,
    contradiction: TotalsTightening.Contradiction = .refuse
  ) throws(PanelError) -> TotalsTightening {
    guard variable.prices?.adds ?? true else { throw .chainedVolumesDoNotAdd(variable.name) }
    let structure = try SumStructure(of: self)
    var result = self
    var narrowed: [Int] = []
    var contradictions: [String] = []
    var rounds = 0
    for period in periods.indices {
      var system = SumSystem(self, period: period, structure: structure, coverage: coverage)
      while let failed = system.propagate() {
        let place = self.place(of: failed, period: period)
        if contradiction == .refuse { throw .infeasible(place) }
        contradictions.append(place)
        system = system.without(failed)
      }
      rounds = max(rounds, system.rounds)
      narrowed += system.write(to: &result, period: period)
    }
    return TotalsTightening(
      panel: result,
      narrowed: narrowed.sorted(),
      contradictions: contradictions,
      rounds: rounds
    )
  }

  /// Returns whether the cells of this panel add to its totals, as far as can be seen.
  ///
  /// - Returns: Complete if at least one total has all its cells and every total that has may equal their sum; else partial.
  /// - Throws: ``PanelError/mixedLevels(_:_:)`` if industries overlap and do not name their parents.
  public func coverageByTotals() throws(PanelError) -> TotalsTightening.Coverage {
    let structure = try SumStructure(of: self)
    var seen = 0
    for period in periods.indices {
      let system = SumSystem(self, period: period, structure: structure, coverage: .complete)
      for sum in system.sums where sum.kind != .parts {
        let parts = sum.parts.map { Bounds(system.lower[$0], system.upper[$0]) }
        guard parts.allSatisfy({ $0.upper.isFinite }) else { continue }
        let added = parts.reduce(Bounds(0, 0), +)
        let slack = 1e-9 * max(1, added.upper)
        guard added.lower <= system.upper[sum.whole] + slack, system.lower[sum.whole] <= added.upper + slack
        else {
          return .partial
        }
        seen += 1
      }
    }
    return seen > 0 ? .complete : .partial
  }

  private func place(of sum: SumSystem.Sum, period: Int) -> String {
    let region = sum.region.map { "region '\(regions[$0].code)'" } ?? "all regions"
    let industry = sum.industry.map { "industry '\(industries[$0].code)'" } ?? "all industries"
    return "\(periods[period]), \(region), \(industry)"
  }
}
