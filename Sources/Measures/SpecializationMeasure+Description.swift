extension SpecializationMeasure {
  /// What a reader needs to know of the measure.
  public var description: MeasureDescription {
    switch self {
    case .locationQuotient:
      describe(
        "Location quotient",
        formula: "(e/E) / (n/N)",
        range: "0 … N/n; 1 as everywhere",
        convention: "undefined, not 0, where the region, the industry or all activity is empty",
        source: "Florence (1939); Isard (1960)"
      )
    case .symmetricQuotient:
      describe(
        "Symmetric location quotient",
        formula: "(LQ − 1)/(LQ + 1)",
        range: "−1 … 1; 0 as everywhere",
        convention: "an absent industry is −1",
        source: "Dalum, Laursen & Villumsen (1998)"
      )
    case .logarithmicQuotient:
      describe(
        "Logarithmic location quotient",
        formula: "ln LQ",
        range: "any number; 0 as everywhere",
        convention: "refused, not replaced, where the industry is absent",
        source: "the logarithm of the location quotient"
      )
    case .additiveQuotient:
      describe(
        "Additive location quotient",
        formula: "e/n − E/N",
        range: "−1 … 1; 0 as everywhere",
        convention: "n is the region's whole activity, E/N the industry's share of all",
        source: "Hoen & Oosterhaven (2006)"
      )
    case .standardizedQuotient:
      describe(
        "Standardized location quotient",
        formula: "(LQ − mean)/sd over regions",
        range: "any number; 0 as the mean region",
        convention: "mean and sample sd by industry over the regions, all with the same weight",
        source: "O'Donoghue & Gleave (2004)"
      )
    case .krugman:
      describe(
        "Krugman index of specialization",
        formula: "Σ |a − A| over industries",
        range: "0 (as everywhere) … 2",
        convention: "the comparator holds the region itself",
        source: "Krugman (1991)"
      )
    case .gini:
      describe(
        "Gini coefficient of specialization",
        formula: "½ Σ Σ |a A′ − a′ A| over industries",
        range: "0 (as everywhere) … 1",
        convention: "quotients weighted by the comparator; REAT's gini.spec weighs all industries alike",
        source: "Hoover (1936), over industries"
      )
    case .hhi:
      describe(
        "Hirschman-Herfindahl index of a region",
        formula: "Σ a² over industries",
        range: "1/n (equal shares) … 1",
        convention: "raw; depends on how finely industries are cut",
        source: "Hirschman (1964), over industries"
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
      family: "specialization",
      formula: formula,
      range: range,
      convention: convention,
      source: source
    )
  }
}
