import CExpat

/// Takes the elements of an XML text in order.
protocol XMLSink: AnyObject {
  /// Why the sink can go on no more; the parser stops at it.
  var failure: WorkbookError? { get }

  /// An element begins. Names come without their prefix.
  ///
  /// - Returns: Whether the text of the element is wanted.
  func start(_ name: String, _ attributes: borrowing XMLAttributes) -> Bool

  /// An element ends; `text` is its text where it was wanted, else empty.
  func end(_ name: String, text: [UInt8])
}

/// The attributes of an element, only while the parser stands at it.
struct XMLAttributes: ~Copyable {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

  /// The value of an attribute, whatever its prefix; nil if there is none.
  subscript(name: StaticString) -> String? {
    guard let pairs else { return nil }
    var at = 0
    while let key = pairs[at], let value = pairs[at + 1] {
      if XMLAttributes.matches(key, name) { return String(cString: value) }
      at += 2
    }
    return nil
  }

  private static func matches(_ key: UnsafePointer<XML_Char>, _ name: StaticString) -> Bool {
    let local = localName(key)
    let count = name.utf8CodeUnitCount
    for at in 0..<count where UInt8(bitPattern: local[at]) != name.utf8Start[at] { return false }
    return local[count] == 0
  }
}

/// The part of a name behind its prefix.
private func localName(_ name: UnsafePointer<XML_Char>) -> UnsafePointer<XML_Char> {
  var at = 0
  var start = 0
  while name[at] != 0 {
    if name[at] == XML_Char(0x3A) { start = at + 1 }
    at += 1
  }
  return name + start
}

/// Feeds XML to a sink, piece by piece.
///
/// Document types, and with them entities, are refused.
final class XMLReader {
  private let parser: XML_Parser
  private let sink: any XMLSink
  private let file: String
  private let part: String
  private var text: [UInt8] = []
  private var wantsText = false
  private var depth = 0
  private var fed = 0
  private var refusal: String?

  /// No element of a workbook is nested so deep.
  private static let depthLimit = 64
  /// No tag or text of a workbook is so long: a cell holds 32 767 characters at most.
  private static let tokenLimit = 4 << 20

  init(_ sink: any XMLSink, file: String, part: String) throws(WorkbookError) {
    guard let parser = XML_ParserCreate(nil) else {
      throw .xml(file: file, part: part, line: 1, reason: "there is not enough memory to read it")
    }
    self.parser = parser
    self.sink = sink
    self.file = file
    self.part = part
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let context, let name else { return }
        Unmanaged<XMLReader>.fromOpaque(context).takeUnretainedValue().start(name, attributes)
      },
      { context, name in
        guard let context, let name else { return }
        Unmanaged<XMLReader>.fromOpaque(context).takeUnretainedValue().end(name)
      }
    )
    XML_SetCharacterDataHandler(parser) { context, characters, count in
      guard let context, let characters else { return }
      Unmanaged<XMLReader>.fromOpaque(context).takeUnretainedValue().append(characters, count: Int(count))
    }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      guard let context else { return }
      Unmanaged<XMLReader>.fromOpaque(context).takeUnretainedValue()
        .refuse("it declares a document type, which no workbook does and which could hide an attack")
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Feeds the next piece.
  func feed(_ bytes: [UInt8], isLast: Bool = false) throws(WorkbookError) {
    fed += bytes.count
    let status = bytes.withUnsafeBytes { buffer in
      XML_Parse(
        parser,
        buffer.baseAddress?.assumingMemoryBound(to: XML_Char.self),
        Int32(buffer.count),
        isLast ? 1 : 0
      )
    }
    if let failure = sink.failure { throw failure }
    if let refusal { throw error(refusal) }
    guard status == XML_STATUS_OK else {
      let words = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "it cannot be read"
      throw error("it is not well-formed XML (\(words))")
    }
    if fed - Int(XML_GetCurrentByteIndex(parser)) > XMLReader.tokenLimit, !isLast {
      throw error("one tag or text is longer than \(XMLReader.tokenLimit >> 20) MB")
    }
  }

  private func error(_ reason: String) -> WorkbookError {
    .xml(file: file, part: part, line: Int(XML_GetCurrentLineNumber(parser)), reason: reason)
  }

  private func start(
    _ name: UnsafePointer<XML_Char>,
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    guard refusal == nil, sink.failure == nil else { return }
    depth += 1
    if depth > XMLReader.depthLimit {
      return refuse("elements are nested more than \(XMLReader.depthLimit) deep")
    }
    let attributes = XMLAttributes(pairs: attributes)
    if sink.start(String(cString: localName(name)), attributes) {
      wantsText = true
      text.removeAll(keepingCapacity: true)
    }
    if sink.failure != nil { XML_StopParser(parser, 0) }
  }

  private func end(_ name: UnsafePointer<XML_Char>) {
    guard refusal == nil, sink.failure == nil else { return }
    depth -= 1
    let local = String(cString: localName(name))
    if wantsText {
      wantsText = false
      sink.end(local, text: text)
      text.removeAll(keepingCapacity: true)
    } else {
      sink.end(local, text: [])
    }
    if sink.failure != nil { XML_StopParser(parser, 0) }
  }

  private func append(_ characters: UnsafePointer<XML_Char>, count: Int) {
    guard wantsText else { return }
    let buffer = UnsafeBufferPointer(start: characters, count: count)
    text.append(contentsOf: buffer.lazy.map { UInt8(bitPattern: $0) })
    if text.count > XMLReader.tokenLimit {
      refuse("one text is longer than \(XMLReader.tokenLimit >> 20) MB")
    }
  }

  private func refuse(_ reason: String) {
    refusal = refusal ?? reason
    XML_StopParser(parser, 0)
  }
}
