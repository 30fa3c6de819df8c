import Measures
import Testing

@Suite(
  "Specialization agrees with the peers",
  .enabled(if: Golden.isAvailable, Comment(rawValue: Golden.absence))
)
struct SpecializationGoldenTests {
  /// The location quotients of a matrix of regions × industries.
  private func quotients(_ rows: [[Double]]) throws -> [[Double]] {
    let regions = rows.map { $0.reduce(0, +) }
    let industries = rows[0].indices.map { column in rows.reduce(0) { $0 + $1[column] } }
    let total = regions.reduce(0, +)
    return try zip(rows, regions)
      .map { row, region in
        try zip(row, industries)
          .map { try LocationQuotient(cell: $0, region: region, industry: $1, total: total).ratio }
      }
  }

  /// Entries of long tables as rows by industry, columns by region, as REAT's `locq2` prints them.
  private func table(_ amounts: [Double], _ industries: [String], _ regions: [String]) -> [[Double]] {
    let rows = Array(Set(industries)).sorted()
    let columns = Array(Set(regions)).sorted()
    return rows.map { row in
      columns.map { column in
        amounts.indices.filter { industries[$0] == row && regions[$0] == column }
          .reduce(0) { $0 + amounts[$1] }
      }
    }
  }

  @Test("The quotient and its difference form of REAT")
  func quotient() throws {
    let entry = try Golden.entry("reat-locq", in: "REAT")
    let inputs = try ["e_ij", "e_j", "e_i", "e"].map { try #require(entry.inputs[$0].number) }
    let found = try LocationQuotient(
      cell: inputs[0],
      region: inputs[1],
      industry: inputs[2],
      total: inputs[3]
    )
    #expect(agree(found.ratio, try #require(entry.value.number)))
    // REAT subtracts the region's share of all from its share of the industry: the difference the other way round.
    let transposed = try LocationQuotient(
      cell: inputs[0],
      region: inputs[2],
      industry: inputs[1],
      total: inputs[3]
    )
    let additive = try #require(try Golden.entry("reat-locq-additive", in: "REAT").value.number)
    #expect(agree(transposed.additive, additive))
  }

  @Test("Göttingen's industries")
  func goettingen() throws {
    let data = try Golden.dataset("Goettingen")
    let city = data["Goettingen2017"].numbers
    let country = data["BRD2017"].numbers
    let found = try (1...15)
      .map { position in
        try LocationQuotient(
          cell: city[position],
          region: city[0],
          industry: country[position],
          total: country[0]
        )
        .ratio
      }
    #expect(agree(found, try Golden.entry("reat-locq-goe", in: "REAT").value.numbers))
    let here = Array(city[1...15])
    let there = Array(country[1...15])
    let krugman = try SpecializationMeasure.krugman.value(region: here, comparator: there)
    #expect(agree(krugman, try #require(try Golden.entry("reat-krugman.spec-goe", in: "REAT").value.number)))
    let gini = try RegionalShares(industry: here, reference: there).giniOfQuotients()
    #expect(agree(gini, try #require(try Golden.entry("reat-gini.spec-goe", in: "REAT").value.number)))
  }

  @Test("Freiburg's Gini of specialization")
  func freiburg() throws {
    let data = try Golden.dataset("Freiburg")
    let shares = try RegionalShares(
      industry: data["e_Freiburg2014"].numbers,
      reference: data["e_Germany2014"].numbers
    )
    let expected = try #require(try Golden.entry("reat-gini.spec-frb", in: "REAT").value.number)
    #expect(agree(try shares.giniOfQuotients(), expected))
  }

  @Test("Krugman's specialization of two regions with nothing in common is 2")
  func krugman() throws {
    let entry = try Golden.entry("reat-krugman.spec", in: "REAT")
    let found = try SpecializationMeasure.krugman.value(
      region: entry.inputs["e_ij"].numbers,
      comparator: entry.inputs["e_il"].numbers
    )
    #expect(agree(found, try #require(entry.value.number)))
  }

  @Test("A table of quotients, and the same standardized by industry")
  func standardized() throws {
    let entry = try Golden.entry("reat-locq2-none", in: "REAT")
    let byIndustry = table(
      entry.inputs["e_ij"].numbers,
      entry.inputs["industry"].texts,
      entry.inputs["region"].texts
    )
    let found = transpose(try quotients(transpose(byIndustry)))
    #expect(zip(found, entry.value.matrix).allSatisfy { agree($0, $1) })
    let right = try Golden.entry("reat-locq2-OG-correct", in: "REAT").value.matrix
    let wrong = try Golden.entry("reat-locq2-OG", in: "REAT").value.matrix
    for (industry, row) in found.enumerated() {
      let standardized = try LocationQuotient.standardized(row)
      #expect(agree(standardized, right[industry]))
      #expect(!agree(standardized, wrong[industry], 1e-3))
    }
  }

  @Test("The quotients of Germany's states and sections")
  func states() throws {
    let data = try Golden.dataset("G.regions.industries")
    let byIndustry = table(data["emp_all"].numbers, data["ind_code"].texts, data["region_code"].texts)
    let expected = try Golden.entry("reat-locq2-gri", in: "REAT").value["m"].matrix
    let found = transpose(try quotients(transpose(byIndustry)))
    #expect(found.count == expected.count)
    #expect(zip(found, expected).allSatisfy { agree($0, $1) })
  }

  @Test(
    "The matrix of EconGeo, economiccomplexity, econcomplex and economic-complexity",
    arguments: [
      ("EconGeo", "econgeo-location.quotient"), ("python", "ec-location_quotient"), ("python", "dw-rca"),
      ("economiccomplexity", "ecx-balassa"),
    ]
  )
  func matrix(file: String, id: String) throws {
    let entry = try Golden.entry(id, in: file)
    // The input recorded with `ecx-balassa` is the 0/1 matrix of the same name; its value is that of the others' input.
    let input = try Golden.entry("econgeo-location.quotient", in: "EconGeo").inputs["mat"].matrix
    let found = try quotients(input)
    #expect(id == "ecx-balassa" || entry.inputs["mat"].matrix == input)
    #expect(zip(found, entry.value.matrix).allSatisfy { agree($0, $1) })
  }

  @Test("EconGeo's rounded and binary quotients; 1 counts as present")
  func rounded() throws {
    let entry = try Golden.entry("econgeo-RCA", in: "EconGeo")
    let found = try quotients(entry.inputs["mat"].matrix)
    for (row, printed) in zip(found, entry.value.matrix) {
      #expect(zip(row, printed).allSatisfy { agreesPrinted($0, $1, decimals: 2) })
    }
    let binary = try Golden.entry("econgeo-LQ-binary", in: "EconGeo").value.matrix
    #expect(found.map { $0.map { $0 >= 1 ? 1.0 : 0 } } == binary)
  }

  @Test("Measures of whole regions of EconGeo and econcomplex")
  func wholeRegions() throws {
    let rows = try Golden.entry("ec-krugman_index", in: "python").inputs["mat"].matrix
    let industries = rows[0].indices.map { column in rows.reduce(0) { $0 + $1[column] } }
    let shares = try rows.map { try RegionalShares(industry: $0, reference: industries) }
    func value(_ id: String, _ file: String) throws -> [Double] {
      try Golden.entry(id, in: file).value.numbers
    }
    let krugman = shares.map { $0.krugman() }
    #expect(agree(krugman, try value("ec-krugman_index", "python")))
    #expect(agree(krugman, try value("econgeo-Krugman.index", "EconGeo")))
    let coefficient = shares.map { $0.hoover() }
    #expect(agree(coefficient, try value("ec-specialization_coefficient", "python")))
    #expect(agree(coefficient, try value("econgeo-spec.coeff", "EconGeo")))
    let herfindahl = shares.map { $0.hhi() }
    #expect(agree(herfindahl, try value("ec-herf-raw", "python")))
    #expect(agree(herfindahl, try value("econgeo-Herfindahl", "EconGeo")))
    #expect(agree(try shares.map { try $0.normalizedHHI() }, try value("ec-herfindahl", "python")))
    let mean = try shares.map { try $0.relativeHHI() }
    #expect(agree(mean, try value("ec-location_quotient_avg", "python")))
    #expect(agree(mean, try value("econgeo-location.quotient.avg", "EconGeo")))
  }

  private func transpose(_ rows: [[Double]]) -> [[Double]] {
    rows[0].indices.map { column in rows.map { $0[column] } }
  }
}
