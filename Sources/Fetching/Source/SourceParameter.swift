/// Something that may be chosen of a source: an option of `hinterland fetch SOURCE`.
public struct SourceParameter: Sendable {
  /// A value that may be chosen.
  public struct Value: Hashable, Sendable {
    /// What the user writes: `ITL2`.
    public var name: String
    /// What the service is sent for it: `TYPE429`.
    public var code: String
    /// What it means, in a few words.
    public var meaning: String

    /// Makes a value.
    ///
    /// - Parameters:
    ///   - name: What the user writes.
    ///   - code: What the service is sent for it; the name if nil.
    ///   - meaning: What it means.
    public init(_ name: String, code: String? = nil, meaning: String = "") {
      self.name = name
      self.code = code ?? name
      self.meaning = meaning
    }
  }

  /// Which values are taken.
  public enum Domain: Sendable {
    /// One of these; letter case is ignored.
    case oneOf([Value])
    /// A year within a range; a list may hold spans such as 2015-2021.
    case years(ClosedRange<Int>)
    /// One of these, or a code of the given form.
    case oneOfOrCodes([Value], CodeForm)
    /// A code of the given form.
    case codes(CodeForm)
  }

  /// The form of codes that are too many to be listed.
  public struct CodeForm: Sendable {
    /// How messages call it: `a GSS code such as E12000007`.
    public var description: String
    /// Whether a text has the form.
    public var accepts: @Sendable (String) -> Bool

    /// Makes a form.
    ///
    /// - Parameters:
    ///   - description: How messages call it, with an example.
    ///   - accepts: Whether a text has the form.
    public init(_ description: String, accepts: @escaping @Sendable (String) -> Bool) {
      self.description = description
      self.accepts = accepts
    }
  }

  /// The name of the option, without hyphens before it: `geography`.
  public var name: String
  /// What it chooses, in one line.
  public var meaning: String
  /// Which values are taken.
  public var domain: Domain
  /// The values that are used if none is given; nil if one must be given.
  public var standard: [String]?
  /// Whether several values may be given, with commas between.
  public var isList: Bool
  /// The environment variable that may hold the value, if the value is a key that must not be printed or recorded.
  public var secretVariable: String?

  /// Makes a parameter.
  ///
  /// - Parameters:
  ///   - name: The name of the option, without hyphens before it.
  ///   - meaning: What it chooses, in one line.
  ///   - domain: Which values are taken.
  ///   - standard: The values that are used if none is given; nil if one must be given.
  ///   - isList: Whether several values may be given.
  ///   - secretVariable: The environment variable that may hold a key that must not be printed.
  public init(
    name: String,
    meaning: String,
    domain: Domain,
    standard: [String]? = nil,
    isList: Bool = false,
    secretVariable: String? = nil
  ) {
    self.name = name
    self.meaning = meaning
    self.domain = domain
    self.standard = standard
    self.isList = isList
    self.secretVariable = secretVariable
  }

  /// The values that are listed by name, if any.
  public var listedValues: [Value] {
    switch domain {
    case .oneOf(let values), .oneOfOrCodes(let values, _): values
    case .years, .codes: []
    }
  }
}
