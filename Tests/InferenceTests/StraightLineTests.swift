import Arithmetic
import Foundation
import Inference
import Testing

/// The numbers of `Tests/Fixtures/straight-line/numpy.csv`.
enum LineFixture {
  static let rows: [(name: String, value: Double)] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/straight-line/numpy.csv")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").dropFirst(2)
      .compactMap { line in
        let fields = line.split(separator: ",").map(String.init)
        return fields.count == 2 ? Double(fields[1]).map { (fields[0], $0) } : nil
      }
  }()

  static func all(_ name: String) -> [Double] { rows.filter { $0.name == name }.map(\.value) }

  static func one(_ name: String) throws -> Double { try #require(all(name).first) }
}

private func agree(_ found: Double, _ expected: Double, _ tolerance: Double = 1e-12) -> Bool {
  (found - expected).magnitude <= tolerance * expected.magnitude
}

@Suite("Straight line")
struct StraightLineTests {
  private func line(_ kind: CovarianceKind = .hc3) throws -> StraightLine {
    try StraightLine(x: LineFixture.all("x"), y: LineFixture.all("y"), covariance: kind)
  }

  @Test("Coefficients and R² agree with NumPy's matrices")
  func coefficients() throws {
    let line = try line()
    #expect(agree(line.slope, try LineFixture.one("slope")))
    #expect(agree(line.intercept, try LineFixture.one("intercept")))
    #expect(agree(line.rSquared, try LineFixture.one("r squared")))
    #expect(line.covariance == .hc3)
  }

  // Two solves of a 2 × 2 system stand between the two sides: 1e-11.
  @Test("Errors, p-values and bands agree with NumPy's matrices", arguments: CovarianceKind.allCases)
  func errors(kind: CovarianceKind) throws {
    let line = try line(kind)
    let name = kind.rawValue
    let slope = try line.slopeEstimate()
    let intercept = try line.interceptEstimate()
    #expect(agree(slope.standardError, try LineFixture.one("\(name) slope se"), 1e-11))
    #expect(agree(intercept.standardError, try LineFixture.one("\(name) intercept se"), 1e-11))
    #expect(agree(try #require(slope.pValue), try LineFixture.one("\(name) slope p"), 1e-11))
    #expect(agree(try #require(intercept.pValue), try LineFixture.one("\(name) intercept p"), 1e-11))
    #expect(agree(try line.mean(at: 2.5).upper, try LineFixture.one("\(name) mean upper"), 1e-11))
    #expect(agree(try line.prediction(at: 2.5).upper, try LineFixture.one("\(name) prediction upper"), 1e-11))
  }

  @Test("Leverages and studentized residuals agree with fits that leave the point out")
  func influence() throws {
    let line = try line()
    let studentized = try #require(line.studentizedResiduals)
    for (found, expected) in zip(line.leverages, LineFixture.all("leverage")) {
      #expect(agree(found, expected, 1e-11))
    }
    let expected = LineFixture.all("studentized")
    #expect(studentized.count == expected.count)
    for (found, expected) in zip(studentized, expected) { #expect(agree(found, expected, 1e-10)) }
  }

  @Test("A point far off the line is named first")
  func outlier() throws {
    var y: [Double] = (0..<20).map { position in 2 + 0.5 * Double(position) }
    for position in y.indices { y[position] += position.isMultiple(of: 2) ? 0.1 : -0.1 }
    y[7] += 3
    let line = try StraightLine(x: (0..<20).map(Double.init), y: y)
    let points = line.unusualPoints()
    #expect(points.first?.position == 7)
    #expect(points.first?.isOutlier == true)
    #expect(points.filter(\.isOutlier).count == 1)
  }

  @Test("A point far along the line has a high leverage")
  func leverage() throws {
    var x = (0..<20).map { Double($0) }
    x[3] = 200
    let y: [Double] = x.indices.map { position in
      let noise = position.isMultiple(of: 3) ? 0.3 : -0.2
      return 1 + 2 * x[position] + noise
    }
    let points = try StraightLine(x: x, y: y).unusualPoints()
    #expect(points.contains { $0.position == 3 && $0.hasHighLeverage })
  }

  @Test("Fewer than three points, no variation and numbers that are none are refused")
  func refused() {
    #expect(throws: InferenceError.tooFewPoints(found: 2, needed: 3)) {
      try StraightLine(x: [1, 2], y: [1, 2])
    }
    #expect(throws: InferenceError.noVariation("x")) { try StraightLine(x: [1, 1, 1], y: [1, 2, 3]) }
    #expect(throws: InferenceError.noVariation("y")) { try StraightLine(x: [1, 2, 3], y: [4, 4, 4]) }
    #expect(throws: InferenceError.shapeMismatch(expected: 3, found: 2)) {
      try StraightLine(x: [1, 2, 3], y: [1, 2])
    }
    #expect(throws: InferenceError.unusable("y of point number 2", .infinity)) {
      try StraightLine(x: [1, 2, 3], y: [4, .infinity, 5])
    }
    #expect(throws: InferenceError.self) { try StraightLine(x: [1, 2, .nan], y: [4, 2, 5]) }
  }

  @Test("One point that alone decides the slope has no robust interval, but a classical one")
  func onePoint() throws {
    let x = [0.0, 0, 0, 0, 5]
    let y = [1.0, 2, 1.5, 0.5, 9]
    #expect(throws: InferenceError.decidedByOnePoint(4)) { try StraightLine(x: x, y: y) }
    let line = try StraightLine(x: x, y: y, covariance: .classical)
    #expect(line.studentizedResiduals?[4] == 0)
    #expect(throws: InferenceError.self) { try line.slopeEstimate(level: 1) }
  }

  @Test("Moving and stretching x moves and stretches the line", arguments: 0..<200)
  func invariance(seed: Int) throws {
    var stream = RandomStream(seed: UInt64(seed), stream: 77)
    let x = (0..<12).map { _ in stream.normal() }
    let y = x.map { 0.4 * $0 + stream.normal() }
    let shift = stream.uniform(-5, 5)
    let scale = stream.uniform(0.1, 20)
    let line = try StraightLine(x: x, y: y)
    let moved = try StraightLine(x: x.map { shift + scale * $0 }, y: y)
    #expect((moved.slope * scale - line.slope).magnitude <= 1e-11)
    #expect((moved.rSquared - line.rSquared).magnitude <= 1e-11)
    let error = try line.slopeEstimate().standardError
    #expect(agree(try moved.slopeEstimate().standardError * scale, error, 1e-9))
  }
}

@Suite("Correlation")
struct CorrelationTests {
  @Test("Coefficients, p-values and intervals agree with SciPy")
  func scipy() throws {
    let x = LineFixture.all("x")
    let y = LineFixture.all("y")
    let pearson = try Correlation(.pearson, of: x, y)
    #expect(agree(pearson.value, try LineFixture.one("pearson")))
    #expect(agree(pearson.pValue, try LineFixture.one("pearson p"), 1e-10))
    let interval = try #require(try pearson.interval())
    #expect(agree(interval.lowerBound, try LineFixture.one("pearson lower"), 1e-11))
    #expect(agree(interval.upperBound, try LineFixture.one("pearson upper"), 1e-11))
    let spearman = try Correlation(.spearman, of: x.map { $0.rounded(.toNearestOrEven) }, y)
    #expect(agree(spearman.value, try LineFixture.one("spearman with ties")))
    #expect(agree(spearman.pValue, try LineFixture.one("spearman with ties p"), 1e-10))
  }

  @Test("Equal numbers share their mean rank")
  func ranks() {
    #expect(Correlation.ranks([3, 1, 3, 2]) == [3.5, 1, 3.5, 2])
  }

  @Test("Ranks that rise together correlate fully, with no interval to spare")
  func full() throws {
    let correlation = try Correlation(.spearman, of: [1, 2, 3, 4, 5], [1, 4, 9, 16, 100])
    #expect(correlation.value == 1)
    #expect(correlation.pValue == 0)
    #expect(try correlation.interval() == 1...1)
    #expect(try Correlation(.pearson, of: [1, 2, 3], [1, 5, 2]).interval() == nil)
  }

  @Test("A number that is the same everywhere has no correlation")
  func constant() {
    #expect(throws: InferenceError.noVariation("y")) { try Correlation(.pearson, of: [1, 2, 3], [5, 5, 5]) }
  }
}
