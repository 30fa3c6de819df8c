import Readers

/// The pages that were fetched, in a folder: each with its address, day and checksum, verified when it is used.
struct PageCache: Sendable {
  /// A page in the cache.
  struct Page: Sendable {
    /// The day it was retrieved.
    var retrieved: String
    /// Its kind as the service named it.
    var contentType: String?
    /// Its bytes, as they are after decompression.
    var bytes: [UInt8]
  }

  let folder: String

  /// Where the bytes of an address lie.
  private func path(_ address: Address) -> String {
    let key = SHA256.hexadecimal(of: Array(address.printed.utf8))
    return "\(folder)/\(key.prefix(2))/\(key)"
  }

  /// Returns the page of an address; nil if it is not there, or if its bytes are not those that were kept.
  ///
  /// - Parameters:
  ///   - address: The address.
  ///   - notify: Told of a page whose bytes have changed.
  /// - Returns: The page.
  func page(_ address: Address, notify: (String) -> Void) -> Page? {
    let path = self.path(address)
    // A page that cannot be read is a page that is not there.
    guard FileSystem.kind(of: path + ".json") == .file,
      let text = try? FileSystem.bytes(of: path + ".json"), let entry = try? JSONValue(parsing: text),
      entry["address"]?.string == address.printed, let retrieved = entry["retrieved"]?.string,
      let bytes = try? FileSystem.bytes(of: path + ".body")
    else { return nil }
    guard entry["sha256"]?.string == SHA256.hexadecimal(of: bytes) else {
      notify("The cached page of \(address.printed) has changed since it was kept, and is not used.")
      return nil
    }
    return Page(retrieved: retrieved, contentType: entry["content type"]?.string, bytes: bytes)
  }

  /// Keeps a page.
  func keep(_ page: Page, of address: Address) throws(OutputError) {
    var members = [
      JSONMember("address", .string(address.printed)),
      JSONMember("bytes", .integer(page.bytes.count)),
      JSONMember("retrieved", .string(page.retrieved)),
      JSONMember("sha256", .string(SHA256.hexadecimal(of: page.bytes))),
    ]
    if let type = page.contentType { members.append(JSONMember("content type", .string(type))) }
    let path = self.path(address)
    try AtomicFile.write(
      [
        AtomicFile.Item(path: path + ".body", bytes: page.bytes),
        AtomicFile.Item(path: path + ".json", bytes: Array(JSONValue.object(members).sortedText.utf8)),
      ],
      force: true
    )
  }

  /// The folder for the cache where none is named.
  static func standardFolder(_ environment: [String: String]) -> String? {
    if let folder = environment["XDG_CACHE_HOME"], folder.hasPrefix("/") { return folder + "/hinterland" }
    guard let home = environment["HOME"], !home.isEmpty else { return nil }
    return home + "/.cache/hinterland"
  }
}

extension FetchSettings {
  /// The folder for the cache where none is named: `$XDG_CACHE_HOME/hinterland` or `~/.cache/hinterland`.
  ///
  /// - Parameter environment: The variables of the process.
  /// - Returns: The folder; nil if neither variable is set.
  public static func standardCacheFolder(_ environment: [String: String]) -> String? {
    PageCache.standardFolder(environment)
  }
}
