import Graphics
import Panels
import Reports
import Studies
import Testing

@Suite("Hostile text")
struct EscapingTests {
  static let hostile =
    "</style></script><script>alert('x')</script><img src=x onerror=\"y\"> & \"quotes\" 'too' &amp; \u{0}\u{1B}"

  /// A report in which every text that a user's file can set is hostile.
  static func content() throws -> ReportContent {
    var content = try SampleStudy.content(invented: true)
    let text = hostile
    content.title = text
    content.question = text
    content.version = text
    content.cannotTell = [text]
    content.dataNotes = [DataNote(table: text, text: text)]
    content.groups = [
      GroupNote(
        name: text,
        rule: text,
        members: [GroupNote.Members(group: text, regions: [text])],
        warnings: [text]
      )
    ]
    content.definitions = [
      DefinitionNote(
        name: text,
        codes: [DefinitionNote.Codes(table: text, selectors: [text])],
        isVariantOf: text
      )
    ]
    content.run = RunFacts(command: text, inputs: [RunFacts.Input(name: text, sha256: text)])
    content.findings = try content.findings.map(hostile)
    guard var study = content.description else { return content }
    study.place = text
    study.benchmark = text
    study.limits = [text]
    for index in study.sources.indices {
      study.sources[index].title = text
      study.sources[index].licence = text
      study.sources[index].attribution = text
      study.sources[index].address = text
      study.sources[index].caution = text
    }
    for index in study.tables.indices {
      study.tables[index].variable = text
      study.tables[index].unit = text
      study.tables[index].file = text
      study.tables[index].caution = text
    }
    content.description = study
    return content
  }

  private static func hostile(_ finding: Finding) throws -> Finding {
    var changed = finding
    let text = hostile
    changed.question = text
    changed.sentence = text
    changed.unit = text
    changed.command = "hinterland \(text)"
    changed.cautions = [text]
    changed.sources = [
      SourceNote(label: text, file: text, retrieved: text, licence: text, vintage: text, caution: text)
    ]
    changed.robustness = [RobustnessNote(kind: text, choice: text, answer: text, agrees: false)]
    changed.method = MethodNote(
      formula: text,
      symbols: text,
      citation: text,
      conventions: [text],
      howToRead: text,
      uncertainty: text
    )
    changed.table = Table(
      name: text,
      columns: [text, "value"],
      rows: [[.text(text), .number(1.5)], [.text("b" + text), .empty]],
      notes: [text]
    )
    if let figure = finding.figure {
      changed.figure = try Figure(
        id: figure.id,
        title: text,
        subtitle: text,
        sources: [text],
        notes: [text],
        chart: figure.chart,
        description: text
      )
    }
    return changed
  }

  @Test("No text becomes markup anywhere in a report")
  func report() throws {
    let page = try HTMLReader.read(try ReportPage.text(of: EscapingTests.content()))
    let names = Set(page.all.compactMap(\.name))
    #expect(names.isDisjoint(with: ["script", "img"]))
    #expect(page.all.allSatisfy { $0["onerror"] == nil })
    #expect(page.elements("style").count == 1)
    #expect(page.elements("h1").first?.text.contains("<script>alert('x')</script>") == true)
    #expect(!page.text.contains("\u{0}") && !page.text.contains("\u{1B}"))
  }

  @Test("No text becomes markup in a page of findings or in an SVG file")
  func findings() throws {
    let findings = try EscapingTests.content().findings
    let page = try HTMLReader.read(String(decoding: render(findings, as: .html), as: UTF8.self))
    #expect(Set(page.all.compactMap(\.name)).isDisjoint(with: ["script", "img"]))
    let drawing = String(decoding: try render(findings, as: .svg, isInvented: true), as: UTF8.self)
    let image = try HTMLReader.read("<!doctype html>\n" + drawing)
    #expect(Set(image.all.compactMap(\.name)).isDisjoint(with: ["script", "img"]))
  }

  @Test("Text in Markdown and on a terminal keeps to its line and is not markup")
  func text() throws {
    let findings = try EscapingTests.content().findings
    let markdown = String(decoding: try render(findings, as: .markdown), as: UTF8.self)
    let headings = markdown.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(headings.count == findings.count)
    #expect(headings.allSatisfy { $0.contains(#"\<script\>"#) })
    let terminal = String(decoding: try render(findings, as: .table), as: UTF8.self)
    #expect(!terminal.contains("\u{1B}"))
  }
}
