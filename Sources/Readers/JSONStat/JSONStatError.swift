/// What is wrong with a JSON-stat text.
public enum JSONStatError: Error, Equatable, Sendable {
  /// It is no JSON.
  case json(JSONError)
  /// JSON, but no data set of JSON-stat.
  case noDataset(found: String)
  /// A version that is not read.
  case version(String)
  /// Several data sets in one file.
  case severalDatasets([String])
  /// A member that is needed and is not there or not of its kind.
  case member(String, needed: String)
  /// Two categories of one dimension with one code.
  case repeatedCode(dimension: String, code: String)
  /// As many categories as the size does not say.
  case wrongSize(dimension: String, size: Int, categories: Int)
  /// As many values or statuses as the sizes do not allow.
  case wrongCount(member: String, found: Int, sizes: [Int])
  /// A position beyond the last cell, or none at all.
  case unknownPosition(member: String, position: String, cells: Int)
  /// More cells than can be held.
  case tooLarge(sizes: [Int], limit: Int)
}

extension JSONStatError: CustomStringConvertible {
  /// What was given, where, what is needed, and what to do about it.
  public var description: String {
    switch self {
    case .json(let error):
      "\(error) If the file breaks off, fetch it again."
    case .noDataset(let found):
      "This JSON holds \(found); a JSON-stat data set is needed, with 'class', 'id', 'size', 'dimension' and 'value'."
    case .version(let version):
      "JSON-stat version \(version) is not read; version 2.0 is. Ask the service for it."
    case .severalDatasets(let labels):
      "It holds \(labels.count) data sets: \(labels.prefix(6).joined(separator: ", "))\(labels.count > 6 ? " …" : ""). "
        + "Save the one that is meant as a file of its own."
    case .member(let path, let needed):
      "'\(path)' must be \(needed)."
    case .repeatedCode(let dimension, let code):
      "Dimension '\(dimension)' has the code or position '\(code)' twice. Each category needs its own."
    case .wrongSize(let dimension, let size, let categories):
      "Dimension '\(dimension)' has \(categories) categories, but 'size' says \(size)."
    case .wrongCount(let member, let found, let sizes):
      "'\(member)' has \(found) entries; the sizes need one for each cell, \(JSONStatError.product(sizes)). "
        + "The file may be cut off; fetch it again."
    case .unknownPosition(let member, let position, let cells):
      "'\(member)' speaks of position '\(position)'; a whole number from 0 to \(cells - 1) is needed."
    case .tooLarge(let sizes, let limit):
      "The sizes \(JSONStatError.product(sizes)) make more cells than the \(limit) that can be held. "
        + "Ask the service for fewer categories."
    }
  }

  private static func product(_ sizes: [Int]) -> String {
    let factors = sizes.map(String.init).joined(separator: " × ")
    var product = 1
    for size in sizes {
      let (next, overflows) = product.multipliedReportingOverflow(by: size)
      if overflows { return factors }
      product = next
    }
    return sizes.count > 1 ? "\(factors) = \(product)" : factors
  }
}
