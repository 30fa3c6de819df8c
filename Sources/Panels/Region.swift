/// What an axis is made of: something with a code of its own and a name to print.
public protocol AxisElement: Hashable, Sendable {
  /// The code that tables use, unique on an axis.
  var code: String { get }
  /// The name to print.
  var label: String { get }
  /// The code of the element that this one is part of, if any.
  var parent: String? { get }
}

/// A place that statistics are published for.
public struct Region: AxisElement {
  /// The code of the geography, such as `TLG3`.
  public let code: String
  /// The name, such as "West Midlands".
  public let name: String
  /// The code of the region that this one lies in, one level up.
  public let parent: String?

  /// Makes a region.
  ///
  /// - Parameters:
  ///   - code: The code of the geography.
  ///   - name: The name; the code if the table has none.
  ///   - parent: The code of the region one level up.
  public init(code: String, name: String? = nil, parent: String? = nil) {
    self.code = code
    self.name = name ?? code
    self.parent = parent
  }

  /// The name to print.
  public var label: String { name }
}

/// An industry of a classification, or a group of them under one code.
public struct Industry: AxisElement {
  /// The code as the table has it, such as `30300` or `CL (29-30)`.
  public let code: String
  /// The title, such as "Manufacture of transport equipment".
  public let title: String
  /// The code of the industry that this one is part of, one level up.
  public let parent: String?

  /// Makes an industry.
  ///
  /// - Parameters:
  ///   - code: The code as the table has it.
  ///   - title: The title; the code if the table has none.
  ///   - parent: The code of the industry one level up.
  public init(code: String, title: String? = nil, parent: String? = nil) {
    self.code = code
    self.title = title ?? code
    self.parent = parent
  }

  /// The title to print.
  public var label: String { title }
}
