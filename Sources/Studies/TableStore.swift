public import Geography
public import Panels
public import Readers

/// A table of a study, read and brought into the study's geography.
public struct LoadedTable: Sendable {
  /// What the study says of the table.
  public let description: StudyDescription.TableDescription
  /// The panel and how it was read.
  public internal(set) var reading: PanelReading
  /// What was done to the regions after reading: recoded, left out.
  public let regionNotices: [String]
  /// What lookups between vintages did, in the order in which they were applied.
  public internal(set) var vintageNotices: [VintageNotice] = []
  /// Whether totals narrowed the bounds of suppressed cells beyond what the source's rule gives.
  ///
  /// Such bounds serve for computing; they are not to be printed cell by cell, or the tool would undo what was hidden.
  public internal(set) var narrowsSuppressedCells = false

  /// Makes a table that was read.
  ///
  /// - Parameters:
  ///   - description: What the study says of the table.
  ///   - reading: The panel and how it was read.
  ///   - regionNotices: What was done to the regions after reading.
  public init(description: StudyDescription.TableDescription, reading: PanelReading, regionNotices: [String])
  {
    self.description = description
    self.reading = reading
    self.regionNotices = regionNotices
  }

  /// The panel.
  public var panel: Panel { reading.panel }
}

/// The tables and boundaries of a study that have been read, each once.
///
/// Reading runs outside the actor, so that two tables are read at a time.
public actor TableStore {
  private var tables: [String: Task<LoadedTable, any Error>] = [:]
  private var layers: [String: Task<BoundaryLayer, any Error>] = [:]
  private var order: [String] = []

  init() {}

  /// Returns a table of a study.
  ///
  /// - Parameters:
  ///   - name: The name of the table.
  ///   - study: The study.
  /// - Throws: ``StudyError`` or a reader's error.
  /// - Returns: The table.
  public func table(_ name: String, of study: Study) async throws -> LoadedTable {
    let description = try study.table(named: name)
    if let task = tables[description.name] { return try await task.value }
    order.append(description.name)
    let task = Task.detached { try await TableStore.read(description, of: study) }
    tables[description.name] = task
    return try await task.value
  }

  /// Returns the boundaries of a geography of a study.
  ///
  /// - Parameters:
  ///   - name: The name of the geography.
  ///   - study: The study.
  /// - Throws: ``StudyError`` or a reader's error.
  /// - Returns: The boundaries, as in the file.
  public func layer(_ name: String, of study: Study) async throws -> BoundaryLayer {
    if let task = layers[name] { return try await task.value }
    let geography = try study.geography(named: name)
    let task = Task.detached { try TableStore.readLayer(geography, of: study) }
    layers[name] = task
    return try await task.value
  }

  /// What was said while the tables were read, by the name of the table: the order of reading depends on timing.
  public func notices() async -> [String] {
    var lines: [String] = []
    for name in order.sorted() {
      guard let table = try? await tables[name]?.value else { continue }
      lines += table.reading.notices.filter { $0.severity == .warning }.map { "\(name): \($0.text)" }
      lines += table.vintageNotices.map { "\(name): \($0.sentence)" }
      lines += table.regionNotices.map { "\(name): \($0)" }
    }
    return lines
  }

  /// The names of the geographies whose boundaries have been read.
  public func loadedLayers() -> [String] { layers.keys.sorted() }

  /// The tables that have been read, by name: the order of reading depends on timing.
  public func loadedTables() async -> [LoadedTable] {
    var loaded: [LoadedTable] = []
    for name in order.sorted() {
      if let table = try? await tables[name]?.value { loaded.append(table) }
    }
    return loaded
  }

  private static func read(
    _ description: StudyDescription.TableDescription,
    of study: Study
  ) async throws -> LoadedTable {
    var reading = try study.reading(of: description)
    if !description.industriesLeftOut.isEmpty {
      let left = try reading.panel.industries.positions(matching: description.industriesLeftOut)
      reading.panel = try reading.panel.leavingOut(industries: left)
      let text =
        "\(left.count) \(left.count == 1 ? "industry" : "industries") left out of the cells and of all activity: "
        + description.industriesLeftOut.joined(separator: ", ")
      reading.notices.append(ReadNotice(.note, text))
    }
    var narrows = false
    var notices: [VintageNotice] = []
    var leftOut: [String] = []
    if description.lookups.isEmpty {
      try study.addTitles(to: &reading, of: description)
      narrows = reading.tighten()
    } else {
      // Totals bound the cells of the file's own vintage; titles are of the vintage that the lookups lead to.
      narrows = reading.tighten()
      leftOut = try study.leaveOutRegions(of: &reading, as: description)
      notices = try study.applyLookups(to: &reading, of: description)
      try study.addTitles(to: &reading, of: description)
    }
    var regions: [Region]?
    if let geography = description.geography { regions = try await study.regions(of: geography) }
    var table = try reading.placed(in: regions, as: description, leftOut: leftOut)
    table.vintageNotices = notices
    table.reading.panel.keepActivitySums()
    table.narrowsSuppressedCells = narrows
    return table
  }

  /// Reads the boundaries of a geography.
  static func readLayer(
    _ geography: StudyDescription.Geography,
    of study: Study
  ) throws -> BoundaryLayer {
    guard let file = geography.boundaries else {
      throw StudyError.unsuitable(
        table: geography.name,
        reason: "the study names no boundaries for this geography"
      )
    }
    return
      try GeoJSON.read(
        Study.joined(study.dataFolder, file),
        layer: geography.name,
        code: geography.code ?? "code",
        name: geography.nameProperty,
        parent: geography.parentCode
      )
      .layer
  }
}

extension PanelReading {
  /// Narrows the bounds of suppressed cells by the totals of the same table, and says what was met.
  ///
  /// - Returns: Whether any suppressed cell now has narrower bounds than the source's rule gives.
  mutating func tighten() -> Bool {
    guard panel.cells.statuses?.contains(.suppressed) ?? false else { return false }
    do {
      let tightening = try panel.tightened(coverage: panel.coverageByTotals(), contradiction: .report)
      panel = tightening.panel
      if let first = tightening.contradictions.first {
        let text =
          "\(tightening.contradictions.count) published totals contradict their cells and narrow no bounds (first: \(first))"
        notices.append(ReadNotice(.warning, text))
      }
      if !tightening.narrowed.isEmpty {
        let text =
          "\(tightening.narrowed.count) suppressed cells are bounded by totals; their bounds serve for computing and are not printed"
        notices.append(ReadNotice(.note, text))
      }
      return !tightening.narrowed.isEmpty
    } catch {
      notices.append(ReadNotice(.note, "totals do not bound suppressed cells: \(error)"))
      return false
    }
  }
}
