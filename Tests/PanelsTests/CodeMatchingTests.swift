import Panels
import Testing

@Suite struct CodeMatchingTests {
  @Test("Names match however accents, apostrophes, hyphens and spaces are written")
  func spellings() {
    #expect(CodeMatching.matches("Ynys M\u{F4}n", "Ynys Mo\u{302}n"))
    #expect(CodeMatching.matches("King's Lynn", "King\u{2019}s Lynn"))
    #expect(CodeMatching.matches("Stoke-on-Trent", "Stoke\u{2010}on\u{2010}Trent"))
    #expect(CodeMatching.matches(" East  Wales ", "East Wales"))
    #expect(CodeMatching.matches("East\u{A0}Wales", "East Wales"))
  }

  @Test("Letters, case, digits and leading zeros are never ignored")
  func differences() {
    #expect(!CodeMatching.matches("01000", "1000"))
    #expect(!CodeMatching.matches("TLC1", "tlc1"))
    #expect(!CodeMatching.matches("Môn", "Mon"))
  }

  @Test("An axis finds composed and decomposed codes alike and refuses both at once")
  func axis() throws {
    let axis = try Axis([Region(code: "Ynys M\u{F4}n"), Region(code: "Gwynedd")])
    #expect(axis.position(of: "Ynys Mo\u{302}n") == 0)
    #expect(throws: PanelError.duplicateCode("Ynys Mo\u{302}n")) {
      _ = try Axis([Region(code: "Ynys M\u{F4}n"), Region(code: "Ynys Mo\u{302}n")])
    }
  }

  @Test("A prefix with a star names what begins with it; a wrong code names the nearest")
  func selectors() throws {
    let axis = try Axis(["30110", "30300", "31010"].map { Industry(code: $0) })
    #expect(try axis.positions(matching: "30*") == [0, 1])
    #expect(try axis.positions(matching: ["31010", "30*"]) == [0, 1, 2])
    #expect(throws: PanelError.unknownCode("30310", nearest: ["30110", "30300", "31010"])) {
      _ = try axis.positions(matching: "30310")
    }
  }
}
