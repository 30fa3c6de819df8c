extension ConcentrationMeasure {
  /// What a reader needs to know of the measure.
  public var description: MeasureDescription {
    switch self {
    case .theil:
      describe(
        "Theil index",
        formula: "T = Σ s ln(s/x)",
        range: "0 (as the reference) … −ln(smallest x)",
        convention: "natural logarithm; 0 ln 0 = 0; a region without the industry stays in",
        source: "Theil (1967)"
      )
    case .gini:
      describe(
        "Locational Gini coefficient",
        formula: "G = ½ Σ Σ |s x′ − s′ x|",
        range: "0 (as the reference) … 1",
        convention: "Gini of location quotients weighted by the reference; twice EconGeo's locational.Gini",
        source: "Hoover (1936)"
      )
    case .hhi:
      describe(
        "Hirschman-Herfindahl index",
        formula: "H = Σ s²",
        range: "1/n (equal shares) … 1",
        convention: "raw, not set on 0 … 1; the reference plays no part",
        source: "Hirschman (1964)"
      )
    case .hoover:
      describe(
        "Hoover coefficient of localization",
        formula: "½ Σ |s − x|",
        range: "0 (as the reference) … 1",
        convention: "a share, not times 100",
        source: "Hoover (1936)"
      )
    case .krugman:
      describe(
        "Krugman index of concentration",
        formula: "Σ |s − x|",
        range: "0 (as the reference) … 2",
        convention: "the reference holds the industry itself",
        source: "Krugman (1991)"
      )
    case .generalizedEntropy(let alpha):
      describe(
        entropyTitle(alpha),
        formula: entropyFormula(alpha),
        range: "0 (as the reference) upwards",
        convention:
          "ge:1 is theil; ge:0 is the mean log deviation (REAT's theil); infinite at orders ≤ 0 with an empty region",
        source: "Shorrocks (1980)"
      )
    case .topShare(let percent):
      describe(
        "Share of the top \(MeasureDescription.text(percent)) % of regions",
        formula: "sum of the largest s, \(MeasureDescription.text(percent)) % of the regions by number",
        range: "\(MeasureDescription.text(percent)) % (equal shares) … 1",
        convention:
          "of the region at the edge the fraction counts; ties change nothing; the reference plays no part",
        source: "own definition, after the concentration ratio"
      )
    }
  }

  private func describe(
    _ title: String,
    formula: String,
    range: String,
    convention: String,
    source: String
  ) -> MeasureDescription {
    MeasureDescription(
      name: name,
      title: title,
      family: "concentration",
      formula: formula,
      range: range,
      convention: convention,
      source: source
    )
  }

  private func entropyTitle(_ alpha: Double) -> String {
    alpha == 0
      ? "Mean log deviation (Theil L)" : "Generalized entropy of order \(MeasureDescription.text(alpha))"
  }

  private func entropyFormula(_ alpha: Double) -> String {
    if alpha == 0 { return "Σ x ln(x/s)" }
    if alpha == 1 { return "Σ s ln(s/x)" }
    return "[Σ x (s/x)^α − 1] / (α(α − 1)), α = \(MeasureDescription.text(alpha))"
  }
}
