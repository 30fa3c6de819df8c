/// How an agency rounded the numbers it published, and between what the true numbers lie.
public enum RoundingRule: Hashable, Sendable {
  /// The numbers are as counted.
  case none
  /// To the nearest multiple of a base.
  case nearest(Double)
  /// As open-access BRES on Nomis: by bands, with a relaxed and a strict base in each.
  case bres(BRESBase)

  /// Which base open-access BRES used for a cell; the file does not say.
  public enum BRESBase: String, Hashable, Sendable, CaseIterable {
    /// Strict where the number is a multiple of the strict base, relaxed where it cannot be.
    case inferred
    /// The relaxed base everywhere: cells of at least 3 enterprises and without dominance.
    case relaxed
    /// The strict base everywhere.
    case strict
  }

  /// Reads `none`, `bres`, `bres-relaxed`, `bres-strict` or a base such as `5`.
  ///
  /// - Parameter text: The text of an option.
  public init?(_ text: String) {
    switch text.lowercased() {
    case "none": self = .none
    case "bres": self = .bres(.inferred)
    case "bres-relaxed", "relaxed": self = .bres(.relaxed)
    case "bres-strict", "strict": self = .bres(.strict)
    default:
      guard let base = Double(text), base > 0, base.isFinite else { return nil }
      self = .nearest(base)
    }
  }

  /// The rule in words, for a method note.
  public var label: String {
    switch self {
    case .none: "as counted"
    case .nearest(let base): "rounded to the nearest \(NumberText.shortest(base))"
    case .bres(.inferred): "rounded as open-access BRES, base inferred cell by cell"
    case .bres(.relaxed): "rounded as open-access BRES, relaxed base"
    case .bres(.strict): "rounded as open-access BRES, strict base"
    }
  }
}

extension RoundingRule {
  /// A band of sizes within which open-access BRES rounds to one base.
  struct BRESBand {
    let lower: Double
    let upper: Double
    let relaxed: Double
    let strict: Double
  }

  /// The bands of open-access BRES: Nomis, "Rounding of BRES data", open access.
  static let bresBands = [
    BRESBand(lower: 0, upper: 50, relaxed: 5, strict: 10),
    BRESBand(lower: 50, upper: 250, relaxed: 25, strict: 50),
    BRESBand(lower: 250, upper: 500, relaxed: 50, strict: 100),
    BRESBand(lower: 500, upper: 1000, relaxed: 100, strict: 200),
    BRESBand(lower: 1000, upper: 2500, relaxed: 250, strict: 500),
    BRESBand(lower: 2500, upper: 5000, relaxed: 500, strict: 1000),
    BRESBand(lower: 5000, upper: .infinity, relaxed: 1000, strict: 2000),
  ]

  /// Returns between what the true number lies, given the published one.
  ///
  /// With a base b the true number lies in v − b/2 … v + b/2, and not below 0. For BRES the result is the hull over
  /// the bands and bases that could have given v. A number that is no multiple of the strict base was rounded to the
  /// relaxed one even where the strict base was asked for; a number that no base gives is taken as exact.
  ///
  /// - Parameter published: The published number, not negative.
  /// - Returns: The bounds; both equal `published` where nothing was rounded.
  public func bounds(of published: Double) -> Bounds {
    switch self {
    case .none:
      return Bounds(exactly: published)
    case .nearest(let base):
      return Bounds(
        published >= 0 ? max(0, published - base / 2) : published - base / 2,
        published + base / 2
      )
    case .bres(let which):
      return RoundingRule.bresBounds(of: published, base: which)
    }
  }

  private static func bresBounds(of published: Double, base which: BRESBase) -> Bounds {
    var hull: Bounds?
    for band in bresBands {
      let bases =
        which == .relaxed ? [band.relaxed] : which == .strict ? [band.strict] : [band.relaxed, band.strict]
      for base in bases where published.remainder(dividingBy: base) == 0 {
        let low = max(0, published - base / 2, band.lower)
        let high = min(published + base / 2, band.upper)
        guard low <= high else { continue }
        hull = hull.map { Bounds(min($0.lower, low), max($0.upper, high)) } ?? Bounds(low, high)
      }
    }
    if hull == nil, which == .strict { return bresBounds(of: published, base: .relaxed) }
    return hull ?? Bounds(exactly: published)
  }
}

extension RoundingRule {
  /// How the rule is written in an option.
  public var option: String {
    switch self {
    case .none: "none"
    case .nearest(let base): NumberText.shortest(base)
    case .bres(.inferred): "bres"
    case .bres(.relaxed): "bres-relaxed"
    case .bres(.strict): "bres-strict"
    }
  }
}
