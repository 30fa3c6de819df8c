public import Readers

/// Writes the study folder of an invented economy, whole or not at all.
///
/// - Parameters:
///   - folder: The folder; it and those above it are made if they are not there.
///   - seed: The seed: which industries concentrate, which regions decline, when and which way.
///   - force: Whether files that are there may be replaced.
/// - Returns: What was written, in order.
/// - Throws: `OutputError` if a file is there and may not be replaced, or cannot be written.
@discardableResult
public func writeAlbion(to folder: String, seed: UInt64, force: Bool = false) throws -> [OutputRecord] {
  try writeAlbion(Albion(plan: AlbionPlan(seed: seed)), to: folder, force: force)
}

/// Writes the study folder of an economy that was made already, whole or not at all.
///
/// - Parameters:
///   - albion: The economy.
///   - folder: The folder; it and those above it are made if they are not there.
///   - force: Whether files that are there may be replaced.
/// - Returns: What was written, in order.
/// - Throws: `OutputError` if a file is there and may not be replaced, or cannot be written.
@discardableResult
public func writeAlbion(_ albion: Albion, to folder: String, force: Bool = false) throws -> [OutputRecord] {
  try OutputFolder.write(to: folder, force: force) { output in
    for file in albion.files() { try output.add(file.bytes, as: file.path) }
  }
}
