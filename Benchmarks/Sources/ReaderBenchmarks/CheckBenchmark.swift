import Foundation
import Panels
import Readers

/// Times a check of a file beside reading the same file into a panel, taking turns in one process.
enum CheckBenchmark {
  /// The best seconds of processor time of some turns.
  struct Times {
    var reading: Double
    var checking: Double
  }

  /// Reads and checks a file in turns.
  static func compare(_ path: String, turns: Int, read: () throws -> Double) throws -> Times {
    var times = Times(reading: .infinity, checking: .infinity)
    for _ in 0..<turns {
      times.reading = min(times.reading, try read())
      times.checking = min(times.checking, try checkSeconds(path))
    }
    return times
  }

  /// The seconds of processor time that one check takes; the file must be found even.
  static func checkSeconds(_ path: String) throws -> Double {
    let start = clock()
    let report = try check(InputFile(path))
    let end = clock()
    precondition(report.rows > 0, "no row of \(path) was checked")
    return Double(end - start) / Double(CLOCKS_PER_SEC)
  }

  /// The most memory that this process has held so far, in megabytes; pages of a mapped file count where they are in memory.
  ///
  /// Not a number where the system does not say it.
  static func peakMegabytes() -> Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kilobytes = line?.split(separator: " ").dropLast().last?.split(separator: "\t").last
    return kilobytes.flatMap { Double($0) }.map { $0 / 1024 } ?? .nan
  }
}
