public import Panels

/// A table that leads from old codes to new ones, as it was read.
public struct Lookup: Sendable {
  /// A row.
  struct Row: Sendable {
    var from: String
    var to: String
    var weight: Double?
    var number: Int
  }

  /// The specification.
  public let specification: LookupSpecification
  /// How messages call it: the file and its columns.
  public let name: String
  /// What the weights count; nil where there are none.
  public let basis: String?
  private let file: String
  private let rows: [String: [Row]]
  private let order: [String]
  private let ended: [String]
  private let newCodes: [String]
  private let names: [String: String]
  private let candidates: [String]
  private let repeated: Int

  /// Reads a lookup.
  ///
  /// - Parameters:
  ///   - specification: The file and its columns.
  ///   - path: The path; the file of the specification if nil.
  /// - Throws: ``LookupError``, or a reader's error.
  public init(_ specification: LookupSpecification, path: String? = nil) throws {
    let input = try TableInput(
      path: path ?? specification.file,
      name: specification.file,
      sheet: specification.sheet,
      columns: [specification.from, specification.to, specification.weight].compactMap(\.self),
      needsNumbers: false
    )
    try self.init(specification, table: input.text())
  }

  /// Takes a lookup from a table.
  ///
  /// - Parameters:
  ///   - specification: The file and its columns.
  ///   - table: The table.
  /// - Throws: ``LookupError``, or a reader's error.
  public init(_ specification: LookupSpecification, table: TextTable) throws {
    let columns = try LookupColumns(table, specification)
    let kept = try Lookup.kept(table, specification)
    var reading = LookupReading()
    for position in kept { try reading.add(position, of: table, columns) }
    guard !reading.order.isEmpty || !reading.ended.isEmpty else { throw LookupError.empty(file: table.name) }
    self.specification = specification
    file = table.name
    name = "\(specification.file) (\(table.header[columns.from]) to \(table.header[columns.to]))"
    basis =
      specification.splitsEqually
      ? "equal shares"
      : columns.weight.map { weight in specification.basis ?? "'\(table.header[weight])'" }
    rows = reading.rows
    order = reading.order
    ended = reading.ended
    newCodes = reading.newCodes
    names = reading.names
    candidates = columns.candidates
    repeated = reading.repeated
  }

  /// The positions of the rows that meet the conditions; several of one column keep any of their values.
  private static func kept(_ table: TextTable, _ specification: LookupSpecification) throws -> [Int] {
    var kept = Array(table.rows.indices)
    var columns: [Int: [String]] = [:]
    for condition in specification.conditions {
      let column = try table.requireColumn(condition.column, role: "a condition")
      let known = table.rows.map { $0[column] }
      guard known.contains(where: { CodeMatching.matches($0, condition.value) }) else {
        throw LookupError.unknownCondition(
          file: table.name,
          column: condition.column,
          value: condition.value,
          nearest: NearestNames.of(condition.value, among: known)
        )
      }
      columns[column, default: []].append(condition.value)
    }
    for (column, values) in columns.sorted(by: { $0.key < $1.key }) {
      kept = kept.filter { row in values.contains { CodeMatching.matches($0, table.rows[row][column]) } }
    }
    guard !kept.isEmpty else { throw LookupError.empty(file: table.name) }
    return kept
  }

  /// Returns the step that translates some codes; rows of other codes are not judged.
  ///
  /// - Parameter codes: The codes that the table has.
  /// - Throws: ``LookupError/sums(file:code:sum:count:)`` for weights that do not add to 1, unless they are to be scaled;
  ///   ``LookupError/unweighted(file:codes:candidates:)`` for a split without weights, unless shares are to be equal.
  /// - Returns: The step.
  public func step(for codes: [String]) throws(LookupError) -> VintageStep {
    var links: [Concordance.Link] = []
    var unweighted: [String] = []
    var wrong: [(code: String, sum: Double)] = []
    for code in codes {
      let rows = rows[CodeMatching.key(code)] ?? []
      guard !rows.isEmpty else { continue }
      let known = rows.compactMap(\.weight)
      var weights = known
      if known.count != rows.count {
        if rows.count > 1, !specification.splitsEqually {
          unweighted.append(code)
          continue
        }
        weights = [Double](repeating: 1 / Double(rows.count), count: rows.count)
      }
      let sum = weights.reduce(0, +)
      if (sum - 1).magnitude > LookupError.tolerance { wrong.append((code, sum)) }
      guard sum > 0 else { continue }
      links += zip(rows, weights).map { .init(from: code, to: $0.to, weight: $1 / sum) }
    }
    guard unweighted.isEmpty else {
      throw .unweighted(file: file, codes: unweighted, candidates: candidates)
    }
    if let first = wrong.first(where: { !specification.renormalizes || $0.sum <= 0 }) {
      throw .sums(file: file, code: first.code, sum: first.sum, count: wrong.count)
    }
    let concordance: Concordance
    do throws(PanelError) { concordance = try Concordance(name: name, links: links) } catch {
      throw .panel(error)
    }
    var step = VintageStep(concordance, unlisted: specification.unlisted)
    (step.ended, step.names, step.newCodes, step.oldCodes) = (ended, names, newCodes, order)
    step.basis = basis
    step.remarks = remarks(wrong)
    return step
  }

  private func remarks(_ wrong: [(code: String, sum: Double)]) -> [String] {
    var remarks: [String] = []
    if let first = wrong.first {
      remarks.append(
        "weights of \(wrong.count) \(wrong.count == 1 ? "code" : "codes") scaled to add to 1 (first: \(first.code), "
          + "which add to \(NumberText.shortest(first.sum)))"
      )
    }
    if repeated > 0 { remarks.append("\(repeated) rows of the lookup repeat others") }
    return remarks
  }
}

/// The rows of a lookup while they are read.
private struct LookupReading {
  var rows: [String: [Lookup.Row]] = [:]
  var order: [String] = []
  var ended: [String] = []
  var newCodes: [String] = []
  var names: [String: String] = [:]
  var repeated = 0
  private var pairs: [String: Int] = [:]
  private var seen: Set<String> = []

  mutating func add(_ position: Int, of table: TextTable, _ columns: LookupColumns) throws(LookupError) {
    let cells = table.rows[position]
    let number = table.rowNumbers[position]
    let (from, to) = (cells[columns.from], cells[columns.to])
    if !to.isEmpty {
      if seen.insert(CodeMatching.key(to)).inserted { newCodes.append(to) }
      if let name = columns.name, !cells[name].isEmpty, names[to] == nil { names[to] = cells[name] }
    }
    guard !from.isEmpty else {
      if to.isEmpty { throw .noCode(file: table.name, row: number) }
      return
    }
    let key = CodeMatching.key(from)
    guard !to.isEmpty else {
      ended.append(from)
      return
    }
    var weight: Double?
    if let column = columns.weight, !cells[column].isEmpty {
      weight = try share(cells[column], at: table.place(row: position, column: column))
    }
    let pair = key + "\u{1F}" + CodeMatching.key(to)
    if let first = pairs[pair] {
      guard weight == nil else {
        throw .duplicate(file: table.name, from: from, to: to, first: first, second: number)
      }
      repeated += 1
      return
    }
    pairs[pair] = number
    if rows[key] == nil { order.append(from) }
    rows[key, default: []].append(Lookup.Row(from: from, to: to, weight: weight, number: number))
  }

  private func share(_ text: String, at place: CellPlace) throws(LookupError) -> Double {
    guard let number = Double(text), number.isFinite else {
      throw .weight(place: place, problem: "no number")
    }
    if number < 0 { throw .weight(place: place, problem: "negative") }
    if number > 1 + LookupError.tolerance { throw .weight(place: place, problem: "more than 1") }
    return number
  }
}
