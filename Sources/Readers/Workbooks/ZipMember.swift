/// One file of a zip archive that holds a table.
package enum ZipMember {
  /// Inflates the only file of an archive whose name ends in a given way.
  ///
  /// - Parameters:
  ///   - ending: How the name ends, letter case ignored: `.csv`.
  ///   - path: The path of the archive.
  ///   - file: The name to print.
  ///   - limits: What the archive may at most cost to read.
  /// - Returns: The content.
  /// - Throws: ``WorkbookError`` if the archive is damaged or too large, or has no such file or several.
  package static func bytes(
    ending: String,
    path: String,
    file: String,
    limits: Workbook.Limits = Workbook.Limits()
  ) throws(WorkbookError) -> [UInt8] {
    let archive = try ZipArchive(path: path, file: file, limits: limits)
    let members = archive.entries.filter { $0.name.lowercased().hasSuffix(ending.lowercased()) }
    guard let member = members.first, members.count == 1 else {
      let names = archive.entries.prefix(5).map(\.name).joined(separator: ", ")
      throw .notWorkbook(
        file: file,
        found: "a zip archive with \(members.count) files that end in \(ending)",
        advice: "One is needed; it holds \(names)."
      )
    }
    return try archive.bytes(of: member)
  }
}
