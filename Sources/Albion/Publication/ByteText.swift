/// Bytes of a text file as they are made: commas, numbers and names without an intermediate string a row.
struct ByteText {
  private(set) var bytes: [UInt8] = []

  /// Makes an empty text with room for a number of bytes.
  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Adds a text as it is.
  mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Adds bytes.
  mutating func add(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  /// Adds one ASCII byte.
  mutating func add(byte: UInt8) { bytes.append(byte) }

  /// Adds a comma.
  mutating func comma() { bytes.append(0x2C) }

  /// Adds a line feed.
  mutating func newline() { bytes.append(0x0A) }

  /// Adds a whole number.
  mutating func add(_ number: Int) {
    if number < 0 { bytes.append(0x2D) }
    var rest = number.magnitude
    let start = bytes.count
    repeat {
      bytes.append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// Adds a number of units of 10^-places, such as 1234 with two places as `12.34`; zeros at the end are left out.
  mutating func add(_ number: Int, places: Int) {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    if number < 0 { bytes.append(0x2D) }
    let magnitude = Int(number.magnitude)
    add(magnitude / scale)
    var part = magnitude % scale
    guard part > 0 else { return }
    bytes.append(0x2E)
    while part > 0 {
      scale /= 10
      bytes.append(0x30 + UInt8(part / scale))
      part %= scale
    }
  }

  /// Adds a field of a CSV file, in quotes where it needs them.
  mutating func addField(_ text: String) {
    let quoted = text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    guard quoted else { return add(text) }
    bytes.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}

/// A file of the generated economy: its path in the study folder and what is in it.
public struct GeneratedFile: Hashable, Sendable {
  /// The path in the folder, with `/` between its parts.
  public let path: String
  /// The contents.
  public let bytes: [UInt8]

  /// Makes a file from bytes.
  ///
  /// - Parameters:
  ///   - path: The path in the folder.
  ///   - bytes: The contents.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Makes a file from a text.
  init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The contents as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
