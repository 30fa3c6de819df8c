/// A weighted translation of codes between two dated classifications or geographies.
///
///     y_j = Σ_i w_ij x_i,   Σ_j w_ij = 1 for every i
///
/// | symbol | meaning | shape | unit |
/// | --- | --- | --- | --- |
/// | x_i | the number of code i of the old list | old codes | any that adds |
/// | w_ij | the share of i that belongs to j | links | share |
/// | y_j | the number of code j of the new list | new codes | as x |
///
/// Because the weights of each old code add to 1, totals are conserved. A code with one weight of 1 is moved or
/// merged; one with several is split, and what it gives is an estimate. ``Panel/converted(by:along:)``
/// applies it.
public struct Concordance: Sendable, Equatable {
  /// A share of an old code that belongs to a new one.
  public struct Link: Hashable, Sendable {
    /// The old code.
    public let from: String
    /// The new code.
    public let to: String
    /// The share of the old code, 0…1.
    public let weight: Double

    /// Makes a link.
    ///
    /// - Parameters:
    ///   - from: The old code.
    ///   - to: The new code.
    ///   - weight: The share of the old code, 0…1.
    public init(from: String, to: String, weight: Double) {
      self.from = from
      self.to = to
      self.weight = weight
    }
  }

  /// The name, such as "SIC 2003 to SIC 2007 by employment".
  public let name: String
  /// The links, in the order of the source.
  public let links: [Link]
  private let byOldCode: [String: [Link]]

  /// Makes a concordance.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - links: The links; the weights of each old code add to 1 within 1e-9, and are scaled to add exactly.
  /// - Throws: ``PanelError/weightsDoNotAdd(code:sum:)`` for a code whose weights do not; ``PanelError/notFinite(_:)``.
  public init(name: String, links: [Link]) throws(PanelError) {
    var order: [String] = []
    var grouped: [String: [Link]] = [:]
    for link in links {
      guard link.weight.isFinite, link.weight >= 0 else {
        throw PanelError.notFinite("The weight of '\(link.from)' in '\(link.to)'")
      }
      let key = CodeMatching.key(link.from)
      if grouped[key] == nil { order.append(key) }
      grouped[key, default: []].append(link)
    }
    for key in order {
      guard let members = grouped[key] else { continue }
      let sum = members.reduce(0) { $0 + $1.weight }
      guard (sum - 1).magnitude <= 1e-9 else {
        throw PanelError.weightsDoNotAdd(code: members[0].from, sum: sum)
      }
      grouped[key] = members.map { Link(from: $0.from, to: $0.to, weight: $0.weight / sum) }
    }
    self.name = name
    self.links = links
    byOldCode = grouped
  }

  /// Returns the links of an old code; empty if the concordance does not have it.
  public func links(from code: String) -> [Link] {
    byOldCode[CodeMatching.key(code)] ?? []
  }
}

extension Concordance {
  /// Returns the concordance from the old codes of this one to the new codes of another.
  ///
  ///     w_ik = Σ_j u_ij v_jk
  ///
  /// | symbol | meaning | shape | unit |
  /// | --- | --- | --- | --- |
  /// | u_ij | the share of i that belongs to j here | old codes × codes between | share |
  /// | v_jk | the share of j that belongs to k there | codes between × new codes | share |
  /// | w_ik | the share of i that belongs to k | old codes × new codes | share |
  ///
  /// - Parameters:
  ///   - next: The concordance that is applied after this one; it has every new code of this one.
  ///   - name: The name of the result.
  /// - Throws: ``PanelError/unknownCode(_:nearest:)`` for a code between that `next` does not have.
  /// - Returns: The links, by old code in the order of this one.
  /// **Complexity.** O(links × links of a code between).
  public func composed(with next: Concordance, name: String) throws(PanelError) -> Concordance {
    var composed: [Link] = []
    var seen: Set<String> = []
    for link in links where seen.insert(CodeMatching.key(link.from)).inserted {
      var order: [String] = []
      var weights: [String: (code: String, weight: Double)] = [:]
      for between in self.links(from: link.from) where between.weight > 0 {
        let further = next.links(from: between.to)
        guard !further.isEmpty else {
          throw .unknownCode(between.to, nearest: NearestNames.of(between.to, among: next.links.map(\.from)))
        }
        for last in further where last.weight > 0 {
          let key = CodeMatching.key(last.to)
          if weights[key] == nil { order.append(key) }
          weights[key, default: (last.to, 0)].weight += between.weight * last.weight
        }
      }
      composed += order.compactMap { weights[$0] }
        .map { Link(from: link.from, to: $0.code, weight: $0.weight) }
    }
    return try Concordance(name: name, links: composed)
  }
}
