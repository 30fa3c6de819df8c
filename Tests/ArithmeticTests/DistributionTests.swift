import Arithmetic
import Foundation
import Testing

/// A value of a distribution that SciPy gave, with its digits confirmed by mpmath.
struct DistributionValue: Sendable, CustomTestStringConvertible {
  let distribution: String
  let parameter: Double
  let function: String
  let at: Double
  let value: Double

  var testDescription: String { "\(distribution) \(parameter) \(function) \(at)" }

  static let all: [DistributionValue] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/distributions/scipy.csv")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").dropFirst(2)
      .compactMap { line in
        let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 6, let parameter = Double(fields[1]), let at = Double(fields[3]),
          let value = Double(fields[4])
        else { return nil }
        return DistributionValue(
          distribution: fields[0],
          parameter: parameter,
          function: fields[2],
          at: at,
          value: value
        )
      }
  }()
}

@Suite("Distributions")
struct DistributionTests {
  @Test("The table of SciPy's values is read")
  func table() { #expect(DistributionValue.all.count == 293) }

  @Test("A value agrees with SciPy to 1e-12 of itself", arguments: DistributionValue.all)
  func value(_ expected: DistributionValue) throws {
    let at = expected.at
    let found: Double
    switch (expected.distribution, expected.function) {
    case ("normal", "cumulative"): found = NormalDistribution.cumulative(at)
    case ("normal", "quantile"): found = NormalDistribution.quantile(at)
    case ("student", "cumulative"):
      found = StudentDistribution(degreesOfFreedom: expected.parameter).cumulative(at)
    case ("student", "quantile"):
      found = StudentDistribution(degreesOfFreedom: expected.parameter).quantile(at)
    case ("chi-squared", "upper"):
      found = ChiSquaredDistribution(degreesOfFreedom: expected.parameter).upperTail(at)
    case ("chi-squared", "cumulative"):
      found = ChiSquaredDistribution(degreesOfFreedom: expected.parameter).cumulative(at)
    default: throw UnknownFunction()
    }
    let error = (found - expected.value).magnitude
    #expect(error <= 1e-12 * expected.value.magnitude, "\(found) is not \(expected.value)")
  }

  @Test("A quantile's probability is the one asked for", arguments: [0.5, 1, 3.5, 30, 4000])
  func roundTrip(degrees: Double) {
    let student = StudentDistribution(degreesOfFreedom: degrees)
    for probability in [1e-10, 0.004, 0.05, 0.2, 0.4, 0.45] {
      let found = student.cumulative(student.quantile(probability))
      #expect((found - probability).magnitude <= 1e-12 * probability)
    }
  }

  @Test("The ends of a distribution are infinite")
  func ends() {
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
    #expect(StudentDistribution(degreesOfFreedom: 3).quantile(1) == .infinity)
    #expect(StudentDistribution(degreesOfFreedom: 3).quantile(0.5) == 0)
    #expect(ChiSquaredDistribution(degreesOfFreedom: 3).upperTail(0) == 1)
  }

  @Test("The gamma function of whole numbers is a factorial")
  func gamma() {
    var factorial = 0.0
    for n in 1...60 {
      #expect((logGamma(Double(n)) - factorial).magnitude <= 4e-15 * max(1, factorial))
      factorial += naturalLogarithm(Double(n))
    }
    #expect((logGamma(0.5) - 0.5 * naturalLogarithm(Double.pi)).magnitude < 4e-15)
  }

  struct UnknownFunction: Error {}
}
