import Panels
public import Readers

/// Something that a check of a study found, with the table it is about.
public struct StudyFinding: Hashable, Sendable {
  /// The name of the table.
  public let table: String
  /// What was found.
  public let finding: CheckFinding
}

extension Study {
  /// Compares the codes of every table with its classification and with the boundaries of its geography.
  ///
  /// - Throws: The error of a table that cannot be read.
  /// - Returns: What was found, in the order of the tables.
  public func codeFindings() async throws -> [StudyFinding] {
    var found: [StudyFinding] = []
    for description in description.tables {
      let panel = try await store.table(description.name, of: self).panel
      var findings: [CheckFinding] = []
      if let geography = description.geography {
        let list = CodeList(name: geography, codes: try await regions(of: geography).map(\.code))
        findings += list.findings(on: panel.regions.codes, of: description.region ?? "region")
      }
      if !description.isOfRegionsAlone, let classification = try classification(of: description) {
        findings += classification.findings(
          on: panel.industries.codes,
          of: description.industry ?? "industry"
        )
      }
      found += findings.map { StudyFinding(table: description.name, finding: $0) }
    }
    return found
  }
}
