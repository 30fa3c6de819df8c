import Measures
import Panels
import Testing

@Suite(
  "Concentration agrees with the peers",
  .enabled(if: Golden.isAvailable, Comment(rawValue: Golden.absence))
)
struct ConcentrationGoldenTests {
  /// A measure of one list of numbers with equal reference shares.
  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let id: String
    let input: String
    let measure: @Sendable (RegionalShares) throws -> Double

    init(
      _ file: String,
      _ id: String,
      _ input: String = "x",
      measure: @escaping @Sendable (RegionalShares) throws -> Double
    ) {
      self.file = file
      self.id = id
      self.input = input
      self.measure = measure
    }

    var testDescription: String { id }
  }

  static let lists: [Case] = [
    Case("REAT", "reat-gini") { $0.gini() },
    Case("REAT", "reat-gini-norm") { try $0.giniOfSample() },
    Case("REAT", "reat-gini-gdp") { $0.gini() },
    Case("REAT", "reat-herf") { $0.hhi() },
    Case("REAT", "reat-herf-gdp") { $0.hhi() },
    Case("REAT", "reat-herf-norm") { try $0.normalizedHHI() },
    Case("REAT", "reat-herf-eq") { $0.numberEquivalent() },
    Case("REAT", "reat-theil") { try $0.generalizedEntropy(alpha: 0) },
    Case("REAT", "reat-theil-gdppc") { try $0.generalizedEntropy(alpha: 0) },
    Case("REAT", "reat-hoover-eq") { $0.hoover() },
    Case("REAT", "reat-cv") { try $0.coefficientOfVariationOfSample() },
    Case("REAT", "reat-atkinson") { try $0.atkinson(epsilon: 0.5) },
    Case("EconGeo", "econgeo-Gini-doc") { $0.gini() },
    Case("python", "iq-theil", "y") { try $0.theil() },
    Case("python", "iq-theil-zero", "y") { try $0.theil() },
    Case("python", "iq-gini", "y") { $0.gini() },
    Case("python", "iq-atkinson-0.5", "y") { try $0.atkinson(epsilon: 0.5) },
    Case("python", "iq-atkinson-1.0", "y") { try $0.atkinson(epsilon: 1) },
    Case("python", "iq-atkinson-2.0", "y") { try $0.atkinson(epsilon: 2) },
    Case("python", "cm-hhi") { try $0.normalizedHHI() },
    Case("python", "cm-gini") { $0.gini() },
    Case("python", "cm-theil") { try $0.theil() },
    Case("python", "cm-hoover") { $0.hoover() },
    Case("python", "cm-cr2") { try $0.topShare(percent: 50) },
    Case("python", "cm-atkinson0.5") { try $0.atkinson(epsilon: 0.5) },
    Case("python", "cm-atkinson1") { try $0.atkinson(epsilon: 1) },
    Case("python", "cm-gei0") { try $0.generalizedEntropy(alpha: 0) },
    Case("python", "cm-gei2") { try $0.generalizedEntropy(alpha: 2) },
  ]

  @Test("A list of numbers, equal reference shares", arguments: lists)
  func listOfNumbers(_ item: Case) throws {
    let entry = try Golden.entry(item.id, in: item.file)
    let found = try item.measure(RegionalShares(industry: entry.inputs[item.input].numbers))
    let expected = try #require(entry.value.number)
    // The file's `iq-theil-zero` names its list y, with the zero in it.
    #expect(agree(found, expected), "\(found) is not \(expected)")
  }

  @Test(
    "Gini weighted by what the ratio is per",
    arguments: ["reat-gini-weighted-sorted", "reat-gini2-weighted"]
  )
  func weightedGini(id: String) throws {
    let entry = try Golden.entry(id, in: "REAT")
    let shares = try RegionalShares(ratios: entry.inputs["x"].numbers, weights: entry.inputs["w"].numbers)
    #expect(agree(shares.gini(), try #require(entry.value.number)))
  }

  @Test("Hoover relative to population")
  func hoover() throws {
    let reat = try Golden.entry("reat-hoover", in: "REAT")
    let shares = try RegionalShares(industry: reat.inputs["x"].numbers, reference: reat.inputs["ref"].numbers)
    #expect(agree(shares.hoover(), try #require(reat.value.number)))
    let geo = try Golden.entry("econgeo-Hoover.index", in: "EconGeo")
    let other = try RegionalShares(industry: geo.inputs["ind"].numbers, reference: geo.inputs["pop"].numbers)
    #expect(agree(100 * other.hoover(), try #require(geo.value.number)))
    let gini = try Golden.entry("econgeo-Hoover.Gini", in: "EconGeo")
    #expect(agreesPrinted(other.gini(), try #require(gini.value.number), decimals: 3))
  }

  @Test("REAT's Williamson takes deviations from the unweighted mean; ours is another number")
  func williamson() throws {
    let entry = try Golden.entry("reat-williamson", in: "REAT")
    let shares = try RegionalShares(ratios: entry.inputs["x"].numbers, weights: entry.inputs["w"].numbers)
    let expected = try #require(entry.value.number)
    #expect(agree(try shares.williamsonAboutUnweightedMean(), expected))
    #expect(try shares.coefficientOfVariation() < expected)
  }

  @Test("REAT's locational Gini weighs regions alike", arguments: ["reat-gini.conc", "reat-gini.spec"])
  func unweightedLocationalGini(id: String) throws {
    let entry = try Golden.entry(id, in: "REAT")
    let reference = id == "reat-gini.conc" ? "e_j" : "e_i"
    let shares = try RegionalShares(
      industry: entry.inputs["e_ij"].numbers,
      reference: entry.inputs[reference].numbers
    )
    let expected = try #require(entry.value.number)
    #expect(agree(try shares.giniOfQuotients(), expected))
    #expect(!agree(shares.gini(), expected, 1e-3))
  }

  @Test("Krugman's concentration")
  func krugman() throws {
    let entry = try Golden.entry("reat-krugman.conc", in: "REAT")
    let measure = ConcentrationMeasure.krugman
    let found = try measure.value(
      industry: entry.inputs["e_ij"].numbers,
      reference: entry.inputs["e_uj"].numbers
    )
    #expect(agree(found, try #require(entry.value.number)))
  }

  @Test("Measures by industry of EconGeo's and econcomplex's matrix")
  func matrix() throws {
    let entry = try Golden.entry("ec-gini", in: "python")
    let rows = entry.inputs["mat"].matrix
    let totals = rows.map { $0.reduce(0, +) }
    let columns = rows[0].indices.map { column in rows.map { $0[column] } }
    func value(_ id: String) throws -> [Double] { try Golden.entry(id, in: "python").value.numbers }
    func printed(_ id: String) throws -> [Double] { try Golden.entry(id, in: "EconGeo").value.numbers }

    let equal = try columns.map { try RegionalShares(industry: $0).gini() }
    #expect(agree(equal, try value("ec-gini")))
    #expect(zip(equal, try printed("econgeo-Gini")).allSatisfy { agreesPrinted($0, $1, decimals: 3) })

    let relative = try columns.map { try RegionalShares(industry: $0, reference: totals) }
    let locational = relative.map { $0.gini() }
    #expect(agree(locational, try value("ec-hoover_gini")))
    #expect(agree(locational.map { $0 / 2 }, try value("ec-locational_gini")))
    #expect(agree(locational.map { $0 / 2 }, try printed("econgeo-locational.Gini")))
    #expect(agree(relative.map { 100 * $0.hoover() }, try value("ec-hoover_index")))
  }

  @Test("Segregation of a group from the rest is Hoover and Gini relative to the rest")
  func segregation() throws {
    let entry = try Golden.entry("seg-Dissim", in: "python")
    let rows = entry.inputs["mat"].matrix
    let shares = try RegionalShares(
      industry: rows.map { $0[0] },
      reference: rows.map { $0[1] + $0[2] + $0[3] }
    )
    #expect(agree(shares.hoover(), try #require(entry.value.number)))
    #expect(agree(shares.gini(), try #require(try Golden.entry("seg-Gini", in: "python").value.number)))
    let totals = try RegionalShares(
      industry: rows[0].indices.map { column in rows.reduce(0) { $0 + $1[column] } }
    )
    let simpson = try #require(try Golden.entry("seg-SimpsonsConcentration", in: "python").value.number)
    #expect(agree(totals.hhi(), simpson))
    let interaction = try #require(try Golden.entry("seg-SimpsonsInteraction", in: "python").value.number)
    #expect(agree(1 - totals.hhi(), interaction))
  }

  @Test("Theil's parts between and within groups", arguments: ["iq-theild", "iq-theild-issue15"])
  func decomposition(id: String) throws {
    let entry = try Golden.entry(id, in: "python")
    let groups = entry.inputs["partition"].numbers.map { Int($0) }
    let names = (0...(groups.max() ?? 0)).map { "group \($0)" }
    let grouping = Grouping(name: "partition", groups: names, membership: groups, rule: "given")
    let found = try TheilDecomposition(of: RegionalShares(industry: entry.inputs["y"].numbers), by: grouping)
    #expect(agree(found.total, try #require(entry.value["T"].number)))
    #expect(agree(found.between, try #require(entry.value["bg"].numbers.first)))
    let within = try #require(entry.value["wg"].numbers.first)
    #expect(within == 0 ? found.within.magnitude < 1e-15 : agree(found.within, within))
  }
}
