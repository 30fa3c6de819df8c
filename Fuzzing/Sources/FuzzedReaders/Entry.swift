import CFuzzing

/// Runs the reader that HINTERLAND_FUZZ names on an input; ends the process where a property does not hold.
///
/// The bytes stay with the caller. Memory is counted from the second input on, when lazy tables are filled.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  let name = String(cString: fuzzing_reader())
  guard let reader = FuzzedReader.all.first(where: { $0.name == name }) else {
    fuzzing_fail(
      "HINTERLAND_FUZZ names no reader; there are " + FuzzedReader.all.map(\.name).joined(separator: ", ")
    )
  }
  warmUp(reader)
  fuzzing_memory_begin()
  let read: Int
  do throws(Violation) {
    read = try reader.run(input)
  } catch {
    fuzzing_fail(error.text)
  }
  let peak = fuzzing_memory_end()
  fuzzing_memory_note(peak, count)
  if peak > 20 * max(count, read) + reader.fixedBytes {
    fuzzing_fail("\(peak) bytes are held for an input of \(count) bytes, content of \(read)")
  }
  return 0
}

private let warmedUp: Void = {
  for reader in FuzzedReader.all {
    _ = try? reader.run(Array("\0\0\0\0region,industry,year,value\nA,01.1,2020,5\n".utf8))
  }
}()

private func warmUp(_ reader: FuzzedReader) {
  _ = warmedUp
}
