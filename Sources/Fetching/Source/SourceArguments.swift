/// The choice of parameters of one fetch, checked: each parameter of the source has its values.
public struct SourceArguments: Hashable, Sendable {
  /// A parameter with its values.
  public struct Argument: Hashable, Sendable {
    /// The name of the parameter.
    public var name: String
    /// The values as the source calls them, in the order given, each once.
    public var values: [String]
    /// What the service is sent for each value.
    public var codes: [String]
    /// Whether the value is a key that must not be printed.
    public var isSecret: Bool
  }

  /// The parameters in the order of the source.
  public let arguments: [Argument]

  package init(_ arguments: [Argument]) {
    self.arguments = arguments
  }

  /// Returns the values of a parameter as the source calls them; none if the parameter was not given.
  ///
  /// - Parameter name: The name of a parameter of the source.
  /// - Returns: The values.
  public func values(_ name: String) -> [String] {
    arguments.first { $0.name == name }?.values ?? []
  }

  /// Returns what the service is sent for a parameter: the codes with commas between.
  ///
  /// - Parameters:
  ///   - name: The name of a parameter of the source.
  ///   - separator: What stands between two codes.
  /// - Returns: The codes.
  public func code(_ name: String, separator: String = ",") -> String {
    codes(name).joined(separator: separator)
  }

  /// Returns what the service is sent for each value of a parameter.
  ///
  /// - Parameter name: The name of a parameter of the source.
  /// - Returns: The codes.
  public func codes(_ name: String) -> [String] {
    arguments.first { $0.name == name }?.codes ?? []
  }

  /// Returns the years of a parameter whose domain is years, in the order given.
  ///
  /// - Parameter name: The name of a parameter of the source.
  /// - Returns: The years.
  public func years(_ name: String) -> [Int] {
    values(name).compactMap { Int($0) }
  }
}
