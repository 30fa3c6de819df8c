public import Panels

/// Industries by whether they are concentrated and whether a group of regions is strong in them.
///
/// An industry is **concentrated** if its measure is above a threshold (Theil above 0.4, as in the literature), and the
/// group is **strong** in it if the group's location quotient against the rest is above another (1). Both comparisons
/// are strict: an industry at the threshold is dispersed, a group at 1 is not strong.
public struct TwoWayTable: Sendable, Equatable {
  /// Where the table draws its lines.
  public struct Thresholds: Hashable, Sendable {
    /// Above which value of the measure an industry is concentrated.
    public var concentration: Double
    /// Above which location quotient the group is strong.
    public var quotient: Double

    /// Makes thresholds.
    ///
    /// - Parameters:
    ///   - concentration: Above which value of the measure an industry is concentrated; 0.4 suits Theil's index.
    ///   - quotient: Above which location quotient the group is strong.
    public init(concentration: Double = 0.4, quotient: Double = 1) {
      self.concentration = concentration
      self.quotient = quotient
    }
  }

  /// A field of the table.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    /// Concentrated, and the group is strong in it.
    case concentratedStrong = "concentrated, strong"
    /// Concentrated, and the group is not strong in it.
    case concentratedWeak = "concentrated, weak"
    /// Dispersed, and the group is strong in it.
    case dispersedStrong = "dispersed, strong"
    /// Dispersed, and the group is not strong in it.
    case dispersedWeak = "dispersed, weak"
  }

  /// One industry in the table.
  public struct Entry: Sendable, Equatable {
    /// The name of the industry or definition.
    public let industry: String
    /// The measure of concentration.
    public let concentration: Double
    /// The group's location quotient.
    public let quotient: Double
    /// The field it falls into.
    public let field: Field
  }

  /// An industry that is in no field, with the reason.
  public struct Omission: Sendable, Equatable {
    /// The name of the industry or definition.
    public let industry: String
    /// Why it has no place.
    public let reason: MeasureError
  }

  /// The measure of concentration.
  public let measure: ConcentrationMeasure
  /// Where the lines are drawn.
  public let thresholds: Thresholds
  /// The industries in the order given.
  public let entries: [Entry]
  /// The industries of which one of the two numbers cannot be computed.
  public let omissions: [Omission]

  /// Returns the industries of a field, in the order given.
  public func industries(in field: Field) -> [String] {
    entries.filter { $0.field == field }.map(\.industry)
  }
}

extension Panel {
  /// Returns the table of concentration and of a group's specialization, over a window of periods.
  ///
  /// Both numbers are means of their annual values.
  ///
  /// - Parameters:
  ///   - definitions: The industries or sets of industries; each is placed by itself, so they may overlap.
  ///   - group: The positions of the group's regions.
  ///   - window: The periods.
  ///   - measure: The measure of concentration.
  ///   - reference: What concentration is measured against.
  ///   - thresholds: Where the lines are drawn.
  ///   - comparator: With what the group is compared.
  /// - Returns: The table; what cannot be computed is listed, not dropped.
  /// - Throws: ``MeasureError/panel(_:)`` for a definition that names nothing here.
  public func twoWayTable(
    of definitions: [Definition],
    group: [Int],
    over window: PeriodWindow,
    measure: ConcentrationMeasure = .theil,
    reference: ConcentrationReference = .activity,
    thresholds: TwoWayTable.Thresholds = TwoWayTable.Thresholds(),
    against comparator: Comparator = .rest
  ) throws(MeasureError) -> TwoWayTable {
    var entries: [TwoWayTable.Entry] = []
    var omissions: [TwoWayTable.Omission] = []
    for definition in definitions {
      let positions: [Int]
      do throws(PanelError) { positions = try definition.positions(on: industries) } catch {
        throw MeasureError.panel(error)
      }
      do throws(MeasureError) {
        let concentration = try concentration(measure, of: positions, reference: reference, over: window)
        let quotient = try meanQuotient(of: positions, group: group, against: comparator, over: window)
        entries.append(
          TwoWayTable.Entry(
            industry: definition.name,
            concentration: concentration,
            quotient: quotient,
            field: TwoWayTable.Field(concentration: concentration, quotient: quotient, thresholds: thresholds)
          )
        )
      } catch {
        omissions.append(TwoWayTable.Omission(industry: definition.name, reason: error))
      }
    }
    return TwoWayTable(measure: measure, thresholds: thresholds, entries: entries, omissions: omissions)
  }

  /// Returns the mean of a group's annual location quotients over a window.
  ///
  /// - Parameters:
  ///   - industries: The positions of the industries, added up; no one part of another.
  ///   - group: The positions of the group's regions.
  ///   - comparator: With what the group is compared.
  ///   - window: The periods.
  /// - Returns: The mean quotient.
  /// - Throws: As ``locationQuotient(of:group:against:period:)``, in any of the periods.
  public func meanQuotient(
    of industries: [Int],
    group: [Int],
    against comparator: Comparator = .rest,
    over window: PeriodWindow
  ) throws(MeasureError) -> Double {
    var sum = 0.0
    for period in window.positions {
      sum += try locationQuotient(of: industries, group: group, against: comparator, period: period).ratio
    }
    return sum / Double(window.positions.count)
  }
}

extension TwoWayTable.Field {
  /// The field of an industry.
  ///
  /// - Parameters:
  ///   - concentration: The measure of concentration.
  ///   - quotient: The group's location quotient.
  ///   - thresholds: Where the lines are drawn.
  public init(concentration: Double, quotient: Double, thresholds: TwoWayTable.Thresholds) {
    switch (concentration > thresholds.concentration, quotient > thresholds.quotient) {
    case (true, true): self = .concentratedStrong
    case (true, false): self = .concentratedWeak
    case (false, true): self = .dispersedStrong
    case (false, false): self = .dispersedWeak
    }
  }
}
