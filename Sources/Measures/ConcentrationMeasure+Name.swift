extension ConcentrationMeasure {
  /// The measures as `--measure` offers them, those with an option with its usual value.
  public static let all: [ConcentrationMeasure] = [
    .theil, .gini, .hhi, .hoover, .krugman, .generalizedEntropy(alpha: 0), .generalizedEntropy(alpha: 2),
    .topShare(percent: 5),
  ]

  /// Reads the name of a measure: `theil`, `gini`, `hhi`, `hoover`, `krugman`, `ge:ALPHA`, `top:PERCENT`, or `mld`.
  ///
  /// Nil if the text is none of these; see ``init(named:)`` for the reason. Case does not count.
  ///
  /// - Parameter name: The name.
  public init?(name: String) {
    let parts = name.lowercased().split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let option = parts.count == 2 ? Double(parts[1]) : nil
    switch (String(parts.first ?? ""), parts.count) {
    case ("theil", 1): self = .theil
    case ("gini", 1): self = .gini
    case ("hhi", 1): self = .hhi
    case ("hoover", 1): self = .hoover
    case ("krugman", 1): self = .krugman
    case ("mld", 1): self = .generalizedEntropy(alpha: 0)
    case ("ge", 2):
      guard let option, option.isFinite else { return nil }
      self = .generalizedEntropy(alpha: option)
    case ("top", 2):
      guard let option, option > 0, option <= 100 else { return nil }
      self = .topShare(percent: option)
    default: return nil
    }
  }

  /// Reads the name of a measure.
  ///
  /// - Parameter name: The name, as ``init(name:)`` takes it.
  /// - Throws: ``MeasureError/unknownMeasure(_:nearest:)`` with up to three near names, or
  ///   ``MeasureError/outOfRange(_:)`` if the option of a known measure is missing or out of range.
  public init(named name: String) throws(MeasureError) {
    if let measure = ConcentrationMeasure(name: name) {
      self = measure
      return
    }
    let stem = name.lowercased().prefix { $0 != ":" }
    if stem == "ge" {
      throw MeasureError.outOfRange("'\(name)' needs the order of the entropy, a number: ge:0.5, ge:2.")
    }
    if stem == "top" {
      throw MeasureError.outOfRange("'\(name)' needs the per cent of regions, above 0 to 100: top:5.")
    }
    throw MeasureError.unknownMeasure(
      name,
      nearest: MeasureDescription.nearest(to: name, among: ConcentrationMeasure.all.map(\.name) + ["mld"])
    )
  }

  /// The name in the `measure` column and on the command line; it reads back as the same measure.
  public var name: String {
    switch self {
    case .theil: "theil"
    case .gini: "gini"
    case .hhi: "hhi"
    case .hoover: "hoover"
    case .krugman: "krugman"
    case .generalizedEntropy(let alpha): "ge:\(MeasureDescription.text(alpha))"
    case .topShare(let percent): "top:\(MeasureDescription.text(percent))"
    }
  }

  /// The name in a title.
  public var title: String { description.title }

  /// The formula as computed.
  public var formula: String { description.formula }

  /// The work that defines the measure.
  public var source: String { description.source }

  /// Whether the reference plays a part in the measure.
  public var usesReference: Bool {
    switch self {
    case .theil, .gini, .hoover, .krugman, .generalizedEntropy: true
    case .hhi, .topShare: false
    }
  }
}
