import Fetching
import Panels
import Readers

/// What `fetch` says of sources, plans and results.
enum FetchLists {
  /// The sources: a row each.
  static var sources: Table {
    Table(
      name: "sources",
      columns: ["source", "publisher", "holds", "parameters", "licence"],
      rows: Catalogue.sources.map { source in
        [
          .text(source.name), .text(source.publisher), .text(source.holds),
          .text(source.parameters.map(\.name).joined(separator: " ")), .text(source.licence.name),
        ]
      }
    )
  }

  /// The parameters of a source: a row for each parameter, and one for each value that is listed.
  static func parameters(of source: OfficialSource) -> Table {
    var rows: [[TableValue]] = []
    for parameter in source.parameters {
      let standard =
        parameter.standard.map { $0.isEmpty ? "none" : $0.joined(separator: ",") } ?? "must be given"
      let meaning =
        parameter.meaning + (parameter.isList ? " Several with commas." : "")
        + (parameter.secretVariable.map { " Taken from \($0) if that is set." } ?? "")
      let takes = parameter.listedValues.isEmpty ? parameter.domainText : ""
      rows.append([.text("--" + parameter.name), .text(takes), .text(meaning), .text(standard)])
      for value in parameter.listedValues {
        rows.append([.text("--" + parameter.name), .text(value.name), .text(value.meaning), .empty])
      }
      if case .oneOfOrCodes(_, let form) = parameter.domain {
        rows.append([
          .text("--" + parameter.name), .text(form.description), .text("codes as the publisher writes them"),
          .empty,
        ])
      }
    }
    return Table(name: source.name, columns: ["parameter", "takes", "meaning", "standard"], rows: rows)
  }

  /// The addresses and limits of a plan.
  static func plan(_ fetcher: Fetcher, base: String?) -> String {
    let service = fetcher.source.service
    var lines = fetcher.plan.addresses(
      of: service,
      base: base.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    )
    lines.append("")
    lines.append("service: \(service.name)")
    if fetcher.plan.requests.contains(where: { $0.paging != .none }), let limit = service.recordLimit {
      lines.append("records a request: \(limit); further pages are asked for until all have come")
    }
    lines.append("seconds between requests: \(NumberText.shortest(service.secondsBetweenRequests))")
    lines.append("most bytes an answer: \(service.byteLimit)")
    lines.append("licence: \(fetcher.source.licence.name), \(fetcher.source.licence.address)")
    lines.append("documentation: \(fetcher.source.documentation)")
    return lines.joined(separator: "\n") + "\n"
  }

  /// Says what was fetched, on what terms, and how a study takes it.
  static func report(_ file: FetchedFile, record: SourceRecord, target: FetchTarget, source: OfficialSource) {
    let records = file.records.map { "\($0) records" } ?? "\(file.bytes.count) bytes"
    let cached = file.parts.count { $0.isCached }
    let from = "\(file.parts.count) \(file.parts.count == 1 ? "answer" : "answers")"
    Console.say("\(source.name): \(records) in \(from)" + (cached > 0 ? ", \(cached) from the cache." : "."))
    if !file.newColumns.isEmpty {
      Console.say("New columns, kept: \(file.newColumns.joined(separator: ", ")).")
    }
    Console.say("Licence: \(source.licence.name), \(source.licence.address)")
    Console.say(record.attribution)
    if let caution = source.caution { Console.say("Caution: \(caution)") }
    guard let path = target.path else { return }
    Console.say("\(path) is written, and beside it \(FetchTarget.recordPath(path)). For study.yml:")
    Console.say(record.studyEntries(path: target.nameInStudy, table: target.table))
  }
}
