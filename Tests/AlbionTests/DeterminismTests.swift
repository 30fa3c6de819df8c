import Albion
import FoundationEssentials
import Readers
import Testing

@Suite struct DeterminismTests {
  @Test("The files of seed 7 are the same bytes as ever")
  func sameBytes() {
    var digest = SHA256()
    for file in Economies.plantedFiles {
      digest.update(Array(file.path.utf8))
      digest.update(file.bytes)
    }
    // Recorded on x86-64 Linux; no number comes from the C library, so that every machine must give it.
    #expect(digest.hexadecimal() == "627e57c8a3be09ca7b4b048b164ada68cab2f4e5a71bada237fe1a06c847d02c")
  }

  @Test("Made twice, the files are the same; of another seed they are not")
  func twice() {
    let again = Albion(plan: AlbionPlan(seed: 7)).evidence()
    for file in again { #expect(Economies.plantedFiles.contains(file), "\(file.path)") }
    #expect(Albion(plan: AlbionPlan(seed: 8)).evidence() != again)
  }

  @Test("The study folder is under 25 MB and every file of the study is there")
  func size() throws {
    let files = Economies.plantedFiles
    #expect(files.reduce(0) { $0 + $1.bytes.count } < 25_000_000)
    #expect(Set(files.map(\.path)).count == files.count)
    let study = try files.at("study.yml").text
    for part in study.split(whereSeparator: { " ,{}\n".contains($0) })
    where part.hasSuffix(".csv") || part.hasSuffix(".geojson") {
      #expect(files.contains { $0.path == part }, "\(part)")
    }
    #expect(!study.contains("truth"))
  }

  @Test("A folder is written once, and not again without force")
  func writing() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("albion-\(UUID().uuidString)")
      .path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let written = try writeAlbion(Economies.planted, to: folder)
    #expect(written.map(\.name) == Economies.plantedFiles.map(\.path))
    #expect(throws: OutputError.self) { try writeAlbion(Economies.planted, to: folder) }
  }

  @Test("Exponential, logarithm and cosine of their own agree with the definition to 1e-14")
  func numbers() {
    for step in -200...200 {
      let x = Double(step) / 10
      #expect(abs(PortableNumbers.logarithm(PortableNumbers.exponential(x)) - x) < 1e-14 * max(1, abs(x)))
    }
    #expect(abs(PortableNumbers.exponential(1) - 2.718_281_828_459_045) < 1e-15)
    #expect(abs(PortableNumbers.logarithm(10) - 2.302_585_092_994_045_7) < 1e-15)
    #expect(abs(PortableNumbers.cosine(1) - 0.540_302_305_868_139_7) < 1e-15)
    #expect(PortableNumbers.exponential(0) == 1 && PortableNumbers.logarithm(1) == 0)
  }
}
