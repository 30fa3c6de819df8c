public import Panels
public import Readers

extension Study {
  /// Returns the earlier release of a table that the study names.
  ///
  /// - Parameter table: The table.
  /// - Returns: The description of the earlier release, or nil if the study names none.
  public func earlierRelease(
    of table: StudyDescription.TableDescription
  ) -> StudyDescription.TableDescription? {
    table.earlierRelease.flatMap { name in description.tables.first { $0.name == name } }
  }

  /// Reads the earlier release of a table that was read.
  ///
  /// - Parameter table: The table.
  /// - Throws: ``StudyError`` or a reader's error.
  /// - Returns: The earlier release, or nil if the study names none.
  public func earlierRelease(of table: LoadedTable) async throws -> LoadedTable? {
    guard let earlier = earlierRelease(of: table.description) else { return nil }
    return try await store.table(earlier.name, of: self)
  }

  /// Returns how far the numbers of a table moved since its earlier release.
  ///
  /// - Parameter table: The table.
  /// - Throws: ``StudyError`` or a reader's error.
  /// - Returns: The revision, or nil if the study names no earlier release.
  public func revision(of table: LoadedTable) async throws -> Revision? {
    guard let earlier = try await earlierRelease(of: table) else { return nil }
    return Revision(of: table.panel, since: earlier.panel)
  }

  /// Says of every table with an earlier release how far its numbers moved.
  ///
  /// - Throws: ``StudyError`` or a reader's error.
  /// - Returns: A finding a table, in the order of the study.
  public func revisionFindings() async throws -> [StudyFinding] {
    var found: [StudyFinding] = []
    for description in description.tables {
      guard let earlier = description.earlierRelease else { continue }
      let table = try await store.table(description.name, of: self)
      guard let revision = try await revision(of: table) else { continue }
      let severity: CheckSeverity = revision.total.sharedCells == 0 ? .warning : .note
      found.append(
        StudyFinding(
          table: description.name,
          finding: CheckFinding(severity, "Revision since '\(earlier)'", revision.sentence)
        )
      )
    }
    return found
  }
}

extension Revision {
  /// The revision in words.
  var sentence: String {
    guard total.sharedCells > 0 else {
      return "no cell has a number in both releases: no region, industry and period is the same"
    }
    func percent(_ share: Double) -> String { NumberText.shortest((share * 10_000).rounded() / 100) + " %" }
    var text = "\(total.sharedCells) cells in both releases; "
    if total.revisions == 0 {
      text += "none has an earlier number other than 0"
    } else if total.largest == 0 {
      text += "none was revised"
    } else {
      text += "mean relative revision \(percent(total.meanAbsolute)), with its sign \(percent(total.mean)), "
      text += "largest \(percent(total.largest))"
      if let place = largestPlace { text += " (\(place.region), \(place.industry), \(place.period))" }
      text += "; by period, mean and largest: "
      let ranked = zip(periods, byPeriod).filter { $0.1.largest > 0 }
        .sorted { ($1.1.meanAbsolute, $0.0) < ($0.1.meanAbsolute, $1.0) }
      text += ranked.prefix(6).sorted { $0.0 < $1.0 }
        .map { "\($0.0) \(percent($0.1.meanAbsolute)), \(percent($0.1.largest))" }.joined(separator: "; ")
      if ranked.count > 6 { text += "; \(ranked.count - 6) more, less" }
    }
    if total.fromZero > 0 { text += "; \(total.fromZero) cells were 0 and are not" }
    if inLaterAlone > 0 { text += "; \(inLaterAlone) in this release alone" }
    if inEarlierAlone > 0 { text += "; \(inEarlierAlone) in the earlier one alone" }
    return text
  }
}
