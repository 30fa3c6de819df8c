import Arithmetic

/// How an industry and its reference lie over regions: what every measure of concentration is computed from.
///
/// | symbol | meaning | shape | unit |
/// | --- | --- | --- | --- |
/// | s | a region's share of the industry (``industry``) | regions | share, sums to 1 |
/// | x | a region's share of the reference (``reference``) | regions | share, sums to 1 |
/// | q | the location quotient s/x | regions | ratio |
///
/// The reference is all activity, land area, population, or nothing in particular: then every region has the same
/// share, and the measures are the common ones of inequality. A region without activity stays in the comparison.
public struct RegionalShares: Sendable, Equatable {
  /// The regions' shares of the industry.
  public let industry: [Double]
  /// The regions' shares of the reference.
  public let reference: [Double]

  /// Makes shares of an industry and a reference.
  ///
  /// - Parameters:
  ///   - industry: The industry's activity by region; finite, none negative.
  ///   - reference: The reference by region, in the same order; nil for equal shares.
  /// - Throws: ``MeasureError/shapeMismatch(expected:found:)``, ``MeasureError/unusable(_:_:)``, or
  ///   ``MeasureError/noActivity(_:)`` if either sums to zero.
  public init(industry: [Double], reference: [Double]? = nil) throws(MeasureError) {
    self.industry = try RegionalShares.shares(of: industry, called: "the industry")
    guard let reference else {
      self.reference = [Double](repeating: 1 / Double(industry.count), count: industry.count)
      return
    }
    guard reference.count == industry.count else {
      throw MeasureError.shapeMismatch(expected: industry.count, found: reference.count)
    }
    self.reference = try RegionalShares.shares(of: reference, called: "the reference")
  }

  /// Makes the shares by which the inequality of a ratio is measured, such as output per head weighted by heads.
  ///
  /// - Parameters:
  ///   - ratios: The ratio by region, such as GVA per head.
  ///   - weights: What the ratio is per, such as heads; none negative.
  /// - Throws: As ``init(industry:reference:)``.
  public init(ratios: [Double], weights: [Double]) throws(MeasureError) {
    guard ratios.count == weights.count else {
      throw MeasureError.shapeMismatch(expected: ratios.count, found: weights.count)
    }
    try self.init(industry: zip(ratios, weights).map { $0 * $1 }, reference: weights)
  }

  /// How many regions there are.
  public var count: Int { industry.count }

  /// Returns each number's share of their sum.
  ///
  /// - Parameters:
  ///   - amounts: The numbers; finite, none negative.
  ///   - name: How a message calls them.
  /// - Returns: The shares, which add to 1.
  /// - Throws: ``MeasureError/unusable(_:_:)`` or ``MeasureError/noActivity(_:)``.
  package static func shares(of amounts: [Double], called name: String) throws(MeasureError) -> [Double] {
    for (position, amount) in amounts.enumerated() where !(amount >= 0 && amount.isFinite) {
      throw MeasureError.unusable("Number \(position + 1) of \(name)", amount)
    }
    guard let largest = amounts.max(), largest > 0 else { throw MeasureError.noActivity(name) }
    // Divided by the largest first, so that neither a sum of huge numbers nor a division of tiny ones leaves the range.
    let total = amounts.lazy.map { $0 / largest }.compensatedSum
    return amounts.map { $0 / largest / total }
  }

  /// The position of the first region with some of the industry and none of the reference, if any.
  package var firstWithoutReference: Int? {
    industry.indices.first { industry[$0] > 0 && reference[$0] == 0 }
  }

  /// Throws if some region has the industry and none of the reference.
  package func requireReference() throws(MeasureError) {
    if let position = firstWithoutReference {
      throw MeasureError.activityWithoutReference("Region number \(position + 1)")
    }
  }
}
