import Foundation
import Panels
import Readers

/// Times delimited files into panels, in seconds of processor time of this process.
///
///     swift run -c release ReaderBenchmarks [MEGABYTES] [FOLDER]
///
/// Writes the files that it reads, from a seed, into FOLDER (a temporary folder if not given), so that the script
/// beside this package can time other programs on the same bytes in the same run.
@main
struct ReaderBenchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let megabytes = arguments.first.flatMap(Int.init) ?? 220
    let folder = arguments.dropFirst().first ?? NSTemporaryDirectory()
    let generated = try GeneratedTable.write(megabytes: megabytes, folder: folder)
    print("file,megabytes,rows,best_cpu_seconds,megabytes_per_cpu_second")
    for file in generated {
      let best = try (0..<3).map { _ in try seconds(file) }.min() ?? .nan
      let rate = Double(file.textBytes) / 1e6 / best
      print("\(file.label),\(file.textBytes / 1_000_000),\(file.rows),\(rounded(best)),\(rounded(rate))")
    }
  }

  /// Reads a file with every check on, and returns the processor time that it took.
  private static func seconds(_ file: GeneratedTable) throws -> Double {
    var options = PanelOptions(
      variable: Variable(name: "employment", unit: "jobs"),
      region: "region_code",
      industry: "sic5",
      period: "year",
      value: file.value
    )
    options.regionName = "region_name"
    options.rounding = file.rounding
    let start = clock()
    let reading = try readPanel(InputFile(file.path), options)
    let end = clock()
    precondition(reading.rowsKept == file.rows, "\(reading.rowsKept) rows kept of \(file.rows)")
    return Double(end - start) / Double(CLOCKS_PER_SEC)
  }

  private static func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
}
