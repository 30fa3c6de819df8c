/// An invented economy: land, regions, industries, plants and all that they add up to, from a seed.
///
/// The same seed gives the same bytes on every machine. Nothing in it is real: not a place, a code, a plant or a
/// number.
///
///     let albion = Albion(plan: AlbionPlan(seed: 7))
///     for file in albion.files() { print(file.path, file.bytes.count) }
///
/// **Complexity.** About 100 000 plants over 45 years; O(plants × years).
public struct Albion: Sendable {
  /// What was planted.
  public let plan: AlbionPlan
  /// The three nested scales.
  public let geography: AlbionGeography
  /// The exact numbers, before anything is rounded or hidden.
  public let exact: ExactTables
  /// What was planted, as facts that can be checked.
  public let truth: Truth
  /// Flows between industries in 2010.
  public let links: LinkTable
  /// People and research by region.
  public let indicators: RegionIndicators

  /// Makes the economy of a plan.
  ///
  /// - Parameter plan: What is to happen.
  public init(plan: AlbionPlan) {
    self.plan = plan
    let geography = AlbionGeography(seed: plan.seed)
    let expectations = Expectations(plan: plan, geography: geography)
    let prices = PriceBook(plan: plan)
    let simulation = PlantSimulation(
      plan: plan,
      geography: geography,
      expectations: expectations,
      prices: prices
    )
    let exact = ExactTables(simulation: simulation, geography: geography, prices: prices)
    self.geography = geography
    self.exact = exact
    links = LinkTable(seed: plan.seed, exact: exact)
    indicators = RegionIndicators(
      plan: plan,
      geography: geography,
      exact: exact,
      research: expectations.research
    )
    truth = Truth(plan: plan, geography: geography, expectations: expectations, exact: exact)
  }
}
