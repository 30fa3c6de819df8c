/// Labels moved along a line until none overlap, each as near to its wish as the others allow.
enum LabelSpreading {
  /// Places labels between two ends.
  ///
  /// Groups of labels that touch are merged and centred on the mean of their wishes, which is the least-squares answer.
  ///
  /// - Parameters:
  ///   - wishes: Where the middle of each label should stand.
  ///   - sizes: How long each label is along the line.
  ///   - low: The low end.
  ///   - high: The high end.
  /// - Returns: The middles in the order of `wishes`, or nil if there is no room.
  static func places(wishes: [Double], sizes: [Double], low: Double, high: Double) -> [Double]? {
    guard sizes.reduce(0, +) <= high - low + 1e-9 else { return nil }
    let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
    var groups: [Group] = []
    for index in order {
      groups.append(Group(first: wishes[index] - sizes[index] / 2, length: sizes[index], members: [index]))
      while groups.count > 1 {
        let (previous, current) = (groups[groups.count - 2], groups[groups.count - 1])
        if previous.begin(low, high) + previous.length <= current.begin(low, high) + 1e-9 { break }
        groups.removeLast(2)
        groups.append(previous.joined(current))
      }
    }
    var places = Array(repeating: 0.0, count: wishes.count)
    for group in groups {
      var edge = group.begin(low, high)
      for member in group.members {
        places[member] = edge + sizes[member] / 2
        edge += sizes[member]
      }
    }
    return places
  }

  private struct Group {
    /// The mean over the members of where the group should begin.
    var first: Double
    var length: Double
    var members: [Int]

    func begin(_ low: Double, _ high: Double) -> Double {
      min(max(first, low), high - length)
    }

    func joined(_ next: Group) -> Group {
      let (a, b) = (Double(members.count), Double(next.members.count))
      let begin = (first * a + (next.first - length) * b) / (a + b)
      return Group(first: begin, length: length + next.length, members: members + next.members)
    }
  }
}
