/// Whether what an entry of the catalogue says was read in documentation.
///
/// An address that was never tried may be wrong. What was not seen written down says so, so that a first failure is
/// looked for there.
public enum SourceEvidence: Hashable, Sendable {
  /// Everything was seen in the publisher's documentation or in published code that asks the same service.
  case documentation
  /// All but these was seen; these are from memory.
  case recalled([String])

  /// In words: `documentation`, or `recalled: ` and what.
  public var label: String {
    switch self {
    case .documentation: "documentation"
    case .recalled(let facts): "recalled: " + facts.joined(separator: "; ")
    }
  }
}

extension OfficialSource {
  /// Returns the source, saying which of its facts are from memory.
  func recalling(_ facts: String...) -> OfficialSource {
    var source = self
    source.evidence = .recalled(facts)
    return source
  }

  /// Returns the source, saying that its facts were seen in documentation.
  func documented() -> OfficialSource {
    var source = self
    source.evidence = .documentation
    return source
  }
}
