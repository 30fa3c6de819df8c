/// The text of a file as UTF-8 without byte-order mark, whatever it was stored as.
enum TextEncoding {
  /// What was found out about the encoding of some bytes.
  struct Found: Equatable {
    var encoding: Dialect.Encoding
    var markLength: Int
    /// Whether the bytes are UTF-8 as they stand.
    var isReady: Bool
  }

  /// Detects the encoding: by byte-order mark, else UTF-8 if the bytes are, else Windows-1252.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - told: The encoding if the caller knows it.
  ///   - name: The name of the file, for messages.
  /// - Returns: The encoding, and whether the bytes may be read as they stand.
  /// - Throws: ``ReadError/nulByte(file:row:)`` or ``ReadError/notText(file:encoding:row:)``.
  static func detect(_ bytes: Span<UInt8>, told: Dialect.Encoding?, name: String) throws(ReadError) -> Found {
    let mark = byteOrderMark(bytes)
    switch told ?? mark?.encoding {
    case .utf16LittleEndian, .utf16BigEndian:
      return Found(
        encoding: told ?? mark?.encoding ?? .utf16LittleEndian,
        markLength: mark?.markLength ?? 0,
        isReady: false
      )
    case .windows1252:
      return Found(
        encoding: .windows1252,
        markLength: 0,
        isReady: try firstInvalid(bytes, from: 0, name: name) == nil && isASCII(bytes)
      )
    case .utf8, nil:
      let start = mark?.encoding == .utf8 ? 3 : 0
      guard let bad = try firstInvalid(bytes, from: start, name: name) else {
        return Found(encoding: .utf8, markLength: start, isReady: true)
      }
      if told == .utf8 || start == 3 {
        throw .notText(file: name, encoding: "UTF-8", row: row(of: bad, in: bytes))
      }
      return Found(encoding: .windows1252, markLength: 0, isReady: false)
    }
  }

  /// Returns the bytes as UTF-8.
  ///
  /// - Parameters:
  ///   - bytes: The content, mark included.
  ///   - found: What ``detect(_:told:name:)`` found.
  ///   - name: The name of the file, for messages.
  /// - Returns: The text without byte-order mark.
  /// - Throws: ``ReadError/nulByte(file:row:)`` or ``ReadError/notText(file:encoding:row:)``.
  static func transcode(_ bytes: Span<UInt8>, _ found: Found, name: String) throws(ReadError) -> [UInt8] {
    switch found.encoding {
    case .utf8: return bytes.extracting(found.markLength..<bytes.count).withUnsafeBufferPointer { Array($0) }
    case .windows1252: return try fromWindows1252(bytes, name: name)
    case .utf16LittleEndian, .utf16BigEndian: return try fromUTF16(bytes, found, name: name)
    }
  }

  private static func byteOrderMark(_ bytes: Span<UInt8>) -> Found? {
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      return Found(encoding: .utf8, markLength: 3, isReady: true)
    }
    guard bytes.count >= 2 else { return nil }
    if bytes[0] == 0xFF, bytes[1] == 0xFE {
      return Found(encoding: .utf16LittleEndian, markLength: 2, isReady: false)
    }
    if bytes[0] == 0xFE, bytes[1] == 0xFF {
      return Found(encoding: .utf16BigEndian, markLength: 2, isReady: false)
    }
    return nil
  }

  private static func isASCII(_ bytes: Span<UInt8>) -> Bool {
    firstSpecialByte(bytes, from: 0) == nil
  }

  /// The position of the first byte that is not well-formed UTF-8; throws at a NUL.
  private static func firstInvalid(_ bytes: Span<UInt8>, from start: Int, name: String) throws(ReadError)
    -> Int?
  {
    var position = start
    while let special = firstSpecialByte(bytes, from: position) {
      if bytes[special] == 0 { throw .nulByte(file: name, row: row(of: special, in: bytes)) }
      let length = sequenceLength(bytes, at: special)
      if length == 0 {
        if let nul = firstNul(bytes, from: special) {
          throw .nulByte(file: name, row: row(of: nul, in: bytes))
        }
        return special
      }
      position = special + length
    }
    return nil
  }

  private static func firstNul(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    while position < bytes.count {
      if bytes[position] == 0 { return position }
      position += 1
    }
    return nil
  }

  /// The length of the UTF-8 sequence at a position, or 0 if it is not well-formed.
  private static func sequenceLength(_ bytes: Span<UInt8>, at position: Int) -> Int {
    let first = bytes[position]
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0:
      length = 3
      low = 0xA0
    case 0xED:
      length = 3
      high = 0x9F
    case 0xE1...0xEF: length = 3
    case 0xF0:
      length = 4
      low = 0x90
    case 0xF1...0xF3: length = 4
    case 0xF4:
      length = 4
      high = 0x8F
    default: return 0
    }
    guard position + length <= bytes.count, low <= bytes[position + 1], bytes[position + 1] <= high else {
      return 0
    }
    for offset in 2..<max(2, length) where bytes[position + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// The row, by line ends, of a byte.
  static func row(of position: Int, in bytes: Span<UInt8>) -> Int {
    var row = 1
    for index in 0..<min(position, bytes.count) where bytes[index] == 0x0A { row += 1 }
    return row
  }

  private static func fromWindows1252(_ bytes: Span<UInt8>, name: String) throws(ReadError) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 16)
    for position in bytes.indices {
      let byte = bytes[position]
      if byte < 0x80 {
        if byte == 0 { throw .nulByte(file: name, row: row(of: position, in: bytes)) }
        text.append(byte)
        continue
      }
      let value = byte < 0xA0 ? windowsUpper[Int(byte - 0x80)] : UInt16(byte)
      guard value != 0 else {
        throw .notText(file: name, encoding: "UTF-8 or Windows-1252", row: row(of: position, in: bytes))
      }
      if value < 0x800 {
        text.append(0xC0 | UInt8(value >> 6))
      } else {
        text.append(0xE0 | UInt8(value >> 12))
        text.append(0x80 | UInt8((value >> 6) & 0x3F))
      }
      text.append(0x80 | UInt8(value & 0x3F))
    }
    return text
  }

  private static func fromUTF16(_ bytes: Span<UInt8>, _ found: Found, name: String) throws(ReadError)
    -> [UInt8]
  {
    let isBig = found.encoding == .utf16BigEndian
    guard (bytes.count - found.markLength).isMultiple(of: 2) else {
      throw .notText(file: name, encoding: "UTF-16 (an odd number of bytes)", row: 1)
    }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var position = found.markLength
    while position + 1 < bytes.count {
      let first = UInt16(bytes[position])
      let second = UInt16(bytes[position + 1])
      units.append(isBig ? first << 8 | second : second << 8 | first)
      position += 2
    }
    var text: [UInt8] = []
    text.reserveCapacity(units.count + units.count / 8)
    var row = 1
    var failed = false
    var hasNul = false
    let stopped = transcodeUnits(units) { byte in
      if byte == 0 { hasNul = true }
      if byte == 0x0A, !failed, !hasNul { row += 1 }
      text.append(byte)
    }
    failed = stopped
    if hasNul { throw .nulByte(file: name, row: row) }
    if failed { throw .notText(file: name, encoding: "UTF-16", row: row) }
    return text
  }

  private static func transcodeUnits(_ units: [UInt16], into body: (UInt8) -> Void) -> Bool {
    Swift.transcode(
      units.makeIterator(),
      from: UTF16.self,
      to: UTF8.self,
      stoppingOnError: true,
      into: body
    )
  }

  /// The code points of the bytes 0x80 … 0x9F; 0 where the code page has none.
  private static let windowsUpper: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
    0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,
    0x017E,
    0x0178,
  ]
}
