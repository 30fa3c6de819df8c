public import Panels

extension CodeList {
  /// Compares the codes of a column with the list.
  ///
  /// - Parameters:
  ///   - codes: The different codes of the column.
  ///   - column: What to call the column.
  /// - Returns: One finding, or none where fewer than half of the codes are of the list: it is of something else.
  public func findings(on codes: [String], of column: String) -> [CheckFinding] {
    CodeFindings.compare(codes, of: column, with: self)
  }
}

extension Classification {
  /// Compares the codes of a column with the classification.
  ///
  /// - Parameters:
  ///   - codes: The different codes of the column; totals may be among them.
  ///   - column: What to call the column.
  /// - Returns: A note, or which codes are not of it with the nearest, and which it retired. None where fewer than half of
  ///   the codes are or were of it.
  public func findings(on codes: [String], of column: String) -> [CheckFinding] {
    CodeFindings.compare(codes, of: column, with: self)
  }
}

extension CodeFindings {
  static func compare(_ codes: [String], of column: String, with list: CodeList) -> [CheckFinding] {
    let known = Set(list.codes.map(CodeMatching.key))
    let strangers = codes.filter { !known.contains(CodeMatching.key($0)) }
    let shared = codes.count - strangers.count
    guard shared > 0, shared * 2 >= codes.count else { return [] }
    guard let first = strangers.first else {
      let missing = list.codes.count - shared
      return [
        CheckFinding(
          .note,
          "Codes of \(list.name)",
          "all codes of '\(column)' are of it" + (missing > 0 ? "; \(missing) of its codes are absent" : "")
        )
      ]
    }
    let near = NearestNames.of(first, among: list.codes)
    return [
      CheckFinding(
        .warning,
        "Codes of \(list.name)",
        "\(strangers.count) of \(codes.count) codes of '\(column)' are not of it: "
          + strangers.prefix(5).joined(separator: ", ")
          + (near.isEmpty ? "" : " (near '\(first)': \(near.joined(separator: ", ")))"),
        advice: "They may be totals, or codes of another date: name the total, or bring them over with "
          + "--region-lookup FILE (in a study: lookups)."
      )
    ]
  }

  static func compare(
    _ codes: [String],
    of column: String,
    with classification: Classification
  ) -> [CheckFinding] {
    let codes = codes.filter { !IndustryCode($0).isTotal }
    let strangers = codes.filter { !classification.knows($0) }
    let retired = strangers.compactMap { classification.retired($0) }
    guard !codes.isEmpty, (codes.count - strangers.count + retired.count) * 2 >= codes.count else {
      return []
    }
    guard !strangers.isEmpty else {
      let detail =
        "all \(codes.count) codes of '\(column)' are of it: \(levels(of: codes, in: classification))"
      return [CheckFinding(.note, "Codes of \(classification.name)", detail)]
    }
    let gone = Set(retired.map(\.code))
    var findings: [CheckFinding] = []
    let unknown = strangers.filter { !gone.contains($0) }
    if !unknown.isEmpty {
      let shown = unknown.prefix(5)
        .map { code in
          let near = classification.nearest(to: code)
          return "'\(code)'" + (near.isEmpty ? "" : " (near: \(near.joined(separator: ", ")))")
        }
      findings.append(
        CheckFinding(
          .warning,
          "Codes of \(classification.name)",
          "\(unknown.count) of \(codes.count) codes of '\(column)' are not of it: "
            + shown.joined(separator: ", ") + (unknown.count > 5 ? " and \(unknown.count - 5) more" : ""),
          advice:
            "They may be totals, or codes of another date: name the total with --total, or mend the codes."
        )
      )
    }
    if let first = retired.first {
      let shown = retired.prefix(5).map { "'\($0.code)' (now \($0.successors.joined(separator: ", ")))" }
      findings.append(
        CheckFinding(
          .warning,
          "Retired codes",
          "\(retired.count) of \(codes.count) codes of '\(column)' are of \(first.previous), and \(classification.name) "
            + "does not have them: " + shown.joined(separator: ", ")
            + (retired.count > 5 ? " and \(retired.count - 5) more" : ""),
          advice: "Codes of two dates in one series break it: bring them over with --industry-lookup FILE."
        )
      )
    }
    return findings
  }

  /// How many codes are of each level, such as "88 of level division".
  private static func levels(of codes: [String], in classification: Classification) -> String {
    var counts = [Int](repeating: 0, count: classification.levels.count)
    var spans = 0
    for code in codes {
      let level = classification.entry(standingFor: code)?.level
      if let position = level.flatMap({ classification.levels.firstIndex(of: $0) }) {
        counts[position] += 1
      } else {
        spans += 1
      }
    }
    let parts = zip(classification.levels, counts).filter { $0.1 > 0 }.map { "\($0.1) of level \($0.0)" }
    return (parts + (spans > 0 ? ["\(spans) spanning several"] : [])).joined(separator: ", ")
  }
}
