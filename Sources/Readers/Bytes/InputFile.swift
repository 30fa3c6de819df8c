/// Where a table comes from: a file, standard input, or bytes in memory.
public struct InputFile: Hashable, Sendable {
  /// What a table is read from.
  public enum Source: Hashable, Sendable {
    /// A file, by its path.
    case path(String)
    /// Standard input, read to its end.
    case standardInput
    /// Bytes in memory.
    case bytes([UInt8])
  }

  /// What the table is read from.
  public let source: Source
  /// The name used in messages and reports; never a path above what the caller gave.
  public let name: String

  /// Makes an input from a path; `-` is standard input.
  ///
  /// - Parameters:
  ///   - path: The path, or `-`.
  ///   - name: The name to print; the path if not given.
  public init(_ path: String, name: String? = nil) {
    source = path == "-" ? .standardInput : .path(path)
    self.name = name ?? (path == "-" ? "standard input" : path)
  }

  /// Makes an input from bytes in memory.
  ///
  /// - Parameters:
  ///   - bytes: The content, compressed or not.
  ///   - name: The name to print.
  public init(bytes: [UInt8], name: String) {
    source = .bytes(bytes)
    self.name = name
  }

  /// Makes an input from text in memory.
  ///
  /// - Parameters:
  ///   - text: The content.
  ///   - name: The name to print.
  public init(text: String, name: String = "text") {
    self.init(bytes: Array(text.utf8), name: name)
  }
}

/// How much a reader takes before it refuses.
public struct ReadLimits: Hashable, Sendable {
  /// The greatest size of the content after decompression, in bytes; 16 GiB.
  public var contentBytes: Int
  /// The greatest length of a row, in bytes; 64 MiB.
  public var rowBytes: Int
  /// The greatest number of cells of a row; 65,536, four times what a sheet of a spreadsheet has.
  public var columns: Int
  /// The greatest size of what comes through a pipe and cannot be mapped, in bytes; 1 GiB.
  public var streamBytes: Int
  /// The greatest number of cells of a panel; 400 million.
  public var cells: Int

  /// Makes limits.
  ///
  /// - Parameters:
  ///   - contentBytes: The greatest size of the content after decompression, in bytes.
  ///   - rowBytes: The greatest length of a row, in bytes.
  ///   - cells: The greatest number of cells of a panel.
  ///   - columns: The greatest number of cells of a row.
  ///   - streamBytes: The greatest size of what comes through a pipe, in bytes.
  public init(
    contentBytes: Int = 16 << 30,
    rowBytes: Int = 64 << 20,
    cells: Int = 400_000_000,
    columns: Int = 1 << 16,
    streamBytes: Int = 1 << 30
  ) {
    self.columns = columns
    self.streamBytes = streamBytes
    self.contentBytes = contentBytes
    self.rowBytes = rowBytes
    self.cells = cells
  }
}
