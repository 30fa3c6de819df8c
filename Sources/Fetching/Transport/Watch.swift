import Synchronization

/// Watches over one answer: when its next byte must have come, and what has come so far.
final class Watch: Sendable {
  private struct State {
    var limit: ContinuousClock.Instant
    var hasHead = false
    var head: AnswerHead?
    var body: [UInt8] = []
  }

  private let state: Mutex<State>
  private let silence: Duration
  private let end: ContinuousClock.Instant

  init(_ settings: FetchSettings) {
    let now = ContinuousClock.now
    silence = .seconds(settings.silenceSeconds)
    end = now + .seconds(settings.totalSeconds)
    state = Mutex(State(limit: min(end, now + .seconds(settings.firstByteSeconds))))
  }

  /// Notes the head of the answer.
  func note(_ head: AnswerHead) {
    state.withLock { state in
      state.head = head
      state.hasHead = true
      state.limit = min(end, ContinuousClock.now + silence)
    }
  }

  /// Notes a piece of the body, and returns how many bytes there are now.
  func note(_ piece: [UInt8]) -> Int {
    state.withLock { state in
      state.body.append(contentsOf: piece)
      state.limit = min(end, ContinuousClock.now + silence)
      return state.body.count
    }
  }

  /// The head, if it came.
  var head: AnswerHead? { state.withLock { $0.head } }

  /// The bytes that came, which the watch then no longer holds.
  func takeBody() -> [UInt8] {
    state.withLock { state in
      let body = state.body
      state.body = []
      return body
    }
  }

  /// How many bytes came.
  var count: Int { state.withLock { $0.body.count } }

  /// Returns when the time is up.
  func run() async throws -> Expiry {
    while true {
      let limit = state.withLock { $0.limit }
      if ContinuousClock.now >= limit { return limit >= end ? .total : .silence }
      // A head may shorten the limit meanwhile, never to less than a silence from now.
      try await Task.sleep(until: min(limit, ContinuousClock.now + silence), clock: .continuous)
    }
  }

  /// Which time is up.
  enum Expiry {
    case silence
    case total
  }
}

/// Status and headers of an answer.
struct AnswerHead: Sendable {
  var status: Int
  var headers: [(name: String, value: String)]

  /// The value of a header, the first if there are several; letter case of the name is ignored.
  subscript(name: String) -> String? {
    headers.first { $0.name.lowercased() == name }?.value
  }

  /// What a resumed request must match; a weak tag does not promise the same bytes.
  var validator: String? {
    if let tag = self["etag"], !tag.hasPrefix("W/") { return tag }
    return self["etag"] == nil ? self["last-modified"] : nil
  }
}

/// What came of one request.
enum Attempt {
  /// A whole answer.
  case answer(AnswerHead, [UInt8])
  /// Nothing, or a part, because of something that may pass.
  case broken(FetchError, AnswerHead?, [UInt8])
}
