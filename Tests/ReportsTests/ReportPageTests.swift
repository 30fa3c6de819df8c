import Reports
import Studies
import Testing

@Suite("The page of a report")
struct ReportPageTests {
  private func page(invented: Bool = false) throws -> HTMLNode {
    try HTMLReader.read(try ReportPage.text(of: SampleStudy.content(invented: invented)))
  }

  @Test("Every figure has number, title, subtitle, source, unit, grade, reading, table, method and command")
  func figuresAreComplete() throws {
    let content = try SampleStudy.content()
    let figures = try page().elements("figure")
    #expect(figures.count == content.findings.count + 1)
    for figure in figures {
      let id = figure["id"] ?? "?"
      let heading = try #require(figure.elements("h3").first, "\(id) has no title")
      #expect(
        heading.with(class: "number").first?.text.contains(/^(Figure|Table) [0-9]+\.$/) == true,
        "\(id)"
      )
      #expect(figure["aria-labelledby"] == heading["id"], "\(id)")
      let facts = try #require(figure.with(class: "facts").first)
      let terms = facts.elements("dt").map(\.text)
      #expect(terms.contains("Unit") && (terms.contains("Source") || terms.contains("Sources")), "\(id)")
      #expect(facts.text.contains("retrieved 2026-11-21") && facts.text.contains("ITL2 2021"), "\(id)")
      #expect(figure.with(class: "grade").first?.text.contains("Evidence: ") == true, "\(id)")
      #expect(figure.elements("table").contains { $0.classes.contains("numbers") }, "\(id)")
      #expect(figure.with(class: "formula").first?.text.isEmpty == false, "\(id)")
      #expect(figure.elements("pre").first?.text.hasPrefix("hinterland ") == true, "\(id)")
      if heading.text.hasPrefix("Figure") {
        #expect(figure.with(class: "measured").first?.text.isEmpty == false, "\(id)")
        // The picture for two widths, and so the strip of other choices where some were tried.
        let strips = figure.with(class: "strip").flatMap { $0.elements("svg") }
        #expect(figure.elements("svg").count - strips.count == 2, "\(id)")
        #expect(strips.count == (figure.with(class: "choices").isEmpty ? 0 : 2), "\(id)")
        #expect(figure.elements("svg").allSatisfy { $0["role"] == "img" }, "\(id)")
      }
    }
  }

  @Test("The strip of other choices says what the table behind it says")
  func strips() throws {
    let strips = try page().with(class: "strip")
    #expect(!strips.isEmpty)
    for strip in strips {
      let rows = strip.with(class: "choices").flatMap { $0.elements("tbody") }.flatMap { $0.elements("tr") }
      #expect(!rows.isEmpty)
      let title = try #require(strip.with(class: "strip-title").first).text
      let same = rows.count { $0.text.contains("same answer") }
      #expect(title.contains("The same answer in \(same) of \(rows.count)"))
      for svg in strip.elements("svg") {
        for row in rows {
          let choice = row.elements("td")[0].text
          #expect(svg.elements("title").contains { $0.text.contains(choice) }, "\(choice)")
        }
      }
    }
  }

  @Test("Figures are numbered in reading order, tables apart")
  func numbers() throws {
    let figures = try page().elements("figure").filter { !$0.classes.contains("first-page") }
    let names = figures.compactMap { $0.with(class: "number").first?.text }
    #expect(names.filter { $0.hasPrefix("Figure") } == (1...9).map { "Figure \($0)." })
    #expect(names.filter { $0.hasPrefix("Table") } == ["Table 1."])
  }

  @Test("Ids are unique, and every link within the page leads to one of them")
  func identifiers() throws {
    let all = try page().all
    let ids = all.compactMap { $0["id"] }
    #expect(Set(ids).count == ids.count)
    for name in ["aria-labelledby", "aria-describedby"] {
      for id in all.compactMap({ $0[name] }).flatMap({ $0.split(separator: " ").map(String.init) }) {
        #expect(ids.contains(id), "\(name)=\(id)")
      }
    }
    let targets = all.filter { $0.name == "a" }.compactMap { $0["href"] }
    #expect(!targets.isEmpty)
    for target in targets where target.hasPrefix("#") {
      #expect(ids.contains(String(target.dropFirst())), "\(target)")
    }
  }

  @Test("The page asks for nothing: no script, no source, no address outside itself")
  func isSelfContained() throws {
    let page = try page()
    let names = Set(page.all.compactMap(\.name))
    #expect(names.isDisjoint(with: ["script", "link", "img", "iframe", "object", "embed", "base", "form"]))
    #expect(page.all.allSatisfy { $0["src"] == nil && $0["onclick"] == nil && $0["onload"] == nil })
    let targets = page.elements("a").compactMap { $0["href"] }
    #expect(targets.allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("tables/") || $0.hasPrefix("figures/") })
    let policy = page.elements("meta").first { $0["http-equiv"] == "Content-Security-Policy" }
    #expect(policy?["content"] == "default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    let style = try #require(page.elements("style").first).text
    #expect(!style.contains("url(") && !style.contains("@import"))
  }

  @Test("Headings go down one level at a time, and there is one title")
  func headings() throws {
    let levels = try page().all.compactMap(\.name)
      .compactMap { name in ["h1", "h2", "h3", "h4", "h5", "h6"].firstIndex(of: name).map { $0 + 1 } }
    #expect(levels.filter { $0 == 1 }.count == 1)
    #expect(levels.first == 1)
    for (above, below) in zip(levels, levels.dropFirst()) { #expect(below <= above + 1) }
  }

  @Test("The landmarks, the skip link and the contents are there")
  func landmarks() throws {
    let page = try page()
    for name in ["header", "nav", "main", "footer"] { #expect(page.elements(name).count == 1, "\(name)") }
    #expect(page.elements("a").first?["href"] == "#main")
    let sections = page.elements("section").compactMap { $0["id"] }
    let contents = try #require(page.elements("nav").first).elements("a").compactMap { $0["href"] }
    #expect(contents == sections.map { "#" + $0 })
    #expect(sections.first == "answer" && sections.dropFirst().first == "place")
    #expect(Array(sections.suffix(2)) == ["limits", "annex"])
  }

  @Test("Tables have a caption and heads with a scope, and scroll in a region that has a name of its own")
  func tables() throws {
    let page = try page()
    for table in page.elements("table") {
      #expect(table.elements("caption").first?.text.isEmpty == false)
      #expect(table.elements("th").allSatisfy { $0["scope"] == "col" || $0["scope"] == "row" })
    }
    let regions = page.all.filter { $0["role"] == "region" }
    let labels = regions.compactMap { $0["aria-label"] }
    #expect(labels.count == page.elements("table").count)
    #expect(Set(labels).count == labels.count)
    #expect(regions.allSatisfy { $0["tabindex"] == "0" })
  }

  @Test("The first page has the question, three findings with grades, a picture and what cannot be told")
  func answer() throws {
    let page = try page()
    let answer = try #require(page.elements("section").first)
    #expect(answer.with(class: "headlines").first?.elements("li").count == 3)
    #expect(answer.elements("figure").count == 1)
    let open = try #require(answer.with(class: "cannot-tell").first)
    #expect(open.elements("li").count == 3)
    #expect(open.text.contains("Whether plants closed or shrank"))
    #expect(page.elements("header").first?.text.contains("Is advanced manufacturing concentrating") == true)
  }

  @Test(
    "The first page names each open question once, leaves limits to their section and counts what it leaves out"
  )
  func openQuestions() throws {
    var content = try SampleStudy.content()
    let open = content.findings.filter { $0.grade == .open }.map(\.sentence)
    content.cannotTell += open + (content.description?.limits ?? [])
    let box = try #require(HTMLReader.read(ReportPage.text(of: content)).with(class: "cannot-tell").first)
    #expect(box.elements("li").count == 3)
    for index in content.findings.indices { content.findings[index].grade = .open }
    let full = try #require(HTMLReader.read(ReportPage.text(of: content)).with(class: "cannot-tell").first)
    #expect(full.elements("li").count == 6)
    #expect(full.text.contains("5 more are marked 'cannot tell' below."))
  }

  @Test("The limits hold every other choice that was tried, with words for agreement")
  func sensitivity() throws {
    let content = try SampleStudy.content()
    let limits = try #require(try page().elements("section").first { $0["id"] == "limits" })
    let table = try #require(limits.with(class: "choices").first)
    let rows = table.elements("tbody").flatMap { $0.elements("tr") }
    #expect(rows.count == content.findings.flatMap(\.robustness).count)
    #expect(rows.filter { $0.text.contains("another answer") }.count == 2)
    #expect(limits.text.contains("survey changed its frame in 2015"))
    #expect(limits.text.contains("12 identical duplicate rows were dropped."))
  }

  @Test("The annex has sources with licence and date, files with digests, formulas and commands")
  func annex() throws {
    let annex = try #require(try page().elements("section").first { $0["id"] == "annex" }).text
    for words in [
      "Open Government Licence v3.0", "Contains public sector information", "2026-11-21",
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "91 225 rows", "T_i = Σ_r s_ir ln",
      "hinterland report Examples/advanced-manufacturing -o out", "seed 1", "tables/theil-itl2.csv",
    ] {
      #expect(annex.replacing("\u{202F}", with: " ").contains(words), "\(words)")
    }
  }

  @Test("Invented data are said to be invented at the top and on every figure, other data are not")
  func invented() throws {
    let invented = try page(invented: true)
    let words = "Invented data: Albion does not exist"
    #expect(invented.elements("header").first?.text.contains(words) == true)
    #expect(invented.elements("figure").allSatisfy { $0.text.contains(words) })
    #expect(invented.elements("title").first?.text.contains("invented data") == true)
    #expect(try !ReportPage.text(of: SampleStudy.content()).contains("Invented"))
  }

  @Test(
    "The version is named once, whether or not it names the program",
    arguments: ["0.1.0", "hinterland 0.1.0"]
  )
  func version(text: String) throws {
    var content = try SampleStudy.content()
    content.version = text
    let header = try #require(HTMLReader.read(ReportPage.text(of: content)).with(class: "made").first)
    #expect(header.text == "Made by Hinterland 0.1.0.")
  }

  @Test("Commands are whole when their text is taken from the page")
  func commands() throws {
    let content = try SampleStudy.content()
    let texts = try page().elements("pre").map(\.text)
    for finding in content.findings { #expect(texts.contains(finding.command)) }
  }

  @Test("The same content gives the same bytes")
  func determinism() throws {
    let first = try ReportPage.text(of: SampleStudy.content())
    let second = try ReportPage.text(of: SampleStudy.content())
    #expect(first == second)
  }

  @Test("Names of findings that cannot be file names, or stand twice, are refused")
  func names() throws {
    var content = try SampleStudy.content()
    content.findings[1].id = content.findings[0].id
    #expect(throws: ReportError.sameName("coverage")) { try ReportPage.text(of: content) }
    content.findings[1].id = "../up"
    #expect(throws: ReportError.unsuitableName("../up")) { try ReportPage.text(of: content) }
  }

  @Test("A report without findings says so, and has its limits and sources all the same")
  func empty() throws {
    var content = try SampleStudy.content()
    content.findings = []
    let page = try HTMLReader.read(try ReportPage.text(of: content))
    #expect(page.elements("figure").isEmpty)
    #expect(page.elements("main").first?.text.contains("Nothing was found") == true)
    #expect(page.text.contains("Open Government Licence v3.0"))
  }
}
