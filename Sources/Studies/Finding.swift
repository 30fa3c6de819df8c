public import Graphics
public import Panels

/// One answer: a hedged sentence, the numbers, a picture of them, how they were made and the command that makes them.
///
/// The command line, the report, the page and the JSON route render the same finding; none of them computes.
public struct Finding: Sendable, Hashable {
  /// A name unique in a report, of lower-case letters, digits and hyphens: file names and links are made of it.
  public var id: String
  /// Where in a report it belongs.
  public var section: ReportSection
  /// The question that it answers.
  public var question: String
  /// The answer in a sentence that says no more than the intervals allow.
  public var sentence: String
  /// How much can be made of the answer.
  public var grade: EvidenceGrade
  /// The numbers, tidy, with bounds and status.
  public var table: Table
  /// The picture, or nil where a table says it better.
  public var figure: Figure?
  /// How the numbers were made.
  public var method: MethodNote
  /// What was asked.
  public var request: Request
  /// The command that makes the finding again.
  public var command: String
  /// Where the numbers come from.
  public var sources: [SourceNote]
  /// The unit and prices of what was measured.
  public var unit: String
  /// Whether the answer survives other thresholds, definitions, base years and scales; empty if none was tried.
  public var robustness: [RobustnessNote]
  /// What the reader must know: dropped rows, coarse data, missing regions.
  public var cautions: [String]
  /// Whether it is one of the few answers for the first page.
  public var isHeadline: Bool

  /// Makes a finding.
  ///
  /// - Parameters:
  ///   - id: A name unique in a report.
  ///   - section: Where in a report it belongs.
  ///   - question: The question that it answers.
  ///   - sentence: The answer, hedged.
  ///   - grade: How much can be made of it.
  ///   - table: The numbers.
  ///   - figure: The picture, if any.
  ///   - method: How the numbers were made.
  ///   - request: What was asked.
  ///   - command: The command that makes the finding again.
  ///   - sources: Where the numbers come from.
  ///   - unit: The unit and prices of what was measured.
  ///   - robustness: Whether the answer survives other choices.
  ///   - cautions: What the reader must know.
  ///   - isHeadline: Whether it is for the first page.
  public init(
    id: String,
    section: ReportSection,
    question: String,
    sentence: String,
    grade: EvidenceGrade,
    table: Table,
    figure: Figure?,
    method: MethodNote,
    request: Request,
    command: String,
    sources: [SourceNote],
    unit: String,
    robustness: [RobustnessNote] = [],
    cautions: [String] = [],
    isHeadline: Bool = false
  ) {
    self.id = id
    self.section = section
    self.question = question
    self.sentence = sentence
    self.grade = grade
    self.table = table
    self.figure = figure
    self.method = method
    self.request = request
    self.command = command
    self.sources = sources
    self.unit = unit
    self.robustness = robustness
    self.cautions = cautions
    self.isHeadline = isHeadline
  }
}

/// The sections of a report, in the order of the questions that officials ask.
public enum ReportSection: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// Can this data answer it?
  case dataHealth
  /// Which places and which industries are meant.
  case placeAndDefinition
  /// What is here, and what a place is known for.
  case knownFor
  /// Where an industry is, and whether it concentrates or disperses.
  case whereAndConcentrating
  /// How kinds of region differ.
  case kindsOfRegion
  /// Whether research goes with growth.
  case research

  /// The heading.
  public var title: String {
    switch self {
    case .dataHealth: "Can these data answer it?"
    case .placeAndDefinition: "Which places and which industries?"
    case .knownFor: "What is this place known for, and how sure are we?"
    case .whereAndConcentrating: "Where is the industry, and is it concentrating or dispersing?"
    case .kindsOfRegion: "Have kinds of region gained or lost ground?"
    case .research: "Does research go with growth?"
    }
  }

  /// Orders by the place in the report.
  public static func < (left: ReportSection, right: ReportSection) -> Bool { left.rawValue < right.rawValue }
}

/// How much can be made of an answer.
public enum EvidenceGrade: String, Hashable, Sendable, CaseIterable {
  /// Every uncertainty that is known leaves the answer as it is, and so do the other choices that were tried.
  case firm
  /// The uncertainty leaves the answer as it is; some other choice, or an error that nobody declared, may not.
  case fair
  /// The numbers do not decide.
  case open
  /// A description, not a test.
  case descriptive

  /// The word to print.
  public var word: String {
    switch self {
    case .firm: "firm"
    case .fair: "fair"
    case .open: "cannot tell"
    case .descriptive: "description"
    }
  }

  /// What the word means.
  public var meaning: String {
    switch self {
    case .firm: "Rounding, suppression and the other choices tried leave the answer as it is."
    case .fair:
      "Rounding and suppression leave the answer as it is, for certain or at the interval that the sentence names; another "
        + "choice, or an error nobody declared, may not."
    case .open: "The numbers do not decide."
    case .descriptive: "A description of published numbers, not a test."
    }
  }
}

/// How a number was made: enough to make it again by hand.
public struct MethodNote: Hashable, Sendable {
  /// The formula as computed, in plain text.
  public var formula: String
  /// What the symbols stand for.
  public var symbols: String
  /// The works that define the measure.
  public var citation: String
  /// The conventions that were chosen where practice differs.
  public var conventions: [String]
  /// How to read the figure, with one worked number from these data.
  public var howToRead: String
  /// What the bounds and intervals cover, and what they do not.
  public var uncertainty: String

  /// Makes a method note.
  ///
  /// - Parameters:
  ///   - formula: The formula as computed.
  ///   - symbols: What the symbols stand for.
  ///   - citation: The works that define the measure.
  ///   - conventions: The conventions that were chosen.
  ///   - howToRead: How to read the figure, with one worked number.
  ///   - uncertainty: What the bounds cover, and what they do not.
  public init(
    formula: String,
    symbols: String,
    citation: String,
    conventions: [String],
    howToRead: String,
    uncertainty: String
  ) {
    self.formula = formula
    self.symbols = symbols
    self.citation = citation
    self.conventions = conventions
    self.howToRead = howToRead
    self.uncertainty = uncertainty
  }
}

/// Where numbers come from, for a source line.
public struct SourceNote: Hashable, Sendable {
  /// Publisher, title and release.
  public var label: String
  /// The file that was read, by its relative name.
  public var file: String
  /// When it was fetched.
  public var retrieved: String?
  /// The licence and the words that it asks for.
  public var licence: String?
  /// The date of the geography or the classification, such as "ITL2 2021".
  public var vintage: String?
  /// What to know before using it.
  public var caution: String?

  /// Makes a source note.
  ///
  /// - Parameters:
  ///   - label: Publisher, title and release.
  ///   - file: The file that was read, by its relative name.
  ///   - retrieved: When it was fetched.
  ///   - licence: The licence and the words that it asks for.
  ///   - vintage: The date of the geography or the classification.
  ///   - caution: What to know before using it.
  public init(
    label: String,
    file: String,
    retrieved: String? = nil,
    licence: String? = nil,
    vintage: String? = nil,
    caution: String? = nil
  ) {
    self.label = label
    self.file = file
    self.retrieved = retrieved
    self.licence = licence
    self.vintage = vintage
    self.caution = caution
  }

  /// The line under a figure.
  public var line: String {
    [label, vintage, retrieved.map { "retrieved \($0)" }].compactMap(\.self).filter { !$0.isEmpty }
      .joined(separator: "; ")
  }
}
