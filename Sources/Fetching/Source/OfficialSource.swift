/// A table that an official publisher offers to machines: what it is, on what terms, and how it is asked for.
///
/// A source is a value. It makes no request: ``plan`` only says which addresses answer which choice of parameters.
public struct OfficialSource: Sendable {
  /// The name on the command line, lower case with hyphens, publisher first: `nomis-bres`.
  public var name: String
  /// The title that the publisher gives.
  public var title: String
  /// Who publishes it.
  public var publisher: String
  /// What it holds, in one line: variable, regions, industries, years.
  public var holds: String
  /// The terms under which it may be used.
  public var licence: Licence
  /// What must be printed with the numbers; `{year}` and `{retrieved}` stand for the year and the day of retrieval.
  public var attribution: String
  /// The address of the publisher's documentation.
  public var documentation: String
  /// What users of the numbers must know; one sentence, or nil.
  public var caution: String?
  /// Who answers, and within which limits.
  public var service: Service
  /// What may be chosen, in the order in which it is listed.
  public var parameters: [SourceParameter]
  /// Whether the entry was checked against documentation.
  public var evidence = SourceEvidence.recalled(["nothing was noted"])
  /// Returns the requests for a choice of parameters that has been checked against ``parameters``.
  ///
  /// It throws ``FetchError/unusable(parameter:value:reason:)`` where parameters do not go together.
  public var plan: @Sendable (SourceArguments) throws(FetchError) -> FetchPlan

  /// Makes a source.
  ///
  /// - Parameters:
  ///   - name: The name on the command line.
  ///   - title: The title that the publisher gives.
  ///   - publisher: Who publishes it.
  ///   - holds: What it holds, in one line.
  ///   - licence: The terms under which it may be used.
  ///   - attribution: What must be printed with the numbers; may hold `{year}` and `{retrieved}`.
  ///   - documentation: The address of the publisher's documentation.
  ///   - caution: What users of the numbers must know.
  ///   - service: Who answers, and within which limits.
  ///   - parameters: What may be chosen.
  ///   - plan: The requests for a choice of parameters.
  public init(
    name: String,
    title: String,
    publisher: String,
    holds: String,
    licence: Licence,
    attribution: String,
    documentation: String,
    caution: String? = nil,
    service: Service,
    parameters: [SourceParameter],
    plan: @escaping @Sendable (SourceArguments) throws(FetchError) -> FetchPlan
  ) {
    self.name = name
    self.title = title
    self.publisher = publisher
    self.holds = holds
    self.licence = licence
    self.attribution = attribution
    self.documentation = documentation
    self.caution = caution
    self.service = service
    self.parameters = parameters
    self.plan = plan
  }
}

/// The terms under which a table may be used.
public struct Licence: Hashable, Sendable {
  /// The name of the licence.
  public var name: String
  /// Where its text stands.
  public var address: String

  /// Makes a licence.
  ///
  /// - Parameters:
  ///   - name: The name of the licence.
  ///   - address: Where its text stands.
  public init(name: String, address: String) {
    self.name = name
    self.address = address
  }

  /// The Open Government Licence of the United Kingdom.
  public static let openGovernment3 = Licence(
    name: "OGL v3.0",
    address: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
  )
}

/// Who answers requests, and within which limits.
public struct Service: Hashable, Sendable {
  /// The name of the service.
  public var name: String
  /// The address that the addresses of requests begin with, without a slash at the end; https.
  public var base: String
  /// Hosts to which the service may redirect, besides its own.
  public var otherHosts: [String]
  /// The most records that one request returns, as documented; nil if there is no such limit.
  public var recordLimit: Int?
  /// How long to wait between two requests, in seconds.
  public var secondsBetweenRequests: Double
  /// Whether a part of an answer may be asked for (`Range`), so that a body that was cut can be resumed.
  public var takesRanges: Bool
  /// The most bytes that an answer may have; the rest of a larger one is not waited for.
  public var byteLimit: Int

  /// Makes a service.
  ///
  /// - Parameters:
  ///   - name: The name of the service.
  ///   - base: The address that the addresses of requests begin with, without a slash at the end.
  ///   - otherHosts: Hosts to which the service may redirect, besides its own.
  ///   - recordLimit: The most records that one request returns.
  ///   - secondsBetweenRequests: How long to wait between two requests.
  ///   - takesRanges: Whether a part of an answer may be asked for.
  ///   - byteLimit: The most bytes that an answer may have.
  public init(
    name: String,
    base: String,
    otherHosts: [String] = [],
    recordLimit: Int? = nil,
    secondsBetweenRequests: Double = 0.5,
    takesRanges: Bool = false,
    byteLimit: Int = 1 << 28
  ) {
    self.name = name
    self.base = base
    self.otherHosts = otherHosts
    self.recordLimit = recordLimit
    self.secondsBetweenRequests = secondsBetweenRequests
    self.takesRanges = takesRanges
    self.byteLimit = byteLimit
  }
}
