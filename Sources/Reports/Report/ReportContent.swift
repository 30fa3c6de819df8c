public import Studies

/// Everything that a report says: what was asked, of what, what was found, and how it was made.
///
/// A report is data: `ReportPage` makes the page, `Reports.write(report:to:force:adding:)` the folder.
public struct ReportContent: Sendable, Hashable {
  /// The title.
  public var title: String
  /// The question that the report answers, in a sentence.
  public var question: String?
  /// The findings; each section shows its own in this order.
  public var findings: [Finding]
  /// What the study says of its sources, definitions, tables and limits; nil where there is no study.
  public var description: StudyDescription?
  /// The definitions of industries, with their codes by table.
  public var definitions: [DefinitionNote]
  /// The groups of regions, with their rule and their members.
  public var groups: [GroupNote]
  /// What was dropped, merged, repaired or assumed when the tables were read.
  public var dataNotes: [DataNote]
  /// What these data cannot answer, a sentence each; findings graded "cannot tell" are added by the page.
  public var cannotTell: [String]
  /// What was run, on which files.
  public var run: RunFacts?
  /// The version of the program.
  public var version: String
  /// Whether the data are invented: every figure then says so.
  public var isInvented: Bool

  /// Makes the content of a report; definitions and whether the data are invented are taken from the study.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - question: The question that the report answers.
  ///   - findings: The findings.
  ///   - description: What the study says.
  ///   - groups: The groups of regions.
  ///   - dataNotes: What was dropped, merged, repaired or assumed.
  ///   - cannotTell: What these data cannot answer.
  ///   - run: What was run, on which files.
  ///   - version: The version of the program.
  public init(
    title: String,
    question: String? = nil,
    findings: [Finding],
    description: StudyDescription? = nil,
    groups: [GroupNote] = [],
    dataNotes: [DataNote] = [],
    cannotTell: [String] = [],
    run: RunFacts? = nil,
    version: String
  ) {
    self.title = title
    self.question = question
    self.findings = findings
    self.description = description
    definitions = description?.definitions.map(DefinitionNote.init) ?? []
    self.groups = groups
    self.dataNotes = dataNotes
    self.cannotTell = cannotTell
    self.run = run
    self.version = version
    isInvented = description?.isInvented ?? false
  }

  /// The words on every figure and page of invented data.
  public static let inventedData = "Invented data: Albion does not exist"

  /// Refuses findings whose names cannot be the names of their files.
  ///
  /// - Throws: ``ReportError/unsuitableName(_:)`` or ``ReportError/sameName(_:)``.
  public func checkNames() throws(ReportError) {
    var seen: Set<String> = []
    for finding in findings {
      let isSuitable =
        (1...80).contains(finding.id.utf8.count)
        && finding.id.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
      guard isSuitable else { throw ReportError.unsuitableName(finding.id) }
      guard seen.insert(finding.id).inserted else { throw ReportError.sameName(finding.id) }
    }
  }
}
