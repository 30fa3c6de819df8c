/// A property that a reader does not keep for some input.
struct Violation: Error {
  /// What should hold and does not, with what was seen.
  var text: String

  init(_ text: String) {
    self.text = text
  }
}

/// A reader with what must hold for every input.
struct FuzzedReader: Sendable {
  /// How `Fuzzing/run` calls it.
  var name: String
  /// How many bytes the reader may hold beside twenty times its input: tables of fixed size, buffers of libraries.
  var fixedBytes: Int
  /// Runs the reader on an input.
  ///
  /// Returns how many bytes of content were read, where that is more than the input.
  var run: @Sendable ([UInt8]) throws(Violation) -> Int

  /// All readers.
  ///
  /// A new one is a file with a function and a line here.
  static let all = [
    FuzzedReader(name: "delimited", fixedBytes: 1 << 20, run: fuzzDelimited),
    FuzzedReader(name: "untidy", fixedBytes: 1 << 20, run: fuzzUntidy),
    FuzzedReader(name: "check", fixedBytes: 1 << 20, run: fuzzCheck),
    FuzzedReader(name: "workbook", fixedBytes: 2 << 20, run: fuzzWorkbook),
    FuzzedReader(name: "boundaries", fixedBytes: 1 << 20, run: fuzzBoundaries),
    FuzzedReader(name: "cubes", fixedBytes: 1 << 20, run: fuzzCubes),
    FuzzedReader(name: "gzip", fixedBytes: 1 << 20, run: fuzzGzip),
    FuzzedReader(name: "study", fixedBytes: 1 << 20, run: fuzzStudy),
    FuzzedReader(name: "cells", fixedBytes: 1 << 20, run: fuzzCells),
  ]
}
