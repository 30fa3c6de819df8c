/// An ordered list of regions or industries that finds a code in constant time.
///
/// **Complexity.** Making one is O(n); finding a code is O(1).
public struct Axis<Element: AxisElement>: Sendable, Equatable {
  /// The elements, in the order of the axis.
  public let elements: [Element]
  private let positions: [String: Int]

  /// Makes an axis.
  ///
  /// - Parameter elements: The elements in order, no two with codes that match.
  /// - Throws: ``PanelError/duplicateCode(_:)`` if two codes match each other.
  public init(_ elements: [Element]) throws(PanelError) {
    var positions: [String: Int] = [:]
    positions.reserveCapacity(elements.count)
    for (position, element) in elements.enumerated() {
      let previous = positions.updateValue(position, forKey: CodeMatching.key(element.code))
      guard previous == nil else { throw PanelError.duplicateCode(element.code) }
    }
    self.elements = elements
    self.positions = positions
  }

  /// How many elements there are.
  public var count: Int { elements.count }

  /// The positions of the axis.
  public var indices: Range<Int> { elements.indices }

  /// The element at a position.
  public subscript(position: Int) -> Element { elements[position] }

  /// The codes in order.
  public var codes: [String] { elements.map(\.code) }

  /// Returns the position of a code, or nil if the axis does not have it.
  ///
  /// Codes match as ``CodeMatching`` says: composed or decomposed, straight or typographic apostrophe.
  public func position(of code: String) -> Int? {
    positions[CodeMatching.key(code)]
  }

  /// Returns the positions that a selector names: a code, or a prefix that ends in `*`.
  ///
  /// - Parameter selector: A code, or a prefix with `*` at its end.
  /// - Returns: The positions in the order of the axis.
  /// - Throws: ``PanelError/unknownCode(_:nearest:)`` with up to three near codes if nothing matches.
  public func positions(matching selector: String) throws(PanelError) -> [Int] {
    if let exact = position(of: selector) { return [exact] }
    if selector.hasSuffix("*") {
      let prefix = CodeMatching.key(String(selector.dropLast()))
      let found = elements.indices.filter { CodeMatching.key(elements[$0].code).hasPrefix(prefix) }
      if !found.isEmpty { return found }
    }
    let byLabel = elements.indices.filter {
      CodeMatching.key(elements[$0].label) == CodeMatching.key(selector)
    }
    if byLabel.count == 1 { return byLabel }
    throw PanelError.unknownCode(
      selector,
      nearest: NearestNames.of(selector, among: codes + elements.map(\.label))
    )
  }

  /// Returns the positions that any of several selectors name, without repetition, in the order of the axis.
  ///
  /// - Parameter selectors: Codes, or prefixes with `*` at their ends.
  /// - Returns: The positions, ascending.
  /// - Throws: ``PanelError/unknownCode(_:nearest:)`` for the first selector that names nothing.
  public func positions(matching selectors: [String]) throws(PanelError) -> [Int] {
    var found: Set<Int> = []
    for selector in selectors { found.formUnion(try positions(matching: selector)) }
    return found.sorted()
  }
}
