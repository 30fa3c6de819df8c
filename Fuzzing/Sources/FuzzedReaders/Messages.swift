/// Checks a text that a person will read: no control character, no sign that turns the direction of text, not too long.
func requireMessage(_ text: String, _ what: String, most: Int = 4096) throws(Violation) {
  guard text.utf8.count <= most else {
    throw Violation("\(what) has \(text.utf8.count) bytes: \(text.prefix(400).debugDescription)")
  }
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069:
      throw Violation(
        "\(what) holds U+\(String(scalar.value, radix: 16)): \(text.prefix(1000).debugDescription)"
      )
    default: break
    }
  }
}

/// Throws unless something holds.
func require(_ isTrue: Bool, _ text: @autoclosure () -> String) throws(Violation) {
  if !isTrue { throw Violation(text()) }
}

/// Runs a step of a reader.
///
/// An error is what the reader may answer, if it is well worded; nil stands for it.
func attempt<Value>(_ what: String, _ step: () throws -> Value) throws(Violation) -> Value? {
  do {
    return try step()
  } catch let violation as Violation {
    throw violation
  } catch {
    try requireMessage("\(error)", "the error of \(what)")
    return nil
  }
}
