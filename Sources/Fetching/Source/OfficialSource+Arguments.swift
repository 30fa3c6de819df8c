import Panels

extension OfficialSource {
  /// Checks a choice of parameters, and adds what is used where none is given.
  ///
  /// - Parameters:
  ///   - given: The values of each parameter by its name; a value of a list may hold several, with commas between.
  ///   - environment: Where keys are looked for that are not given: the variables of the process.
  /// - Returns: The arguments in the order of the parameters.
  /// - Throws: ``FetchError`` naming the parameter and what it takes.
  public func arguments(
    _ given: [String: [String]],
    environment: [String: String] = [:]
  ) throws(FetchError) -> SourceArguments {
    let names = parameters.map(\.name)
    for name in given.keys.sorted() where !names.contains(name) {
      throw .unknownParameter(name, source: self.name, known: names)
    }
    var arguments: [SourceArguments.Argument] = []
    for parameter in parameters {
      var texts = given[parameter.name] ?? []
      if parameter.isList { texts = texts.flatMap { $0.split(separator: ",").map(String.init) } }
      if texts.isEmpty, let variable = parameter.secretVariable, let key = environment[variable] {
        texts = [key]
      }
      if texts.isEmpty {
        guard let standard = parameter.standard else {
          throw .missingParameter(parameter.name, source: self.name, needed: parameter.domainText)
        }
        texts = standard
      }
      var values: [SourceParameter.Value] = []
      for text in texts {
        for value in try parameter.values(of: text, source: self.name) where !values.contains(value) {
          values.append(value)
        }
      }
      if values.count > 1, !parameter.isList {
        throw .severalValues(parameter: parameter.name, source: self.name, values: values.map(\.name))
      }
      arguments.append(
        SourceArguments.Argument(
          name: parameter.name,
          values: values.map(\.name),
          codes: values.map(\.code),
          isSecret: parameter.secretVariable != nil
        )
      )
    }
    return SourceArguments(arguments)
  }
}

extension SourceParameter {
  /// What the parameter takes, for messages and lists.
  public var domainText: String {
    switch domain {
    case .oneOf(let values): SourceParameter.list(values.map(\.name))
    case .years(let years):
      "a year from \(years.lowerBound) to \(years.upperBound)"
        + (isList
          ? ", or a span such as "
            + "\(years.lowerBound)-\(years.lowerBound + 1)" : "")
    case .oneOfOrCodes(let values, let form): SourceParameter.list(values.map(\.name) + [form.description])
    case .codes(let form): form.description
    }
  }

  /// Names with commas, the last after "or".
  private static func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }

  /// Returns the values that a text stands for: one, or the years of a span.
  func values(of text: String, source: String) throws(FetchError) -> [Value] {
    switch domain {
    case .oneOf(let values):
      if let value = SourceParameter.named(text, among: values) { return [value] }
    case .oneOfOrCodes(let values, let form):
      if let value = SourceParameter.named(text, among: values) { return [value] }
      if form.accepts(text) { return [Value(text)] }
    case .codes(let form):
      if form.accepts(text) { return [Value(text)] }
    case .years(let years):
      if let span = SourceParameter.years(of: text), years.contains(span.lowerBound),
        years.contains(span.upperBound), isList || span.count == 1
      {
        return span.map { Value(String($0)) }
      }
    }
    throw .unknownValue(
      secretVariable == nil ? text : "(the key)",
      parameter: name,
      source: source,
      needed: domainText,
      nearest: NearestNames.of(text, among: listedValues.map(\.name))
    )
  }

  private static func named(_ text: String, among values: [Value]) -> Value? {
    values.first { $0.name == text } ?? values.first { $0.name.lowercased() == text.lowercased() }
  }

  /// Returns the years of a year or a span such as 2015-2021 or 2015:2021.
  private static func years(of text: String) -> ClosedRange<Int>? {
    let parts = text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == ":" })
      .map { Int($0) }
    switch parts.count {
    case 1: if let year = parts[0] { return year...year }
    case 2: if let first = parts[0], let last = parts[1], first <= last { return first...last }
    default: break
    }
    return nil
  }
}
