/// Whether a verdict survives other thresholds, definitions, base years and scales.
public struct SensitivityStrip: Hashable, Sendable {
  /// In what an alternative differs from what was reported.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Another threshold.
    case threshold
    /// Another definition of the industry or the group.
    case definition
    /// Another base year or window.
    case baseYear = "base year"
    /// Another scale of regions.
    case scale
  }

  /// What the verdict would be otherwise.
  public struct Alternative: Hashable, Sendable {
    /// In what it differs.
    public var kind: Kind
    /// The name to print, such as "1.25" or "without C30.3".
    public var name: String
    /// The verdict there.
    public var verdict: Verdict

    /// Makes an alternative.
    ///
    /// - Parameters:
    ///   - kind: In what it differs.
    ///   - name: The name to print.
    ///   - verdict: The verdict there.
    public init(kind: Kind, name: String, verdict: Verdict) {
      self.kind = kind
      self.name = name
      self.verdict = verdict
    }
  }

  /// The verdict that was reported.
  public var verdict: Verdict
  /// The alternatives in the order to show them.
  public var alternatives: [Alternative]

  /// Makes a strip.
  ///
  /// - Parameters:
  ///   - verdict: The verdict that was reported.
  ///   - alternatives: The alternatives in the order to show them.
  public init(verdict: Verdict, alternatives: [Alternative]) {
    self.verdict = verdict
    self.alternatives = alternatives
  }

  /// The alternatives that lie on the same side as the verdict.
  public var agreeing: [Alternative] { alternatives.filter { $0.verdict.side == verdict.side } }

  /// The alternatives that lie on the other side.
  public var reversed: [Alternative] {
    alternatives.filter { $0.verdict.side != 0 && $0.verdict.side == -verdict.side }
  }

  /// The alternatives under which it cannot be told, though the verdict says a side.
  public var undecided: [Alternative] {
    verdict.side == 0 ? [] : alternatives.filter { $0.verdict.side == 0 }
  }

  /// Whether the verdict says a side and every alternative says the same.
  public var survives: Bool { verdict.side != 0 && agreeing.count == alternatives.count }

  /// The strip in one sentence, without a full stop.
  public var summary: String {
    let count = alternatives.count
    guard count > 0 else { return "no alternatives were tried" }
    guard verdict.side != 0 else {
      let above = alternatives.count { $0.verdict.side > 0 }
      let below = alternatives.count { $0.verdict.side < 0 }
      if above + below == 0 { return "cannot be told under any of \(count) alternatives either" }
      return "cannot be told here; above under \(above) and below under \(below) of \(count) alternatives"
    }
    if survives {
      return count == 1 ? "holds under the alternative" : "holds under all \(count) alternatives"
    }
    var text = "holds under \(agreeing.count) of \(count) alternatives"
    if !reversed.isEmpty { text += "; reversed under " + SensitivityStrip.list(reversed) }
    if !undecided.isEmpty { text += "; cannot be told under " + SensitivityStrip.list(undecided) }
    return text
  }

  private static func list(_ alternatives: [Alternative]) -> String {
    alternatives.map { "\($0.kind.rawValue) \($0.name)" }.joined(separator: ", ")
  }
}
