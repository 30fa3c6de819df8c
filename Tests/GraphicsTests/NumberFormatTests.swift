import Graphics
import Testing

/// Numbers as text.
@Suite struct NumberFormatTests {
  @Test(
    "Numbers are printed the same everywhere",
    arguments: [
      (NumberFormat(), 0.0, "0"), (NumberFormat(), 1234.0, "1234"),
      (NumberFormat(), 12_345.0, "12\u{202F}345"),
      (NumberFormat(), 1_234_567.4, "1\u{202F}234\u{202F}567"), (NumberFormat(), 0.123_45, "0.123"),
      (NumberFormat(), 0.000_123_45, "0.000123"), (NumberFormat(), -2.5, "\u{2212}2.5"),
      (NumberFormat(), 99.96, "100"), (NumberFormat(decimals: 1), 0.25, "0.3"),
      (NumberFormat(decimals: 1), -0.04, "0.0"), (NumberFormat(decimals: 2), 1.005, "1.01"),
      (NumberFormat(decimals: 2), 9.995, "10.00"), (NumberFormat(decimals: 0), 0.5, "1"),
      (NumberFormat(decimals: 1, isSigned: true), 3.14, "+3.1"), (NumberFormat(isSigned: true), 0, "0"),
      (.share, 0.07, "7 %"), (.share, 0.29, "29 %"), (.year, 2022, "2022"), (.year, 12_022, "12022"),
      (NumberFormat(prefix: "£", suffix: " m"), -1_250_000, "\u{2212}£1\u{202F}250\u{202F}000 m"),
      (NumberFormat(), .infinity, "∞"), (NumberFormat(), -.infinity, "\u{2212}∞"),
      (NumberFormat(), .nan, "–"),
      (NumberFormat(decimals: 0), 1e21, "1×10²¹"), (NumberFormat(), 9.996e20, "1×10²¹"),
      (NumberFormat(decimals: 3), 1e-7, "0.000"), (NumberFormat(), .leastNonzeroMagnitude, "5×10⁻³²⁴"),
      (NumberFormat(), -1.7e308, "\u{2212}1.7×10³⁰⁸"),
    ]
  )
  func text(format: NumberFormat, value: Double, expected: String) {
    #expect(format.text(value) == expected)
  }

  @Test("Ticks are at 1, 2 or 5 times a power of ten, inside the axis, and say so exactly")
  func linearTicks() {
    #expect(LinearTicks(low: 0, high: 1, count: 5).values == [0, 0.2, 0.4, 0.6, 0.8, 1])
    #expect(LinearTicks(low: 0, high: 0.3, count: 3).values == [0, 0.1, 0.2, 0.3])
    #expect(LinearTicks(low: -7, high: 12, count: 4).values == [-5, 0, 5, 10])
    #expect(
      LinearTicks(low: 1998, high: 2022, count: 5, wholeOnly: true).values == [2000, 2005, 2010, 2015, 2020]
    )
    #expect(LinearTicks(low: 2000, high: 2002, count: 8, wholeOnly: true).values == [2000, 2001, 2002])
    let huge = LinearTicks(low: -1.7e308, high: 1.7e308, count: 4).values
    #expect(huge.count > 1 && huge.allSatisfy { $0.isFinite })
  }

  @Test("Text that fits is left alone; text that does not is wrapped, then shortened")
  func fitting() {
    let width = TextMetrics.width("South Yorkshire", size: 12)
    #expect(FittedText("South Yorkshire", width: width, size: 12).lines == ["South Yorkshire"])
    #expect(
      FittedText("South Yorkshire", width: width - 1, size: 12, lines: 2).lines == ["South", "Yorkshire"]
    )
    let short = FittedText("South Yorkshire", width: width - 1, size: 12)
    #expect(short.isShortened && short.lines[0].hasSuffix("…"))
    #expect(TextMetrics.width(short.lines[0], size: 12) <= width - 1)
    #expect(
      FittedText("1998–2002", width: 45, size: 12, lines: 2, breaksAtDashes: true).lines == ["1998–", "2002"]
    )
    #expect(FittedText("", width: 40, size: 12).lines == [""])
  }

  @Test("Accents written as two characters are no wider than as one")
  func composedAccents() {
    let decomposed = TextMetrics.width("Ynys Mo\u{302}n", size: 12)
    #expect(decomposed <= TextMetrics.width("Ynys Môn", size: 12))
  }
}
