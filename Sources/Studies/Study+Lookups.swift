package import Panels
package import Readers

extension StudyDescription.TableDescription {
  /// All lookups, those of regions first.
  package var lookups: [LookupSpecification] { regionLookups + industryLookups }
}

extension Study {
  /// Brings a table to the vintages that its lookups lead to, and says what that did.
  ///
  /// - Parameters:
  ///   - reading: The table.
  ///   - table: What the study says of it.
  /// - Throws: `LookupError`, `VintageError` or a reader's error.
  /// - Returns: A notice a lookup, in the order in which they were applied.
  package func applyLookups(
    to reading: inout PanelReading,
    of table: StudyDescription.TableDescription
  ) throws -> [VintageNotice] {
    var notices: [VintageNotice] = []
    for (axis, lookups) in [
      (VintageAxis.regions, table.regionLookups), (VintageAxis.industries, table.industryLookups),
    ] where !lookups.isEmpty {
      var conversion = VintageConversion(reading.panel, along: axis)
      for specification in lookups {
        let lookup = try Lookup(specification, path: path(of: specification.file))
        try conversion.apply(try lookup.step(for: conversion.codes))
      }
      let (panel, steps) = try conversion.finish()
      reading.panel = panel
      notices += steps
    }
    return notices
  }

  /// Leaves out, before any lookup, the codes that the study leaves out and the file has.
  ///
  /// - Parameters:
  ///   - reading: The table.
  ///   - table: What the study says of it.
  /// - Throws: `PanelError` where nothing is left.
  /// - Returns: The codes of regions that were left out.
  func leaveOutRegions(
    of reading: inout PanelReading,
    as table: StudyDescription.TableDescription
  ) throws -> [String] {
    guard !table.regionLookups.isEmpty else { return [] }
    let left = reading.panel.regions.elements.filter { region in
      table.leaveOut.contains { CodeMatching.matches($0, region.code) }
    }
    guard !left.isEmpty, left.count < reading.panel.regions.count else { return [] }
    let out = Set(left.map(\.code))
    let kept = reading.panel.regions.elements.enumerated().filter { !out.contains($0.element.code) }
    reading.panel = try reading.panel.keeping(kept.map { ($0.offset, $0.element) })
    return left.map(\.code)
  }
}
