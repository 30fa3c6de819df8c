import Measures
public import Panels

/// The list that the verb `measures` prints.
public enum MeasureCatalogue {
  /// A row a measure: name, title, family, formula, range, convention and source.
  public static var table: Table {
    Table(
      name: "measures",
      columns: ["name", "title", "family", "formula", "range", "convention", "source"],
      rows: MeasureDescription.catalogue.map { measure in
        [
          .text(measure.name), .text(measure.title), .text(measure.family), .text(measure.formula),
          .text(measure.range),
          .text(measure.convention), .text(measure.source),
        ]
      }
    )
  }
}
