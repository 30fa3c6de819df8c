public import Panels

/// The same subjects at two moments.
public struct ValuePair: Sendable, Hashable {
  /// The subject.
  public let label: String
  /// The value at the first moment, or nil.
  public let start: Double?
  /// The value at the second moment, or nil.
  public let end: Double?
  /// What the first value says about itself.
  public let startStatus: CellStatus
  /// What the second value says about itself.
  public let endStatus: CellStatus
  /// Whether the pair is in colour or in grey.
  public let emphasis: Emphasis
  /// The colour, or nil for the first of the palette.
  public let hue: Hue?
  /// What the pair stands for.
  public let link: MarkLink

  /// Makes a pair.
  ///
  /// - Parameters:
  ///   - label: The subject.
  ///   - start: The value at the first moment, or nil.
  ///   - end: The value at the second moment, or nil.
  ///   - startStatus: What the first value says about itself.
  ///   - endStatus: What the second value says about itself.
  ///   - emphasis: Whether the pair is in colour or in grey.
  ///   - hue: The colour, or nil for the first.
  ///   - link: What the pair stands for.
  public init(
    label: String,
    start: Double?,
    end: Double?,
    startStatus: CellStatus = .observed,
    endStatus: CellStatus = .observed,
    emphasis: Emphasis = .strong,
    hue: Hue? = nil,
    link: MarkLink = .none
  ) {
    self.label = label
    self.start = start
    self.end = end
    self.startStatus = startStatus
    self.endStatus = endStatus
    self.emphasis = emphasis
    self.hue = hue
    self.link = link
  }
}

/// Two moments joined by a line for each subject: who rose, who fell, who changed places.
public struct SlopeChart: Sendable, Hashable {
  /// The subjects.
  public let pairs: [ValuePair]
  /// The first moment: `1998`.
  public let startLabel: String
  /// The second moment: `2022`.
  public let endLabel: String
  /// The axis of values.
  public let axis: ValueAxis
  /// A value to compare with.
  public let reference: ReferenceLine?

  /// Makes a slope chart.
  ///
  /// - Parameters:
  ///   - pairs: The subjects.
  ///   - startLabel: The first moment.
  ///   - endLabel: The second moment.
  ///   - axis: The axis of values.
  ///   - reference: A value to compare with.
  public init(
    pairs: [ValuePair],
    startLabel: String,
    endLabel: String,
    axis: ValueAxis,
    reference: ReferenceLine? = nil
  ) {
    self.pairs = pairs
    self.startLabel = startLabel
    self.endLabel = endLabel
    self.axis = axis
    self.reference = reference
  }
}

/// Two moments as two dots in a row for each subject; the better choice than ``SlopeChart`` for more than a dozen.
public struct DumbbellChart: Sendable, Hashable {
  /// The subjects, from the top.
  public let pairs: [ValuePair]
  /// The first moment, an open dot.
  public let startLabel: String
  /// The second moment, a filled dot.
  public let endLabel: String
  /// The axis of values.
  public let axis: ValueAxis
  /// A value to compare with.
  public let reference: ReferenceLine?

  /// Makes a dumbbell chart.
  ///
  /// - Parameters:
  ///   - pairs: The subjects, from the top.
  ///   - startLabel: The first moment.
  ///   - endLabel: The second moment.
  ///   - axis: The axis of values.
  ///   - reference: A value to compare with.
  public init(
    pairs: [ValuePair],
    startLabel: String,
    endLabel: String,
    axis: ValueAxis,
    reference: ReferenceLine? = nil
  ) {
    self.pairs = pairs
    self.startLabel = startLabel
    self.endLabel = endLabel
    self.axis = axis
    self.reference = reference
  }
}
