public import Measures
public import Panels
public import Studies

extension Study {
  /// Returns every group of the study on the regions of its first table with a geography.
  ///
  /// - Throws: `StudyError` or a measure's error.
  /// - Returns: The groups with the regions that they were made for.
  public func allGroupings() async throws -> [(grouping: Grouping, regions: [Region])] {
    guard let first = definedTables.first(where: { $0.geography != nil }) else { return [] }
    let table = try await store.table(first.name, of: self)
    var result: [(grouping: Grouping, regions: [Region])] = []
    for group in description.groups {
      result.append((try await grouping(named: group.name, on: table), table.panel.regions.elements))
    }
    return result
  }
}
