import Studies

/// What is said beside the data, on standard error.
enum Notices {
  /// Prints what the reader of the tables and the analysis have to say, each line once.
  static func print(study: Study, findings: [Finding], quiet: Bool) async {
    guard !quiet else { return }
    for line in await lines(study: study, findings: findings) { Console.say(line) }
  }

  /// Returns what there is to say, each line once, in order.
  static func lines(study: Study, findings: [Finding]) async -> [String] {
    var lines: [String] = []
    for line in await study.store.notices() + findings.flatMap(\.cautions) where !lines.contains(line) {
      lines.append(line)
    }
    return lines
  }
}
