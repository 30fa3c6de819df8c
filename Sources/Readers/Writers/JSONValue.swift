import Panels

/// A member of a JSON object.
public struct JSONMember: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The value.
  public var value: JSONValue

  /// Makes a member.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - value: The value.
  public init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }
}

/// A JSON value, with the members of objects in order and integers apart from other numbers.
public enum JSONValue: Hashable, Sendable {
  /// Nothing.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number written without fraction and exponent.
  case integer(Int)
  /// Any other number; finite.
  case number(Double)
  /// Text.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Named values in order.
  case object([JSONMember])

  /// The member of an object with a name, or nil; the last one if the name is repeated.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The text, if the value is text.
  public var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// The number, if the value is a number.
  public var number: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    default: nil
    }
  }

  /// The whole number, if the value is one.
  public var integer: Int? {
    switch self {
    case .integer(let integer): integer
    case .number(let number): Int(exactly: number)
    default: nil
    }
  }

  /// The values, if the value is an array.
  public var array: [JSONValue]? {
    if case .array(let values) = self { return values }
    return nil
  }

  /// The members in order, if the value is an object.
  public var members: [JSONMember]? {
    if case .object(let members) = self { return members }
    return nil
  }
}

extension JSONValue {
  /// The value on one line, members in their order.
  public var compactText: String {
    var output = ""
    write(to: &output, indent: nil, sortsKeys: false)
    return output
  }

  /// The value over several lines, two spaces a level, members sorted by the Unicode scalars of their names.
  ///
  /// The same value gives the same bytes, whatever the order in which its members were made. Ends in a line feed.
  public var sortedText: String {
    var output = ""
    write(to: &output, indent: 0, sortsKeys: true)
    return output + "\n"
  }

  private func write(to output: inout String, indent: Int?, sortsKeys: Bool) {
    switch self {
    case .null: output += "null"
    case .bool(let value): output += value ? "true" : "false"
    case .integer(let value): output += "\(value)"
    case .number(let value):
      precondition(value.isFinite, "JSON has no number \(value)")
      output += NumberText.shortest(value)
    case .string(let text): JSONValue.writeString(text, to: &output)
    case .array(let values):
      JSONValue.writeList(values, in: ("[", "]"), to: &output, indent: indent) { value, output, inner in
        value.write(to: &output, indent: inner, sortsKeys: sortsKeys)
      }
    case .object(let members):
      let ordered = sortsKeys ? JSONValue.sorted(members) : members
      JSONValue.writeList(ordered, in: ("{", "}"), to: &output, indent: indent) { member, output, inner in
        JSONValue.writeString(member.name, to: &output)
        output += inner == nil ? ":" : ": "
        member.value.write(to: &output, indent: inner, sortsKeys: sortsKeys)
      }
    }
  }

  private static func sorted(_ members: [JSONMember]) -> [JSONMember] {
    members.sorted { $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars) }
  }

  private static func writeList<Item>(
    _ items: [Item],
    in brackets: (String, String),
    to output: inout String,
    indent: Int?,
    _ write: (Item, inout String, Int?) -> Void
  ) {
    output += brackets.0
    for (position, item) in items.enumerated() {
      if position > 0 { output += "," }
      if let indent { output += "\n" + String(repeating: "  ", count: indent + 1) }
      write(item, &output, indent.map { $0 + 1 })
    }
    if let indent, !items.isEmpty { output += "\n" + String(repeating: "  ", count: indent) }
    output += brackets.1
  }

  /// Appends a text in quotes; control characters, quotes and backslashes are escaped, nothing else.
  package static func writeString(_ text: String, to output: inout String) {
    output += "\""
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
    if isPlain {
      output += text
    } else {
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": output += "\\\""
        case "\\": output += "\\\\"
        case "\n": output += "\\n"
        case "\r": output += "\\r"
        case "\t": output += "\\t"
        case let control where control.value < 0x20:
          let digits = String(control.value, radix: 16)
          output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: output.unicodeScalars.append(scalar)
        }
      }
    }
    output += "\""
  }
}
