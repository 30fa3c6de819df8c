import Measures
import Panels
import Studies

extension ExplainedQuotient {
  /// A whole panel of the period at which the quotient reaches its bound.
  ///
  /// Every other cell of the region and of the industry stands at one end, every cell outside both at the other; the cell
  /// itself stands where the quotient is greatest or least.
  func witness(_ side: BoundSide) throws -> Table {
    guard measure != .additiveQuotient, measure != .standardizedQuotient else {
      throw MeasureError.notIdentifiable(
        "no numbers are known that reach a bound of '\(measure.name)'; see those of 'lq'"
      )
    }
    let isUpper = side == .upper
    let members = Set(subject.industries)
    let own = try ownAtBound(isUpper: isUpper)
    var rows: [ResultRow] = []
    if panel.regionTotals != nil { return try publishedWitness(isUpper: isUpper, own: own) }
    let ownBounds = panel.byRegion(sumOf: subject.industries, period: period).bounds(at: region)
    for place in panel.regions.indices {
      for industry in panel.industries.indices {
        let cell = panel[period, place, industry]
        let value: Double
        if place == region, members.contains(industry) {
          let share = ownBounds.width > 0 ? (own - ownBounds.lower) / ownBounds.width : 0
          value = cell.bounds.lower + share * cell.bounds.width
        } else if (place == region) != members.contains(industry) {
          value = isUpper ? cell.bounds.lower : cell.bounds.upper
        } else {
          value = place == region ? cell.bounds.lower : (isUpper ? cell.bounds.upper : cell.bounds.lower)
        }
        rows.append(witnessRow(value, cell: cell, region: place, industry: industry))
      }
    }
    return Table(
      name: "witness",
      results: rows,
      notes: ["The \(measure.name) of these numbers is its \(side.rawValue) bound."]
    )
  }

  private func witnessRow(_ value: Double, cell: Cell, region place: Int, industry: Int) -> ResultRow {
    var row = ResultRow(measure: panel.variable.name, value: value)
    row.region = panel.regions[place].code
    row.industry = panel.industries[industry].code
    row.period = "\(panel.periods[period])"
    row.status = cell.status.word
    if loaded.narrowsSuppressedCells, cell.status == .suppressed {
      row.value = nil
      row.note = "withheld: totals would give a suppressed cell away"
      return row
    }
    row.lower = cell.bounds.lower
    row.upper = cell.bounds.upper.isFinite ? cell.bounds.upper : nil
    return row
  }

  private func ownAtBound(isUpper: Bool) throws -> Double {
    let cells = panel.byRegion(sumOf: subject.industries, period: period)
    let own = cells.bounds(at: region)
    guard panel.regionTotals == nil else { return isUpper ? own.upper : own.lower }
    let activity = try panel.activityByRegion(period: period)
    let others = panel.regions.indices.filter { $0 != region }
    let restOfIndustry = cells.sum(of: others).bounds
    let bounds = try QuotientParts(
      own: own,
      restOfRegion: activity.bounds(at: region).left(without: own),
      restOfIndustry: restOfIndustry,
      restOfAll: activity.sum(of: others).bounds.left(without: restOfIndustry)
    )
    .locationQuotientBounds()
    guard let witness = isUpper ? bounds.upperWitness : bounds.lowerWitness else {
      throw MeasureError.notIdentifiable(
        "the bound is a limit that no numbers reach: a cell has no upper bound"
      )
    }
    return witness.own
  }

  /// The industry's cells and the published totals at which the quotient reaches its bound.
  private func publishedWitness(isUpper: Bool, own: Double) throws -> Table {
    let activity = try panel.activityByRegion(period: period)
    var rows: [ResultRow] = []
    for place in panel.regions.indices {
      for industry in subject.industries {
        let cell = panel[period, place, industry]
        let high = (place == region) == isUpper
        rows.append(
          witnessRow(
            high ? cell.bounds.upper : cell.bounds.lower,
            cell: cell,
            region: place,
            industry: industry
          )
        )
      }
      let total = activity[place]
      let high = (place == region) != isUpper
      var row = ResultRow(measure: "all activity", value: high ? total.bounds.upper : total.bounds.lower)
      row.region = panel.regions[place].code
      row.period = "\(panel.periods[period])"
      row.lower = total.bounds.lower
      row.upper = total.bounds.upper
      rows.append(row)
    }
    return Table(
      name: "witness",
      results: rows,
      notes: ["The \(measure.name) of these numbers is its \(isUpper ? "upper" : "lower") bound."]
    )
  }
}

extension Bounds {
  /// The bounds of what is left of a sum without one of its parts, each cell of both within its own bounds.
  fileprivate func left(without part: Bounds) -> Bounds {
    let low = max(0, lower - part.lower)
    return Bounds(low, upper.isInfinite ? .infinity : max(low, upper - part.upper))
  }
}
