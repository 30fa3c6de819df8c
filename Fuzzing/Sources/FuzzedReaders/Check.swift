import Panels
import Readers

/// The check of a file.
func fuzzCheck(_ input: [UInt8]) throws(Violation) -> Int {
  let (told, content) = Told.split(input)
  var options = CheckOptions(profile: told.profile, dialect: told.dialect)
  options.limits = ReadLimits(contentBytes: 1 << 20, rowBytes: 1 << 16)
  if told.rest & 1 != 0 {
    options.codeLists = [CodeList(name: "regions 2021", codes: ["TLC1", "TLC2", "E06000001"])]
  }
  let file = InputFile(bytes: content, name: "t.csv")
  guard let report = try attempt("the check", { try check(file, options) }) else { return content.count }
  for finding in report.findings {
    try requireMessage(finding.title, "a title")
    try requireMessage(finding.detail, "a detail")
    try requireMessage(finding.advice, "an advice")
    try require(!finding.title.isEmpty && !finding.detail.isEmpty, "a finding says nothing: \(finding)")
  }
  try require(report.rows > 0, "a report of \(report.rows) rows")
  let lines = content.starts(with: [0x1F, 0x8B]) ? 1 << 20 : 1 + content.count { $0 == 0x0A || $0 == 0x0D }
  try require(report.rows <= lines, "\(lines) lines make \(report.rows) rows")
  try require(report.findings.count < 40 + 12 * report.columns.count, "\(report.findings.count) findings")
  return content.count
}
