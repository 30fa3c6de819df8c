import Panels
package import Readers

extension Study {
  /// Gives the industries of a table the titles of its classification, where the table gives none.
  ///
  /// - Parameters:
  ///   - reading: The table.
  ///   - description: What the study says of it.
  /// - Throws: The error of a classification that cannot be read.
  package func addTitles(
    to reading: inout PanelReading,
    of description: StudyDescription.TableDescription
  ) throws {
    guard description.industryTitle == nil, let classification = try classification(of: description) else {
      return
    }
    if isSingleTable {
      let hasTitles = reading.panel.industries.elements.contains { $0.title != $0.code }
      guard !hasTitles, classification.isSurelyOf(reading.panel.industries) else { return }
    }
    reading.panel = try reading.panel.titled(by: classification)
    if let attribution = classification.attribution {
      reading.notices.append(ReadNotice(.note, "the titles of industries are those of \(attribution)"))
    }
  }
}

extension Panel {
  /// Returns the panel with a title from a classification for every industry that its table gave none.
  func titled(by classification: Classification) throws -> Panel {
    let untitled = industries.elements.contains {
      $0.title == $0.code && classification.title(of: $0.code) != nil
    }
    guard untitled else { return self }
    let named = industries.elements.map { industry in
      guard industry.title == industry.code, let title = classification.title(of: industry.code) else {
        return industry
      }
      return Industry(code: industry.code, title: title, parent: industry.parent)
    }
    return try naming(industries: Axis(named))
  }
}

extension Classification {
  /// Whether the codes of a table that nobody described are beyond doubt of the classification.
  ///
  /// All must be, and there must be enough of them: short codes are those of other classifications too.
  func isSurelyOf(_ industries: Axis<Industry>) -> Bool {
    let codes = industries.codes
    guard !codes.isEmpty, codes.allSatisfy(knows) else { return false }
    let longest = codes.map { $0.filter { $0 != "." && $0 != "/" }.utf8.count }.max() ?? 0
    switch longest {
    case 1: return codes.count >= 15
    case 2...3: return codes.count >= 20
    default: return true
    }
  }
}
