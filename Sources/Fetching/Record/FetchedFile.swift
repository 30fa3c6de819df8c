/// A table that was fetched: its bytes, and where each part came from.
public struct FetchedFile: Sendable {
  /// One answer.
  public struct Part: Hashable, Sendable {
    /// The address, secrets written `KEY`.
    public var address: String
    /// The bytes of the answer after decompression.
    public var bytes: Int
    /// Their digest.
    public var sha256: String
    /// The day of retrieval.
    public var retrieved: String
    /// Whether the cache answered.
    public var isCached: Bool

    package init(address: String, bytes: Int, sha256: String, retrieved: String, isCached: Bool) {
      self.address = address
      self.bytes = bytes
      self.sha256 = sha256
      self.retrieved = retrieved
      self.isCached = isCached
    }
  }

  /// The content.
  public var bytes: [UInt8]
  /// The answers it was made of, in order.
  public var parts: [Part]
  /// The records or features; nil for a file that is kept as it comes.
  public var records: Int?
  /// Columns that the source did not have when it was described.
  public var newColumns: [String]

  package init(bytes: [UInt8], parts: [Part], records: Int?, newColumns: [String]) {
    self.bytes = bytes
    self.parts = parts
    self.records = records
    self.newColumns = newColumns
  }

  /// The day of retrieval: the earliest of the parts.
  public var retrieved: String {
    parts.map(\.retrieved).min() ?? ""
  }
}
