import Measures
import Testing

@Suite("Names of measures")
struct MeasureNameTests {
  @Test("A name reads back as the measure", arguments: ConcentrationMeasure.all)
  func roundTrip(_ measure: ConcentrationMeasure) throws {
    #expect(ConcentrationMeasure(name: measure.name) == measure)
    #expect(ConcentrationMeasure(name: measure.name.uppercased()) == measure)
    #expect(try ConcentrationMeasure(named: measure.name) == measure)
  }

  @Test("Options of measures are read from their names")
  func options() throws {
    #expect(ConcentrationMeasure(name: "ge:0.5") == .generalizedEntropy(alpha: 0.5))
    #expect(ConcentrationMeasure(name: "top:2.5") == .topShare(percent: 2.5))
    #expect(ConcentrationMeasure(name: "mld") == .generalizedEntropy(alpha: 0))
    #expect(ConcentrationMeasure(name: "top:0") == nil)
    #expect(throws: MeasureError.self) { try ConcentrationMeasure(named: "ge") }
    #expect(throws: MeasureError.self) { try ConcentrationMeasure(named: "top:x") }
  }

  @Test("A name that none has lists the nearest")
  func unknown() {
    #expect(throws: MeasureError.unknownMeasure("thiel", nearest: ["theil"])) {
      try ConcentrationMeasure(named: "thiel")
    }
    #expect(throws: MeasureError.self) { try SpecializationMeasure(named: "lg") }
    let text = MeasureError.unknownMeasure("thiel", nearest: ["theil"]).description
    #expect(text == "There is no measure 'thiel'; did you mean 'theil'? The verb 'measures' lists them.")
  }

  @Test("The catalogue describes every measure, each once and in full")
  func catalogue() throws {
    let list = MeasureDescription.catalogue
    #expect(Set(list.map(\.name)).count == list.count)
    for item in list {
      #expect(try MeasureDescription.named(item.name) == item)
      let texts = [item.title, item.family, item.formula, item.range, item.convention, item.source]
      #expect(texts.allSatisfy { !$0.isEmpty }, "\(item.name)")
    }
  }
}
