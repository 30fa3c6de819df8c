extension HTML {
  /// Returns a paragraph.
  package static func paragraph(_ className: String?, _ children: [HTML]) -> HTML {
    element("p", className.map { [.class($0)] } ?? [], children)
  }

  /// Returns a link within the page or to a file beside it.
  package static func link(_ target: String, _ children: [HTML]) -> HTML {
    element("a", [HTMLAttribute("href", target)], children)
  }

  /// Returns a list without numbers, or nothing if there is nothing to list.
  package static func list(_ className: String?, _ items: [HTML]) -> HTML {
    guard !items.isEmpty else { return .nothing }
    return element(
      "ul",
      className.map { [.class($0)] } ?? [],
      items.map { element("li", [$0]) }
    )
  }

  /// Returns a part that opens when asked, and is open in print.
  ///
  /// - Parameters:
  ///   - summary: The words that are always there.
  ///   - className: The class, if any.
  ///   - children: What opens.
  /// - Returns: The element.
  package static func details(
    _ summary: String,
    className: String? = nil,
    _ children: [HTML]
  ) -> HTML {
    element(
      "details",
      className.map { [.class($0)] } ?? [],
      [
        element("summary", [.text(summary)]),
        element("div", [.class("opened")], children),
      ]
    )
  }

  /// Returns terms with what is said of them; terms of which nothing is said are left out.
  package static func facts(_ className: String, _ facts: [(term: String, said: [HTML])]) -> HTML {
    let shown = facts.filter { !$0.said.isEmpty }
    guard !shown.isEmpty else { return .nothing }
    return element(
      "dl",
      [.class(className)],
      shown.map { fact in
        element(
          "div",
          [element("dt", [.text(fact.term)])] + fact.said.map { element("dd", [$0]) }
        )
      }
    )
  }

  /// Returns a command that is taken whole when it is selected.
  package static func command(_ command: String) -> HTML {
    element("pre", [.class("command")], [element("code", words(of: command))])
  }

  /// Returns a command whose lines break between its words only, never at the hyphens of an option.
  package static func words(of command: String) -> [HTML] {
    command.split(separator: " ", omittingEmptySubsequences: false).enumerated()
      .flatMap { place, word -> [HTML] in
        let text = HTML.text(String(word))
        let kept = word.contains("-") ? element("span", [.class("word")], [text]) : text
        return place == 0 ? [kept] : [" ", kept]
      }
  }

  /// Returns a block that scrolls sideways by itself, and can be reached and named.
  ///
  /// - Parameters:
  ///   - label: What assistive technology calls it, unique on the page.
  ///   - isShort: Whether it stays on one sheet of paper.
  ///   - children: What it holds.
  /// - Returns: The element.
  package static func scrolling(label: String, isShort: Bool = false, _ children: [HTML]) -> HTML {
    element(
      "div",
      [
        .class(isShort ? "scroll short" : "scroll"), HTMLAttribute("role", "region"),
        HTMLAttribute("aria-label", label),
        HTMLAttribute("tabindex", "0"),
      ],
      children
    )
  }

  /// Returns a table of texts with a caption and a head; the first cell of each row is the head of the row.
  ///
  /// - Parameters:
  ///   - className: The class, if any.
  ///   - caption: What the table holds.
  ///   - columns: The heads of the columns.
  ///   - rows: The cells, each row as long as the columns.
  /// - Returns: The table.
  package static func table(
    _ className: String,
    caption: [HTML],
    columns: [String],
    rows: [[HTML]]
  ) -> HTML {
    let head = columns.map { element("th", [HTMLAttribute("scope", "col")], [.text($0)]) }
    let body = rows.map { row in
      element(
        "tr",
        row.enumerated()
          .map { position, cell in
            position == 0 ? element("th", [HTMLAttribute("scope", "row")], [cell]) : element("td", [cell])
          }
      )
    }
    return element(
      "table",
      [.class(className)],
      [
        element("caption", caption), element("thead", [element("tr", head)]), element("tbody", body),
      ]
    )
  }
}
