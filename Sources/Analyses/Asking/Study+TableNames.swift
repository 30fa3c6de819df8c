import Panels
import Studies

extension Study {
  /// How a message calls a table at the beginning of a sentence: a bare one by its file.
  func called(_ table: LoadedTable) -> String {
    isSingleTable ? "'\(name)'" : "Table '\(table.description.name)'"
  }

  /// Calls a closure, and says of a code that it does not find which table and what kind of code was meant.
  func naming<Result, Element: AxisElement>(
    _ kind: String,
    on axis: Axis<Element>,
    of table: LoadedTable,
    _ body: () throws(PanelError) -> Result
  ) throws -> Result {
    do throws(PanelError) { return try body() } catch {
      guard case .unknownCode(let code, let nearest) = error else { throw error }
      throw StudyError.unknownCode(
        table: called(table),
        kind: kind,
        code: code,
        nearest: nearest,
        known: axis.codes
      )
    }
  }
}
