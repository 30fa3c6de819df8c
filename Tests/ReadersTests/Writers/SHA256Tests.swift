import Readers
import Testing

@Suite struct SHA256Tests {
  @Test(
    "The digests of the standard's messages are those of the standard",
    arguments: [
      // FIPS 180-2, appendix B.1 and B.2, and the empty message of the NIST validation suite (SHA256ShortMsg, Len = 0).
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ]
  )
  func standardMessages(message: String, digest: String) {
    #expect(SHA256.hexadecimal(of: Array(message.utf8)) == digest)
  }

  @Test("A million letters a have the digest of FIPS 180-2, appendix B.3, in pieces of any size")
  func longMessage() {
    var digest = SHA256()
    var left = 1_000_000
    var size = 1
    while left > 0 {
      let piece = min(size, left)
      digest.update([UInt8](repeating: UInt8(ascii: "a"), count: piece))
      left -= piece
      size = size * 3 % 4099 + 1
    }
    #expect(digest.hexadecimal() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("Every length around the block borders is the same whole and byte by byte")
  func blockBorders() {
    for length in 0...200 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37) }
      var digest = SHA256()
      for byte in bytes { digest.update([byte]) }
      #expect(digest.hexadecimal() == SHA256.hexadecimal(of: bytes))
    }
  }

  @Test("Bytes of all values have the digest of Python 3.11's hashlib, whole, in pieces and from a file")
  func allBytes() throws {
    let bytes = (0..<9975).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    let digest = "5572324ce13f90a0a515e0d2f81985e00d96143347982798c44a46b376c1ddf9"
    #expect(SHA256.hexadecimal(of: bytes) == digest)
    var pieces = SHA256()
    for start in stride(from: 0, to: bytes.count, by: 100) {
      pieces.update(Array(bytes[start..<min(start + 100, bytes.count)]))
    }
    #expect(pieces.hexadecimal() == digest)
    let folder = try TemporaryFolder()
    #expect(try SHA256.hexadecimal(ofFile: folder.file("bytes", bytes)) == digest)
  }

  @Test("A file that is not there is named")
  func missingFile() {
    #expect(throws: OutputError.unreadable(path: "no/such/file", reason: "no such file or directory")) {
      try SHA256.hexadecimal(ofFile: "no/such/file")
    }
  }
}
