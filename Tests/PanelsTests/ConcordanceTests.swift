import Arithmetic
import Panels
import Testing

@Suite struct ConcordanceTests {
  private func panel(_ values: [Double], codes: [String]) throws -> Panel {
    try Panel(
      variable: Variable(name: "jobs"),
      periods: [Period(year: 2020)],
      regions: Axis([Region(code: "A"), Region(code: "B")]),
      industries: Axis(codes.map { Industry(code: $0) }),
      cells: CellPlane(exactly: values)
    )
  }

  @Test("Totals are conserved whatever the weights", arguments: 0..<100)
  func conservation(seed: Int) throws {
    var stream = RandomStream(seed: UInt64(seed), stream: 7)
    let old = (0..<6).map { "o\($0)" }
    let links = old.flatMap { code in
      let weights = (0..<3).map { _ in stream.uniform() + 0.01 }
      let sum = weights.reduce(0, +)
      return (0..<3)
        .map { Concordance.Link(from: code, to: "n\(stream.below(5))-\($0)", weight: weights[$0] / sum) }
    }
    let before = try panel((0..<12).map { _ in Double(stream.below(10_000)) }, codes: old)
    let (after, notice) = try before.converted(by: Concordance(name: "test", links: links))
    let sums = [before, after].map { $0.cells.values.compensatedSum }
    #expect((sums[0] - sums[1]).magnitude <= 1e-12 * sums[0])
    #expect(notice.lost.isEmpty)
    #expect(notice.split == old)
    #expect(after.cells.statuses?.allSatisfy { $0 == .estimated } ?? false)
  }

  @Test("What is merged, split and lost is said, with how much was lost")
  func notice() throws {
    let links = [
      Concordance.Link(from: "a", to: "x", weight: 1), Concordance.Link(from: "b", to: "x", weight: 1),
      Concordance.Link(from: "c", to: "y", weight: 0.25), Concordance.Link(from: "c", to: "z", weight: 0.75),
    ]
    let before = try panel([1, 2, 4, 8, 10, 20, 40, 80], codes: ["a", "b", "c", "d"])
    let (after, notice) = try before.converted(by: Concordance(name: "test", links: links))
    #expect(after.industries.codes == ["x", "y", "z"])
    #expect(after.cells.values == [3, 1, 3, 30, 10, 30])
    #expect(notice.merged == ["x"])
    #expect(notice.split == ["c"])
    #expect(notice.lost == ["d"])
    #expect(notice.lostTotal == 88)
    #expect(notice.total == 165)
    #expect(after.cells.statuses == [.observed, .estimated, .estimated, .observed, .estimated, .estimated])
  }

  @Test("Weights that do not add to 1 are refused")
  func weights() {
    #expect(throws: PanelError.weightsDoNotAdd(code: "a", sum: 0.5)) {
      _ = try Concordance(name: "test", links: [.init(from: "a", to: "x", weight: 0.5)])
    }
  }
}
