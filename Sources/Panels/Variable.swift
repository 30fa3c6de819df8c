/// In whose prices money is counted.
public enum Prices: Hashable, Sendable {
  /// In the prices of each period. For shares and quotients; growth in current prices mixes in inflation.
  case current
  /// In the prices of one year.
  case constant(year: Int)
  /// A chained volume measure in money of its reference year. Chained volumes never add.
  case chained(reference: Int?)

  /// How the prices are named in a subtitle.
  public var label: String {
    switch self {
    case .current: "current prices"
    case .constant(let year): "\(year) prices"
    case .chained(let reference?): "chained volume, \(reference) money"
    case .chained(nil): "chained volume"
    }
  }

  /// Whether the numbers of several industries or regions may be added.
  public var adds: Bool {
    if case .chained = self { return false }
    return true
  }
}

/// What a panel counts.
public struct Variable: Hashable, Sendable {
  /// The name in a sentence, such as "gross value added".
  public var name: String
  /// The unit, such as "GBP million" or "jobs".
  public var unit: String
  /// In whose prices, if the unit is money.
  public var prices: Prices?

  /// Makes a variable.
  ///
  /// - Parameters:
  ///   - name: The name in a sentence.
  ///   - unit: The unit; empty if it was not stated.
  ///   - prices: In whose prices, if the unit is money.
  public init(name: String, unit: String = "", prices: Prices? = nil) {
    self.name = name
    self.unit = unit
    self.prices = prices
  }

  /// Unit and prices for a subtitle.
  public var unitLabel: String {
    [unit, prices?.label].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension Prices {
  /// Reads `current`, a year, `chained` or `chained 2019`.
  ///
  /// - Parameter text: The text of an option or of a study file.
  public init?(_ text: String) {
    let words = text.lowercased().split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("current", 1): self = .current
    case ("chained", 1): self = .chained(reference: nil)
    case ("chained", 2):
      guard let year = Int(words[1]), (1000...2999).contains(year) else { return nil }
      self = .chained(reference: year)
    case (let word?, 1):
      guard let year = Int(word), (1000...2999).contains(year) else { return nil }
      self = .constant(year: year)
    default: return nil
    }
  }

  /// How the prices are written in an option.
  public var option: String {
    switch self {
    case .current: "current"
    case .constant(let year): "\(year)"
    case .chained(let reference?): "chained \(reference)"
    case .chained(nil): "chained"
    }
  }
}
