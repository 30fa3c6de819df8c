import Arithmetic

/// Prices and value added per job, by year and industry.
struct PriceBook {
  /// The year whose prices chained volumes are in, and in which prices are 1.
  static let referenceYear = 2010

  /// The price of each industry's output, years × industries, 1 in the reference year.
  let prices: [Double]
  /// Value added per job in thousand crowns of the reference year, years × industries.
  let volumePerJob: [Double]

  init(plan: AlbionPlan) {
    var stream = RandomStream(seed: plan.seed, stream: StreamNumber.nation << 32)
    let industries = AlbionIndustry.all
    let reference = PriceBook.referenceYear - Expectations.firstYear
    var general = [Double](repeating: 0, count: Expectations.yearCount)
    for year in 1..<Expectations.yearCount {
      let calendar = Expectations.firstYear + year
      let usual = calendar <= 1982 ? 0.062 : calendar <= 1992 ? 0.04 : 0.021
      general[year] = general[year - 1] + usual + 0.008 * stream.portableNormal()
    }
    let drifts = industries.map { industry -> (price: Double, volume: Double) in
      let price = stream.uniform(-0.006, 0.006)
      let volume = stream.uniform(0.006, 0.022)
      if plan.isNothing { return (0, 0.014) }
      return industry.code == "C19" ? (-0.025, 0.04) : (price, volume)
    }
    var prices: [Double] = []
    var volumes: [Double] = []
    for year in 0..<Expectations.yearCount {
      let away = Double(year - reference)
      for (industry, drift) in zip(industries, drifts) {
        let noise = plan.isNothing || year == reference ? 0 : 0.01 * stream.portableNormal()
        prices.append(portableExponential(general[year] - general[reference] + drift.price * away + noise))
        volumes.append(industry.productivity * portableExponential(drift.volume * away))
      }
    }
    self.prices = prices
    volumePerJob = volumes
  }
}
