import Arithmetic
import Inference
import Testing

@Suite("The line agrees with REAT's", .enabled(if: Golden.isAvailable, Comment(rawValue: Golden.absence)))
struct ConvergenceLineTests {
  @Test("Growth on initial level of Germany's counties, as betaconv.ols prints it")
  func beta() throws {
    let entry = try Golden.entry("reat-beta", in: "REAT")
    let printed = entry.value.texts
    let data = try Golden.dataset("G.counties.gdp")
    let initial = data["gdppc2010"].numbers.map { naturalLogarithm($0) }
    let growth = zip(data["gdppc2010"].numbers, data["gdppc2011"].numbers).map { naturalLogarithm($1 / $0) }
    let line = try StraightLine(x: initial, y: growth, covariance: .classical)

    func numbers(after word: String) throws -> [Double] {
      let row = try #require(printed.first { $0.hasPrefix("\(word) ") })
      return row.split(separator: " ").dropFirst().compactMap { Double($0) }
    }
    let alpha = try numbers(after: "Alpha")
    let beta = try numbers(after: "Beta")
    let fit = try numbers(after: "R-Squared")
    // The logarithms of some 400 incomes near 10 are centred on both sides, which leaves 1e-11 of the slope.
    #expect(agree(line.intercept, alpha[0], 1e-11))
    #expect(agree(line.slope, beta[0], 1e-11))
    #expect(agree(try line.interceptEstimate().standardError, alpha[1], 1e-11))
    #expect(agree(try line.slopeEstimate().standardError, beta[1], 1e-11))
    #expect(agree(line.rSquared, fit[0], 1e-10))
    let p = try #require(try line.slopeEstimate().pValue)
    #expect(printed.contains { $0.hasPrefix("R-Squared \(fit[0])") || $0.contains("0.07302761083210") })
    #expect(agree(p, 0.073_027_610_832_106_182_3, 1e-10))
  }
}
