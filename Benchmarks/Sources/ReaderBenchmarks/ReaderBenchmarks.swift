import Foundation
import Panels
import Readers

/// Times delimited files into panels, in seconds of processor time of this process.
///
///     swift run -c release ReaderBenchmarks [MEGABYTES] [FOLDER]
///     swift run -c release ReaderBenchmarks write MEGABYTES FOLDER
///     swift run -c release ReaderBenchmarks time FILE
///     swift run -c release ReaderBenchmarks check FILE
///     swift run -c release ReaderBenchmarks memory read|check FILE
///
/// The first writes the files that it reads, from a seed, into FOLDER (a temporary folder if not given), and times each.
/// The other two do these steps apart, so that the script beside this package can take turns with other programs on the
/// same bytes. The next to last compares a check with reading, the last prints the most memory that one of them held, the
/// mapped file included.
@main
struct ReaderBenchmarks {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.count == 2, arguments[0] == "time" {
      print(rounded(try (0..<2).map { _ in try seconds(arguments[1]).seconds }.min() ?? .nan))
      return
    }
    if arguments.count == 2, arguments[0] == "check" {
      let times = try CheckBenchmark.compare(arguments[1], turns: 2) { try seconds(arguments[1]).seconds }
      print("read_cpu_seconds,check_cpu_seconds,ratio")
      let ratio = rounded(times.checking / times.reading)
      print("\(rounded(times.reading)),\(rounded(times.checking)),\(ratio)")
      return
    }
    if arguments.count == 3, arguments[0] == "memory" {
      _ =
        try arguments[1] == "check"
        ? CheckBenchmark.checkSeconds(arguments[2]) : seconds(arguments[2]).seconds
      print("peak_megabytes,\(rounded(CheckBenchmark.peakMegabytes()))")
      return
    }
    let isWriting = arguments.first == "write"
    let rest = isWriting ? Array(arguments.dropFirst()) : arguments
    let megabytes = rest.first.flatMap(Int.init) ?? 220
    let folder = rest.count > 1 ? rest[1] : NSTemporaryDirectory()
    let generated = try GeneratedTable.write(megabytes: megabytes, folder: folder)
    if isWriting {
      for file in generated { print("\(file.label),\(file.path),\(Double(file.textBytes) / 1e6)") }
      return
    }
    print("file,megabytes,rows,best_cpu_seconds,megabytes_per_cpu_second")
    for file in generated {
      let best =
        try (0..<3)
        .map { _ in
          let timed = try seconds(file.path)
          precondition(timed.rows == file.rows, "\(timed.rows) rows kept of \(file.rows)")
          return timed.seconds
        }
        .min() ?? .nan
      let rate = Double(file.textBytes) / 1e6 / best
      print("\(file.label),\(file.textBytes / 1_000_000),\(file.rows),\(rounded(best)),\(rounded(rate))")
    }
  }

  /// Reads a file with every check on, and returns the processor time that it took and the rows kept.
  private static func seconds(_ path: String) throws -> (seconds: Double, rows: Int) {
    var options = PanelOptions(
      variable: Variable(name: "employment", unit: "jobs"),
      region: "region_code",
      industry: "sic5",
      period: "year",
      value: "value"
    )
    options.regionName = "region_name"
    options.rounding = path.contains("jobs.") ? .bres(.inferred) : .none
    let start = clock()
    let reading = try readPanel(InputFile(path), options)
    let end = clock()
    return (Double(end - start) / Double(CLOCKS_PER_SEC), reading.rowsKept)
  }

  private static func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
}
