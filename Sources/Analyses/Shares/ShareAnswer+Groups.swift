import Graphics
import Measures
import Panels
import Studies

extension ShareAnswer {
  private func moved(_ line: Line) -> String {
    switch move(of: line) {
    case .above: "gained ground"
    case .below: "lost ground"
    case .little: "held their share"
    case .open, .unknown: "neither clearly gained nor lost"
    }
  }

  /// From and to, in per cent, or between what they lie.
  func ends(of line: Line) -> String {
    guard let first = line.means.first, let last = line.means.last else { return "not known" }
    let (from, to) = (share(first), share(last))
    guard first.value != nil, last.value != nil else { return from == to ? from : "\(from), then \(to)" }
    return from == to ? "\(from) throughout" : "\(from) to \(to)"
  }

  /// A share in per cent, or between what it lies.
  func share(_ number: Estimate?) -> String {
    guard let number else { return "not known" }
    if let value = number.value { return Words.percent(value) }
    guard let bounds = number.bounds, bounds.lower > 0 || bounds.upper < 1 else { return "not known" }
    return "between \(Words.percent(bounds.lower)) and \(Words.percent(bounds.upper))"
  }

  /// A sentence on all classes of a division, such as those by density.
  func classesSentence(_ lines: [Line], activity: [Line]) -> String {
    guard let first = windows.first, let last = windows.last, windows.count > 1 else {
      let parts = lines.map { "\($0.part.name) regions \(share($0.means.last))" }
      return "Of \(subjects[0].name), \(Words.list(parts)) (\(windows.last?.label ?? ""))."
    }
    let parts = lines.enumerated()
      .map { position, line in
        var text = "\(line.part.name) regions \(moved(line)), \(ends(of: line)) of it"
        if activity.indices.contains(position) {
          text += " (of all activity \(ends(of: activity[position])))"
        }
        return text
      }
    return "From \(first.label) to \(last.label), in shares of \(subjects[0].name): "
      + parts.joined(separator: "; ") + "." + rests(lines.map { ("\($0.part.name) regions", $0) })
  }

  /// In which industries the first group gained or lost, if there are several.
  func industriesSentence(_ bySubject: [[Line]]) -> String {
    guard bySubject.count > 1, windows.count > 1 else { return "" }
    func names(_ side: Side) -> [String] {
      bySubject.dropFirst().filter { move(of: $0[0]) == side }
        .compactMap { line in
          line[0].subject.map { "\($0.plainName) (\(ends(of: line[0])))" }
        }
    }
    var text: [String] = []
    let (lost, gained) = (names(.below), names(.above))
    if !lost.isEmpty { text.append("they lost in \(Words.list(lost, most: 6))") }
    if !gained.isEmpty { text.append("they gained in \(Words.list(gained, most: 6))") }
    guard !text.isEmpty else { return " No single industry is clearly up or down either." }
    return " By industry, " + text.joined(separator: "; ") + "."
      + rests(bySubject.dropFirst().map { ($0[0].subject?.plainName ?? "", $0[0]) })
  }

  /// The answer for the first group under the study's other rules for it, and for the first and last year alone.
  func robustness(_ line: Line) throws -> [RobustnessNote] {
    guard windows.count > 1, let first = windows.first, let last = windows.last else { return [] }
    var notes: [RobustnessNote] = []
    for other in variants {
      let ends = [first, last].map { $0.positions.map { positions.lowerBound + $0 } }
      let part = Part(name: other.name, code: nil, members: other.members[0])
      let other = try self.line(
        part,
        subjects[0],
        periods: ends[0] + ends[1],
        windows: [ends[0].indices, ends[0].count..<(ends[0].count + ends[1].count)],
        drawing: .always
      )
      notes.append(note("group", part.name, like: line, means: other.means))
    }
    if first.positions.count > 1 {
      let ends = [positions.lowerBound, positions.upperBound - 1]
      let years = try self.line(
        line.part,
        line.subject,
        periods: ends,
        windows: [0..<1, 1..<2],
        drawing: .always
      )
      notes.append(note("window", "first and last year", like: line, means: years.means))
    }
    return notes
  }

  private func note(_ kind: String, _ choice: String, like line: Line, means: [Estimate]) -> RobustnessNote {
    let other = Line(part: line.part, subject: line.subject, periods: [], means: means)
    return RobustnessNote(
      kind: kind,
      choice: choice,
      move(of: other),
      like: move(of: line),
      words: "\(moved(other)), \(ends(of: other))"
    )
  }

  /// A short title for the figure of groups.
  func groupHeadline(_ bySubject: [[Line]]) -> String {
    let lines = bySubject[0]
    let subject = subjects[0].plainName
    if lines.count == 2 {
      return
        "\(Words.capitalized(lines[0].part.name)) regions \(moved(lines[0])) in \(subject): \(ends(of: lines[0]))"
        + remark([lines[0]])
    }
    func names(_ side: Side) -> String? {
      let names = lines.filter { move(of: $0) == side }.map(\.part.name)
      return names.isEmpty ? nil : Words.list(names)
    }
    let parts = [
      names(.above).map { "\($0) regions gained ground" }, names(.below).map { "\($0) regions lost ground" },
    ]
    let told = parts.compactMap(\.self)
    guard !told.isEmpty else {
      return "No kind of region by \(grouping?.name ?? "group") clearly gained or lost ground in \(subject)"
    }
    return Words.capitalized(told.joined(separator: ", ")) + " in \(subject)" + remark(lines)
  }

  /// What a title adds where what it says of some shares rests on the interval.
  private func remark(_ lines: [Line]) -> String {
    let told = lines.filter { move(of: $0).isTold }
    return evidence.remark(
      told.contains { $0.change?.changeEvidence == .roundingInterval } ? .roundingInterval : .hardBounds
    )
  }

  /// The first group's share of each industry then and now, beside its share of all activity.
  func industriesChart(_ bySubject: [[Line]], activity: Line?) -> DumbbellChart {
    let pairs = bySubject.map { lines in
      ValuePair(
        label: lines[0].subject?.shortName ?? "",
        start: lines[0].means.first?.value,
        end: lines[0].means.last?.value,
        startStatus: lines[0].means.first?.value == nil ? .notAvailable : .observed,
        endStatus: lines[0].means.last?.value == nil ? .notAvailable : .observed,
        hue: .blue,
        link: MarkLink(industry: lines[0].subject?.code)
      )
    }
    let all = activity.map {
      ValuePair(
        label: "All activity",
        start: $0.means.first?.value,
        end: $0.means.last?.value,
        emphasis: .context
      )
    }
    return DumbbellChart(
      pairs: pairs + (all.map { [$0] } ?? []),
      startLabel: windows[0].label,
      endLabel: windows[windows.count - 1].label,
      axis: ValueAxis(
        title: "Share of \(bySubject[0][0].part.name) regions",
        format: NumberFormat(decimals: 0, factor: 100, suffix: " %"),
        includesZero: true
      )
    )
  }
}

extension Grouping {
  /// The colours of the groups, the same in every figure: blue for the group of a study's question and grey for the
  /// rest, others for classes.
  var hues: [Hue] {
    groups.count == 2
      ? [.blue, .grey] : groups.indices.map { [Hue.green, .ochre, .purple, .sky, .vermilion][$0 % 5] }
  }
}
