import CMinizip

/// A file in a zip archive.
struct ZipEntry: Sendable {
  let name: String
  let compressedSize: UInt64
  let size: UInt64
  let isEncrypted: Bool
  let method: UInt
  fileprivate let position: unz64_file_pos
}

/// A zip archive that is open for reading, with a budget of inflated bytes.
final class ZipArchive {
  let entries: [ZipEntry]
  private let handle: unzFile
  private let file: String
  private let limits: Workbook.Limits
  private var inflated: UInt64 = 0

  /// Opens an archive and lists its files.
  init(path: String, file: String, limits: Workbook.Limits) throws(WorkbookError) {
    guard let handle = unzOpen64(path) else {
      throw .damaged(file: file, part: nil, reason: "the list at the end of the archive is missing")
    }
    var entries: [ZipEntry] = []
    var code = unzGoToFirstFile(handle)
    while code == UNZ_OK {
      guard let entry = ZipArchive.currentEntry(handle) else {
        unzClose(handle)
        throw .damaged(file: file, part: nil, reason: "its list of files cannot be read")
      }
      entries.append(entry)
      guard entries.count <= limits.entryCount else {
        unzClose(handle)
        throw .tooLarge(
          file: file,
          part: entry.name,
          reason: "the archive holds more than \(limits.entryCount) files"
        )
      }
      code = unzGoToNextFile(handle)
    }
    guard code == UNZ_END_OF_LIST_OF_FILE || entries.isEmpty else {
      unzClose(handle)
      throw .damaged(file: file, part: nil, reason: "its list of files ends early")
    }
    self.entries = entries
    self.handle = handle
    self.file = file
    self.limits = limits
  }

  deinit { unzClose(handle) }

  private static func currentEntry(_ handle: unzFile) -> ZipEntry? {
    var information = unz_file_info64()
    var name = [CChar](repeating: 0, count: 1025)
    let code = name.withUnsafeMutableBufferPointer { buffer in
      unzGetCurrentFileInfo64(handle, &information, buffer.baseAddress, 1024, nil, 0, nil, 0)
    }
    var position = unz64_file_pos()
    guard code == UNZ_OK, unzGetFilePos64(handle, &position) == UNZ_OK else { return nil }
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return ZipEntry(
      name: String(decoding: bytes, as: UTF8.self),
      compressedSize: UInt64(information.compressed_size),
      size: UInt64(information.uncompressed_size),
      isEncrypted: information.flag & 1 != 0,
      method: UInt(information.compression_method),
      position: position
    )
  }

  /// Inflates a file, piece by piece.
  ///
  /// The declared size is checked before, the real one while inflating, and the checksum at the end.
  func read(_ entry: ZipEntry, _ body: ([UInt8]) throws(WorkbookError) -> Void) throws(WorkbookError) {
    if entry.isEncrypted { throw .encrypted(file: file) }
    guard entry.method == 0 || entry.method == 8 else {
      throw damaged(entry, "it is compressed by method \(entry.method), only 'deflate' is read")
    }
    try check(entry, inflated: entry.size)
    var position = entry.position
    guard unzGoToFilePos64(handle, &position) == UNZ_OK, unzOpenCurrentFile(handle) == UNZ_OK else {
      throw damaged(entry, "its header cannot be read")
    }
    var isOpen = true
    defer { if isOpen { unzCloseCurrentFile(handle) } }
    var total: UInt64 = 0
    while true {
      var code: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        code = unzReadCurrentFile(handle, buffer.baseAddress, UInt32(buffer.count))
        count = max(0, Int(code))
      }
      guard code >= 0 else { throw damaged(entry, "it cannot be inflated") }
      if code == 0 { break }
      total += UInt64(code)
      inflated += UInt64(code)
      try check(entry, inflated: total)
      try body(piece)
    }
    isOpen = false
    guard unzCloseCurrentFile(handle) == UNZ_OK, total == entry.size else {
      throw damaged(entry, "its checksum or its size is wrong")
    }
  }

  /// Inflates a whole file that must be small.
  func bytes(of entry: ZipEntry) throws(WorkbookError) -> [UInt8] {
    var all: [UInt8] = []
    try read(entry) { piece throws(WorkbookError) in all.append(contentsOf: piece) }
    return all
  }

  private func damaged(_ entry: ZipEntry, _ reason: String) -> WorkbookError {
    .damaged(file: file, part: entry.name, reason: reason)
  }

  private func check(_ entry: ZipEntry, inflated size: UInt64) throws(WorkbookError) {
    guard size <= limits.partBytes, inflated <= limits.totalBytes else {
      let megabytes = (size > limits.partBytes ? limits.partBytes : limits.totalBytes) >> 20
      throw .tooLarge(file: file, part: entry.name, reason: "it inflates to more than \(megabytes) MB")
    }
    if size > limits.ratioFloor, size / max(1, entry.compressedSize) > limits.ratio {
      throw .tooLarge(
        file: file,
        part: entry.name,
        reason: "it inflates to more than \(limits.ratio) times its size, as no sheet does"
      )
    }
  }
}
