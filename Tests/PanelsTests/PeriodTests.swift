import Panels
import Testing

@Suite struct PeriodTests {
  @Test(
    "Years, quarters and dates are read",
    arguments: [
      ("2019", Period(year: 2019)), ("2019Q3", Period(year: 2019, quarter: 3)),
      ("2019 Q3", Period(year: 2019, quarter: 3)),
      ("2019-q1", Period(year: 2019, quarter: 1)), ("2019-09-30", Period(year: 2019)),
    ]
  )
  func reading(text: String, expected: Period) {
    #expect(Period(text) == expected)
  }

  @Test(
    "What is no period is refused",
    arguments: ["", "19", "20190", "2019Q5", "2019Q", "2019-13-01", "0999", "year", "2019-9-30"]
  )
  func refusal(text: String) {
    #expect(Period(text) == nil)
  }

  @Test("Periods ascend by year, then quarter, and print as they are read")
  func order() {
    let periods = [
      Period(year: 2019), Period(year: 2019, quarter: 1), Period(year: 2019, quarter: 4), Period(year: 2020),
    ]
    #expect(periods.sorted() == periods)
    #expect(periods.map(\.description) == ["2019", "2019Q1", "2019Q4", "2020"])
    #expect(periods.map { Period($0.description) } == periods)
    #expect(periods[2].decimalYear == 2019.75)
  }
}
