import Foundation
import Hinterland

/// Times measures of concentration of a panel of 25 years × 400 regions × 600 industries.
///
///     MeasureBenchmarks PANEL.f64 theil-hhi|theil-hhi-gini equal|activity [REPETITIONS]
///
/// The file holds little-endian doubles, industries fastest, as `gen_data.py` of the peers' benchmark writes them. Reading it
/// is not timed. One line of JSON a run: the processor seconds of each repetition, and the sums of the measures.
@main
struct MeasureBenchmarks {
  static let shape = (periods: 25, regions: 400, industries: 600)

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 4, let data = FileManager.default.contents(atPath: arguments[1]) else {
      print("usage: MeasureBenchmarks PANEL.f64 theil-hhi|theil-hhi-gini equal|activity [REPETITIONS]")
      exit(2)
    }
    try run(
      cells: numbers(data),
      measures: arguments[2] == "theil-hhi" ? [.theil, .hhi] : [.theil, .hhi, .gini],
      withActivity: arguments[3] == "activity",
      repetitions: arguments.count > 4 ? Int(arguments[4]) ?? 5 : 5
    )
  }

  static func run(
    cells: [Double],
    measures: [ConcentrationMeasure],
    withActivity: Bool,
    repetitions: Int
  ) throws {
    var seconds: [Double] = []
    var sums: [Double] = []
    for _ in 0..<repetitions {
      let start = processorSeconds()
      let batch = try ConcentrationBatch(
        measures,
        of: cells.span,
        periods: shape.periods,
        regions: shape.regions,
        industries: shape.industries,
        reference: withActivity ? .amountsByPeriod(activity(cells)) : .equalShares
      )
      seconds.append(processorSeconds() - start)
      sums = measures.indices.map { sum(batch, measure: $0) }
    }
    let text = seconds.map { "\($0)" }.joined(separator: ", ")
    let names = zip(measures, sums).map { "\"\($0.name)\": \($1)" }.joined(separator: ", ")
    print("{\"cpu_s\": [\(text)], \"sums\": {\(names)}}")
  }

  /// All activity by period and region.
  static func activity(_ cells: [Double]) -> [Double] {
    let cells = cells.span
    return (0..<shape.periods * shape.regions)
      .map { row in
        var sum = 0.0
        for industry in 0..<shape.industries { sum += cells[row * shape.industries + industry] }
        return sum
      }
  }

  static func sum(_ batch: ConcentrationBatch, measure: Int) -> Double {
    var sum = 0.0
    for period in 0..<shape.periods {
      for industry in 0..<shape.industries {
        sum += batch.value(measure: measure, period: period, industry: industry) ?? 0
      }
    }
    return sum
  }

  static func numbers(_ data: Data) -> [Double] {
    data.withUnsafeBytes { bytes in
      (0..<bytes.count / 8)
        .map {
          Double(
            bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self))
          )
        }
    }
  }

  static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}
