import Panels
import Studies

/// What an analysis reports on: an industry of the table, or several under one name.
struct Subject: Hashable, Sendable {
  /// The name to print.
  let name: String
  /// The code for result tables: that of the industry, or the name of the definition.
  let code: String
  /// The positions of the industries on the table's axis.
  let industries: [Int]

  /// A name for files and links.
  var slug: String { Slug.of(code) }
}

extension SelectionOptions {
  /// Returns what to report on.
  ///
  /// Codes given with `--only` come first, each by itself; then definitions. Without either: the definitions that the
  /// study has for the table, or every industry of a table without definitions.
  func subjects(in table: LoadedTable, of study: Study) throws -> [Subject] {
    let axis = table.panel.industries
    var subjects: [Subject] = []
    for position in try table.positions(matching: only, on: axis, of: study, kind: "industry") {
      subjects.append(Subject(axis[position], at: position))
    }
    for name in definition { subjects.append(try study.subject(named: name, in: table)) }
    if !subjects.isEmpty { return subjects }
    let defined = study.description.definitions.filter {
      $0.isVariantOf == nil && $0.selectors(for: table.description.name) != nil
    }
    if !defined.isEmpty { return try defined.map { try study.subject(named: $0.name, in: table) } }
    return axis.indices.map { Subject(axis[$0], at: $0) }
  }

  /// Returns the positions of the regions to report, ascending.
  func regions(in table: LoadedTable, of study: Study) throws -> [Int] {
    let axis = table.panel.regions
    return onlyRegion.isEmpty
      ? Array(axis.indices) : try table.positions(matching: onlyRegion, on: axis, of: study, kind: "region")
  }

  /// Returns the positions of the periods to report.
  func periods(of panel: Panel) throws -> Range<Int> {
    try periods?.positions(in: panel.periods) ?? panel.periods.indices
  }
}

extension LoadedTable {
  /// Returns the positions that selectors name on an axis of this table, ascending.
  fileprivate func positions<Element: AxisElement>(
    matching selectors: [String],
    on axis: Axis<Element>,
    of study: Study,
    kind: String
  ) throws -> [Int] {
    try study.naming(kind, on: axis, of: self) { () throws(PanelError) in
      try axis.positions(matching: selectors)
    }
  }
}

extension Subject {
  /// Makes the subject of one industry.
  init(_ industry: Industry, at position: Int) {
    self.init(name: industry.title, code: industry.code, industries: [position])
  }
}

extension Study {
  /// Returns a definition as a subject of a table.
  func subject(named name: String, in table: LoadedTable) throws -> Subject {
    let known = description.definitions
    guard let definition = known.first(where: { CodeMatching.matches($0.name, name) }) else {
      throw StudyError.unknownName(
        kind: "definition",
        name: name,
        nearest: NearestNames.of(name, among: known.map(\.name))
      )
    }
    guard let selectors = definition.selectors(for: table.description.name) else {
      throw StudyError.unsuitable(
        table: table.description.name,
        reason: "the definition '\(definition.name)' has no codes for it"
      )
    }
    let positions = try Definition(name: definition.name, selectors: selectors)
      .positions(on: table.panel.industries)
    return Subject(name: definition.name, code: definition.name, industries: positions)
  }

  /// Returns the single industries of a definition as subjects of their own.
  func members(of subject: Subject, in table: LoadedTable) -> [Subject] {
    subject.industries.map { Subject(table.panel.industries[$0], at: $0) }
  }
}

/// Names for files and links.
enum Slug {
  /// Returns a text with letters and digits of ASCII in lower case, and hyphens between.
  static func of(_ text: String) -> String {
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
      if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
        result.unicodeScalars.append(scalar)
      } else if !result.isEmpty, !result.hasSuffix("-") {
        result.append("-")
      }
    }
    while result.hasSuffix("-") { result.removeLast() }
    return result.isEmpty ? "x" : result
  }
}
