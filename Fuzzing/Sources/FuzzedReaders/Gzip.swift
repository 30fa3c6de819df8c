import CZlib
import Readers

/// Both decompressors of gzip.
///
/// The first byte says whether the rest is a gzip file as it is, or is compressed first;
/// then one or two members are made, and the second and third byte may change one byte of them.
func fuzzGzip(_ input: [UInt8]) throws(Violation) -> Int {
  guard input.count >= 4 else { return 0 }
  let content = Array(input[4...])
  let isMade = input[0] & 1 != 0
  var members = isMade ? gzip(content) : content
  let isDouble = input[0] & 2 != 0
  if isDouble { members += members }
  var isChanged = !isMade
  if input[0] & 4 != 0, !members.isEmpty {
    members[(Int(input[1]) << 8 | Int(input[2])) % members.count] ^= input[3]
    isChanged = isChanged || input[3] != 0
  }
  if input[0] & 8 != 0 { members.removeLast(min(members.count, Int(input[1]))) }
  isChanged = isChanged || (input[0] & 8 != 0 && input[1] != 0)
  let limit = 1 << 20
  guard members.count >= 2, members[0] == 0x1F, members[1] == 0x8B else { return members.count }
  let stepped = inflateGzip(members.span, limit: limit)
  if let whole = inflateWholeGzip(members.span, limit: limit) {
    try require(stepped == .done(whole), "at once \(whole.count) bytes, in steps \(outline(stepped))")
  }
  if !isChanged {
    try require(
      stepped == .done(isDouble ? content + content : content),
      "what was compressed reads back as \(outline(stepped))"
    )
  }
  var read = members.count
  if case .done(let text) = stepped { read = max(read, text.count) }
  if case .damaged(let reason) = stepped { try requireMessage(reason, "the reason") }
  let limits = ReadLimits(contentBytes: limit)
  _ = try attempt("the content") {
    try FileContent.open(InputFile(bytes: members, name: "t.gz"), limits: limits)
  }
  return read == members.count ? max(read, 1 << 16) : read
}

private func outline(_ result: InflateResult) -> String {
  if case .done(let text) = result { return "\(text.count) bytes" }
  return "\(result)"
}

/// One gzip member: what zlib's container holds between its header and its checksum, with gzip's own around it.
private func gzip(_ content: [UInt8]) -> [UInt8] {
  var size = compressBound(UInt(content.count))
  var output = [UInt8](repeating: 0, count: Int(size))
  compress2(&output, &size, content, UInt(content.count), 6)
  let checksum = crc32(0, content, UInt32(content.count))
  var member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
  member += output[2..<Int(size - 4)]
  for number in [Int(checksum), content.count] {
    for shift in 0..<4 { member.append(UInt8(truncatingIfNeeded: number >> (8 * shift))) }
  }
  return member
}
