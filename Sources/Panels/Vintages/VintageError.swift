/// Why a table cannot be brought to another vintage.
public enum VintageError: Error, Equatable, Sendable {
  /// Codes of the table that the lookup does not list.
  case unlisted(Unlisted)
  /// Codes that the lookup lists without a code to go to.
  case ended(lookup: String, codes: [String], share: Double?)
  /// A variable that does not add, where codes are merged or split.
  case doesNotAdd(variable: String, reason: String, lookup: String)
  /// A lookup that leaves nothing of the table.
  case nothingLeft(lookup: String)
  /// What came out is no panel.
  case panel(PanelError)

  /// Codes of a table that a lookup does not list.
  public struct Unlisted: Hashable, Sendable {
    /// The lookup.
    public var lookup: String
    /// Which axis.
    public var axis: VintageAxis
    /// The codes, in the order of the table.
    public var codes: [String]
    /// How many codes the table has.
    public var count: Int
    /// Codes of the lookup near the first of them, up to three.
    public var nearest: [String]
    /// Their share of the total; nil where the total is not positive.
    public var share: Double?
    /// Whether all of them are new codes of the lookup, so that the lookup may be the wrong way round.
    public var isReversed: Bool
  }
}

extension VintageError: CustomStringConvertible {
  /// What was given, where, and what to do about it.
  public var description: String {
    switch self {
    case .unlisted(let missing): VintageError.text(of: missing)
    case .ended(let lookup, let codes, let share):
      "\(lookup) gives no new code for \(VintageWords.list(codes))\(VintageError.shareText(share)). "
        + "Give them one, or leave them out with other=drop."
    case .doesNotAdd(let variable, let reason, let lookup):
      "\(lookup) merges or splits codes, which adds numbers up, and '\(variable)' does not add: \(reason). "
        + "Convert its numerator and denominator instead; where the numbers do add, say so with another unit."
    case .nothingLeft(let lookup):
      "\(lookup) leaves nothing: none of its codes is in the table, and other codes are left out."
    case .panel(let error): "\(error)"
    }
  }

  private static func text(of missing: Unlisted) -> String {
    let option = missing.axis == .regions ? "--total-region" : "--total"
    var text =
      "\(missing.lookup) lacks \(missing.codes.count) of the table's \(missing.count) \(missing.axis.element) codes: "
      + VintageWords.list(missing.codes) + shareText(missing.share)
    if !missing.nearest.isEmpty {
      text += "; near '\(missing.codes[0])': " + missing.nearest.map { "'\($0)'" }.joined(separator: ", ")
    }
    text += ". "
    if missing.isReversed {
      text +=
        "They are its new codes: the table has that vintage already, or turn it round with from=…,to=…. "
      return text
    }
    return text + "Name a code of totals with \(option), leave other codes out with other=drop, "
      + "or keep them as they are with other=keep."
  }

  private static func shareText(_ share: Double?) -> String {
    share.map { " (\(VintageWords.percent($0)) of the total)" } ?? ""
  }
}

/// How notices of vintages are worded.
enum VintageWords {
  /// The first five codes and how many more there are.
  static func list(_ codes: [String]) -> String {
    codes.prefix(5).joined(separator: ", ") + (codes.count > 5 ? " and \(codes.count - 5) more" : "")
  }

  /// A share in per cent with two decimals.
  static func percent(_ share: Double) -> String {
    let rounded = (share * 10_000).rounded() / 100
    if rounded == 0, share > 0 { return "less than 0.01 %" }
    if rounded == 100, share < 1 { return "more than 99.99 %" }
    return NumberText.shortest(rounded) + " %"
  }

  /// "1 code", "2 codes".
  static func codes(_ count: Int) -> String { count == 1 ? "1 code" : "\(count) codes" }
}
