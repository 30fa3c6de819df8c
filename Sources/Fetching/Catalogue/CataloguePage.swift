extension Catalogue {
  /// The page of the documentation that lists the sources: what each is, on what terms, how it is asked for.
  package static var page: String {
    let head = """
      # Official sources

      What `hinterland fetch SOURCE` knows. Each fetch writes beside the file its addresses, checksum, licence, attribution and the day, and
      prints the entries for `study.yml`. `--dry-run` prints the addresses and asks nobody. The addresses here were taken from documentation
      and from published code that asks the same services; they have not been tried. What was not seen there is under "from
      memory", and is where to look first if a fetch fails. This page is made from the catalogue and a test holds them together.

      | source | what | terms |
      | --- | --- | --- |

      """
    let rows = sources.map { "| [`\($0.name)`](#\($0.name)) | \($0.holds) | \($0.licence.name) |\n" }
    return head + rows.joined() + sources.map { "\n" + section($0) }.joined()
  }

  private static func section(_ source: OfficialSource) -> String {
    var lines = [
      "## \(source.name)", "",
      "\(source.title). \(source.publisher). \(source.holds).", "",
      "- Terms: [\(source.licence.name)](\(source.licence.address))",
      "- To be printed with it: \(source.attribution)",
      "- Documentation: <\(source.documentation)>",
    ]
    if let caution = source.caution { lines.append("- To know: \(caution)") }
    let limit = source.service.recordLimit.map { "\($0) records a request, asked for in pages; " } ?? ""
    lines.append(
      "- Service: \(source.service.name), <\(source.service.base)>; \(limit)"
        + "\(source.service.secondsBetweenRequests) s between requests"
    )
    if case .recalled(let facts) = source.evidence {
      lines.append("- From memory: \(facts.joined(separator: "; "))")
    }
    if !source.parameters.isEmpty {
      lines += ["", "| parameter | meaning | takes | if not given |", "| --- | --- | --- | --- |"]
    }
    for parameter in source.parameters {
      let standard =
        parameter.standard.map { $0.isEmpty ? "nothing" : $0.joined(separator: ", ") } ?? "must be given"
      let takes = parameter.domainText + (parameter.isList ? "; a list" : "")
      lines.append("| `--\(parameter.name)` | \(parameter.meaning) | \(takes) | \(standard) |")
    }
    lines += ["", "    \(example(source))"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// A command that gives what must be given.
  private static func example(_ source: OfficialSource) -> String {
    let needed = source.parameters.filter { $0.standard == nil && $0.secretVariable == nil }
    let options = needed.map { parameter in
      switch parameter.domain {
      case .years(let years): " --\(parameter.name) \(min(2022, years.upperBound))"
      case .oneOf(let values), .oneOfOrCodes(let values, _):
        " --\(parameter.name) \(values.first?.name ?? "")"
      case .codes(let form): " --\(parameter.name) \(form.description.split(separator: " ").last ?? "")"
      }
    }
    return "hinterland fetch \(source.name)\(options.joined()) --dry-run"
  }
}
