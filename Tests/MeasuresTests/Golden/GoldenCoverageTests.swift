import Testing

/// What becomes of every entry of the golden files, so that none is missed in silence.
struct GoldenList: Sendable, CustomTestStringConvertible {
  let file: String
  /// Entries that a test of this package compares with.
  let covered: [String]
  /// Entries that are wrong, or errors, and must not be matched; each group with its reason.
  let defects: [String]
  /// Entries of measures that the package does not have yet.
  let later: [String]

  init(_ file: String, covered: String = "", defects: String = "", later: String = "") {
    self.file = file
    self.covered = covered.split(separator: " ").map(String.init)
    self.defects = defects.split(separator: " ").map(String.init)
    self.later = later.split(separator: " ").map(String.init)
  }

  var testDescription: String { file }

  static let all = [
    GoldenList(
      "EconGeo",
      covered: """
        econgeo-location.quotient econgeo-RCA econgeo-location.quotient.avg econgeo-Herfindahl econgeo-Krugman.index \
        econgeo-spec.coeff econgeo-Gini econgeo-locational.Gini econgeo-Gini-doc econgeo-Hoover.Gini econgeo-Hoover.index \
        econgeo-LQ-binary
        """,
      later: """
        econgeo-Hachman econgeo-entropy econgeo-diversity econgeo-ubiquity econgeo-norm.ubiquity econgeo-cooc \
        econgeo-relatedness-prob econgeo-relatedness-association econgeo-relatedness-cosine econgeo-relatedness-jaccard \
        econgeo-reldens econgeo-relatedness.density.int econgeo-relatedness.density.ext econgeo-KCI econgeo-TCI \
        econgeo-MORc econgeo-MORt econgeo-entry econgeo-exit econgeo-growth econgeo-prody econgeo-expy
        """
    ),
    GoldenList(
      "REAT",
      covered: """
        reat-locq reat-locq-goe reat-locq-additive reat-locq2-none reat-locq2-OG-correct reat-gini reat-gini-norm \
        reat-gini-weighted-sorted reat-gini2-weighted reat-herf reat-herf-norm reat-herf-eq reat-theil reat-hoover \
        reat-hoover-eq reat-herf-gdp reat-gini-gdp reat-theil-gdppc reat-cv reat-williamson reat-atkinson reat-gini.conc \
        reat-gini.spec reat-gini.spec-frb reat-gini.spec-goe reat-krugman.spec reat-krugman.spec-goe reat-krugman.conc \
        reat-locq2-gri reat-beta
        """,
      defects: "reat-locq2-OG reat-gini-weighted-unsorted reat-theil-w reat-ellison.c2",
      later: """
        reat-coulter reat-dalton reat-ellison.a reat-ellison.a2 reat-howard.cl reat-litz reat-litz2 reat-shift-Dunn \
        reat-shift-Esteban reat-shift-Gerfin reat-shift-frb reat-shiftd reat-sigma-cv reat-sigma-log
        """
    ),
    GoldenList(
      "python",
      covered: """
        iq-theil iq-theil-zero iq-theild iq-theild-issue15 iq-gini iq-atkinson-0.5 iq-atkinson-1.0 iq-atkinson-2.0 \
        seg-Dissim seg-Gini seg-SimpsonsConcentration seg-SimpsonsInteraction ec-location_quotient \
        ec-location_quotient_avg ec-specialization_coefficient ec-krugman_index ec-gini ec-locational_gini \
        ec-hoover_gini ec-herfindahl ec-hoover_index ec-herf-raw dw-rca cm-hhi cm-gini cm-theil cm-hoover cm-cr2 \
        cm-atkinson0.5 cm-atkinson1 cm-gei0 cm-gei2
        """,
      defects: "iq-gini-2d ecx-knn dw-prox dw-rel dw-dist dw-og cm-eg",
      later: """
        iq-wolfson iq-ginispatial esda-moran esda-local esda-local-perm esda-geary esda-G esda-Gi esda-Gistar \
        esda-moranbv esda-jc giddy-markov giddy-mob-P giddy-mob-D giddy-mob-L2 giddy-mob-B1 giddy-mob-B2 \
        giddy-spatialmarkov giddy-tau giddy-spatialtau giddy-theta seg-Entropy seg-Isolation seg-Interaction \
        seg-Atkinson seg-ConProf seg-CorrelationR seg-BiasCorrectedDissim seg-DensityCorrectedDissim \
        seg-ModifiedDissim seg-MultiDissim seg-MultiGini seg-MultiInfoTheory seg-MultiNormExposure \
        seg-MultiRelativeDiversity seg-MultiSquaredCoefVar seg-MultiDiversity seg-MultiDivergence ec-hachman_index \
        ec-export_similarity ec-shannon_entropy ec-diversity ec-ubiquity ec-prox-max ec-prox-sqrt ec-prox-min \
        ec-density ec-relrel ec-eci-eigenvector ec-eci-reflections ec-eci-fitness ec-cont ec-cooc ecx-all dw-eci \
        cm-shannon cm-hti cm-hk2 cm-kolm1
        """
    ),
    GoldenList(
      "economiccomplexity",
      covered: "ecx-balassa",
      later: "ecx-prox ecx-density ecx-distance ecx-fitness ecx-reflections ecx-eigenvalues ecx-outlook"
    ),
    GoldenList("python-dw", later: "dw-prox dw-rel dw-dist dw-og dw-eci"),
    GoldenList(
      "dbmss",
      defects: "dbmss-Kd-approx",
      later: """
        dbmss-Kd dbmss-Kd-w dbmss-Kd-AB dbmss-Kd-SJ dbmss-M dbmss-M-AB dbmss-m dbmss-K dbmss-L dbmss-D dbmss-g \
        dbmss-Kmm dbmss-Kinhom dbmss-KdEnv-global
        """
    ),
    GoldenList(
      "spdep",
      later: """
        spdep-moran spdep-moran-norm spdep-localmoran spdep-geary spdep-Gistar spdep-Gi spdep-globalG
        """
    ),
  ]
}

@Suite(
  "Every golden entry is accounted for",
  .enabled(if: Golden.isAvailable, Comment(rawValue: Golden.absence))
)
struct GoldenCoverageTests {
  @Test("Each entry of a file is covered, wrong, or of a later measure", arguments: GoldenList.all)
  func everyEntry(_ list: GoldenList) throws {
    let found = try Golden.entries(list.file).map(\.id)
    let listed = list.covered + list.defects + list.later
    #expect(Set(listed).count == listed.count, "an entry is listed twice")
    #expect(found.sorted() == listed.sorted())
  }

  @Test("An entry that its note calls wrong is never among the covered", arguments: GoldenList.all)
  func notes(_ list: GoldenList) throws {
    for entry in try Golden.entries(list.file) where list.covered.contains(entry.id) {
      let note = entry.note ?? ""
      #expect(!["BUG", "DEFECT", "WRONG"].contains { note.contains($0) }, "\(entry.id): \(note)")
      #expect(!(entry.value.text ?? "").hasPrefix("ERROR"), "\(entry.id)")
    }
  }
}
