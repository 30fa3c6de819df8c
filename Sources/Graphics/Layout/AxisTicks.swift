/// Ticks with their labels, chosen so that no two labels overlap.
struct AxisTicks {
  let values: [Double]
  let labels: [String]

  /// Chooses the ticks of an axis.
  ///
  /// - Parameters:
  ///   - map: The axis.
  ///   - axis: How numbers are printed.
  ///   - isHorizontal: Whether labels stand side by side, so that their widths count.
  ///   - limit: The greatest number of ticks.
  ///   - edges: Where labels side by side must end, if they are moved inwards.
  init(_ map: AxisMap, axis: ValueAxis, isHorizontal: Bool, limit: Int = 8, edges: ClosedRange<Double>? = nil)
  {
    let wholeOnly = axis.format == .year
    var best: ([Double], [String])?
    for (values, step) in AxisTicks.choices(map, limit: limit, wholeOnly: wholeOnly) {
      guard values.count <= limit, !values.isEmpty else { continue }
      let format = axis.format.separating(step: step)
      let labels = values.map {
        axis.scale == .logarithmic ? LogarithmicTicks.label($0, axis.format) : format.text($0)
      }
      let distinct = zip(labels, labels.dropFirst()).allSatisfy { $0 != $1 }
      let places = zip(values, labels)
        .map { value, label in
          AxisTicks.centre(label, at: map.position(value), edges: edges)
        }
      let gap = AxisTicks.leastGap(places, labels, isHorizontal)
      guard distinct, gap >= (isHorizontal ? 8 : 20) else { continue }
      best = (values, labels)
      break
    }
    (values, labels) = best ?? ([], [])
  }

  /// Where the middle of a label stands: at its tick, or nearer where it would pass an edge.
  static func centre(_ label: String, at place: Double, edges: ClosedRange<Double>?) -> Double {
    guard let edges else { return place }
    let half = TextMetrics.width(label, size: TypeStyle.tick.size) / 2
    return min(max(place, edges.lowerBound + half), edges.upperBound - half)
  }

  private static func choices(_ map: AxisMap, limit: Int, wholeOnly: Bool) -> [([Double], Double)] {
    switch map.scale {
    case .linear:
      stride(from: limit, through: 1, by: -1)
        .map {
          let ticks = LinearTicks(low: map.low, high: map.high, count: $0, wholeOnly: wholeOnly)
          return (ticks.values, ticks.step)
        }
    case .logarithmic:
      LogarithmicTicks.choices(low: map.low, high: map.high).filter { $0.count > 1 }.map { ($0, 1) }
        + LogarithmicTicks.choices(low: map.low, high: map.high).filter { $0.count == 1 }.map { ($0, 1) }
    }
  }

  /// The least free length between neighbouring labels.
  private static func leastGap(_ positions: [Double], _ labels: [String], _ isHorizontal: Bool) -> Double {
    let widths = labels.map { isHorizontal ? TextMetrics.width($0, size: TypeStyle.tick.size) : 0 }
    var least = Double.infinity
    for index in positions.indices.dropFirst() {
      let distance = (positions[index] - positions[index - 1]).magnitude
      least = min(least, distance - widths[index] / 2 - widths[index - 1] / 2)
    }
    return least
  }
}
