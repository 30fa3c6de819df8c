public import Geography
public import Panels
public import Readers

extension Study {
  /// Returns the description of a geography.
  ///
  /// - Parameter name: Its name in the study.
  /// - Throws: ``StudyError/unknownName(kind:name:nearest:)`` with near names.
  /// - Returns: The description.
  public func geography(named name: String) throws(StudyError) -> StudyDescription.Geography {
    guard let geography = description.geographies.first(where: { $0.name == name }) else {
      throw StudyError.unknownName(
        kind: "geography",
        name: name,
        nearest: NearestNames.of(name, among: description.geographies.map(\.name))
      )
    }
    return geography
  }

  /// Returns the regions of a geography with the region that each lies in.
  ///
  /// The region above is the one that the boundary file names where the study says in which property; elsewhere it is
  /// the one whose code is the longest beginning of the region's own code.
  ///
  /// - Parameter name: The name of the geography.
  /// - Throws: ``StudyError`` or a reader's error.
  /// - Returns: The regions in the order of the boundary file.
  public func regions(of name: String) async throws -> [Region] {
    let layer = try await store.layer(name, of: self)
    guard let parent = try geography(named: name).parent else {
      return layer.boundaries.map { Region(code: $0.code, name: $0.name) }
    }
    let above = try await store.layer(parent, of: self)
    let property = try geography(named: name).parentCode
    return try layer.boundaries.map { boundary in
      if let property {
        guard let code = boundary.parent, above.position(of: code) != nil else {
          throw StudyError.unsuitable(
            table: name,
            reason: "region '\(boundary.code)' lies in '\(boundary.parent ?? "")' by its '\(property)', "
              + "and the geography above has no such region"
          )
        }
        return Region(code: boundary.code, name: boundary.name, parent: code)
      }
      var beginning = boundary.code
      while !beginning.isEmpty {
        beginning.removeLast()
        if above.position(of: beginning) != nil { break }
      }
      return Region(code: boundary.code, name: boundary.name, parent: beginning.isEmpty ? nil : beginning)
    }
  }

  /// Returns the codes of the regions of a geography and of the geographies that it lies in, from one to the next.
  ///
  /// - Parameter name: The name of the geography.
  /// - Throws: ``StudyError`` or a reader's error.
  /// - Returns: For each code of the geography, the code itself and those above it.
  public func lineage(of name: String) async throws -> [String: [String]] {
    var result: [String: [String]] = [:]
    let regions = try await regions(of: name)
    let above = try await geography(named: name).parent.asyncMap { try await lineage(of: $0) } ?? [:]
    for region in regions {
      result[CodeMatching.key(region.code)] =
        [region.code] + (region.parent.flatMap { above[CodeMatching.key($0)] } ?? [])
    }
    return result
  }

  /// Returns the path of a file of the study, which names it relative to its data folder.
  public func path(of file: String) -> String { Study.joined(dataFolder, file) }

  /// Reads a table: a delimited file, or a sheet of a workbook.
  func reading(of table: StudyDescription.TableDescription) throws -> PanelReading {
    guard isSingleTable || FileSystem.kind(of: path(of: table.file)) != .nothing else {
      throw StudyError.missingTables([missingTable(table)])
    }
    let options = try table.panelOptions
    let columns = [table.region, table.industry, table.value].compactMap(\.self)
    return try TableInput(path: path(of: table.file), name: table.file, sheet: table.sheet, columns: columns)
      .panel(options)
  }
}

extension Optional {
  fileprivate func asyncMap<T>(_ body: (Wrapped) async throws -> T) async rethrows -> T? {
    guard let self else { return nil }
    return try await body(self)
  }
}
