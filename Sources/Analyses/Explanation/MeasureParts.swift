import Arithmetic
import Measures

/// A measure of concentration as a sum with one part a region, or a measure of specialization with one an industry.
struct MeasureParts: Sendable {
  /// The part of each region, in the order of the shares; what does not count is 0.
  let parts: [Double]
  /// How a part is computed, such as `s ln(s/x)`.
  let formula: String

  /// The sum of the parts.
  var sum: Double { parts.compensatedSum }

  /// Takes a measure apart.
  ///
  /// - Parameters:
  ///   - measure: The measure.
  ///   - shares: How the industry and its reference lie over the regions.
  init(_ measure: ConcentrationMeasure, of shares: RegionalShares) {
    let (s, x) = (shares.industry, shares.reference)
    switch measure {
    case .theil: self = .entropy(1, s, x)
    case .generalizedEntropy(let alpha): self = .entropy(alpha, s, x)
    case .hhi: self.init(parts: s.map { $0 * $0 }, formula: "s²")
    case .hoover: self.init(parts: zip(s, x).map { ($0 - $1).magnitude / 2 }, formula: "½ |s − x|")
    case .krugman: self.init(parts: zip(s, x).map { ($0 - $1).magnitude }, formula: "|s − x|")
    case .gini: self = .gini(s, x)
    case .topShare(let percent): self = .top(percent, s)
    }
  }

  private init(parts: [Double], formula: String) {
    self.parts = parts
    self.formula = formula
  }

  private static func entropy(_ alpha: Double, _ s: [Double], _ x: [Double]) -> MeasureParts {
    if alpha == 0 {
      let parts = zip(s, x).map { $1 == 0 ? 0 : $1 * naturalLogarithm($1 / $0) }
      return MeasureParts(parts: parts, formula: "x ln(x/s)")
    }
    if alpha == 1 {
      return MeasureParts(
        parts: zip(s, x).map { $0 == 0 ? 0 : $0 * naturalLogarithm($0 / $1) },
        formula: "s ln(s/x)"
      )
    }
    // Σ x (s/x)^α − 1, with the 1 taken off part by part: as x if α is below ½, as s else, so that no part is infinite.
    let parts = zip(s, x)
      .map { s, x -> Double in
        if alpha < 0.5 {
          return x == 0 ? 0 : s == 0 ? -x : x * exponentialMinusOne(alpha * naturalLogarithm(s / x))
        }
        return s == 0 ? 0 : x == 0 ? -s : s * exponentialMinusOne((alpha - 1) * naturalLogarithm(s / x))
      }
    return MeasureParts(
      parts: parts.map { $0 / (alpha * (alpha - 1)) },
      formula: "[x (s/x)^α − \(alpha < 0.5 ? "x" : "s")] / (α(α − 1))"
    )
  }

  /// The regions in the order of s/x; a region's part is what the Lorenz curve lies off the diagonal over its width.
  private static func gini(_ s: [Double], _ x: [Double]) -> MeasureParts {
    let order = s.indices.filter { s[$0] > 0 || x[$0] > 0 }.sorted { s[$0] * x[$1] < s[$1] * x[$0] }
    var parts = [Double](repeating: 0, count: s.count)
    var below = 0.0
    for region in order {
      parts[region] = (s[region] - x[region]) * (2 * below + x[region])
      below += x[region]
    }
    return MeasureParts(
      parts: parts,
      formula: "(s − x)(2X + x), X the x of all that have a smaller s/x"
    )
  }

  private static func top(_ percent: Double, _ s: [Double]) -> MeasureParts {
    let places = Double(s.count) * percent / 100
    let isWhole = (places - places.rounded()).magnitude < 1e-9 * places
    let whole = Int(isWhole ? places.rounded() : places.rounded(.down))
    let order = s.indices.sorted { s[$0] != s[$1] ? s[$0] > s[$1] : $0 < $1 }
    var parts = [Double](repeating: 0, count: s.count)
    for region in order.prefix(whole) { parts[region] = s[region] }
    if whole < s.count { parts[order[whole]] = max(0, places - Double(whole)) * s[order[whole]] }
    return MeasureParts(parts: parts, formula: "s of the largest, a fraction of it at the edge")
  }
}
