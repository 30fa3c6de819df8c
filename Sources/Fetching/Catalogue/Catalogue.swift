/// The official sources that are known.
public enum Catalogue {
  /// All sources, in the order in which they are listed.
  public static let sources: [OfficialSource] = [
    .nomisBRES, .nomisEnterprises, .nomisLocalUnits, .nomisCensus, .nomisAreas, .onsRegionalGVA,
    .onsWorkforceJobs, .onsBoundaries, .onsLookups, .eurostatGVA, .eurostatEmployment, .eurostatGDP,
    .eurostatResearchSpending, .eurostatResearchPersonnel, .eurostatBusiness, .usCountyBusinessPatterns,
    .usEmploymentCensus, .usRegionalAccounts, .oecdRegionalGVA,
  ]

  /// Returns the source with a name.
  ///
  /// - Parameter name: The name, as ``OfficialSource/name``.
  /// - Throws: ``FetchError/unknownSource(_:known:)``.
  /// - Returns: The source.
  public static func source(named name: String) throws(FetchError) -> OfficialSource {
    guard let source = sources.first(where: { $0.name == name.lowercased() }) else {
      throw .unknownSource(name, known: sources.map(\.name))
    }
    return source
  }
}
