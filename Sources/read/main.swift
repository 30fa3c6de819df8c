import Readers
import Foundation
// A driver for measuring: read FILE [--key value…]
var args = Array(CommandLine.arguments.dropFirst())
var d = DialectOverrides(); var t = UntidyTable.Told(); var file = ""; var mode = "text"
while let a = args.first { args.removeFirst()
  func v() -> String { args.removeFirst() }
  switch a {
  case "read": break
  case "--format", "--encoding": let x = v(); if a == "--encoding" { d.encoding = Dialect.Encoding(rawValue: x) }
  case "--delimiter": let x = v(); d.delimiter = x == "tab" ? "\t" : x
  case "--quote": let x = v(); d.quote = x == "none" ? DialectOverrides.Quote.none : .character(x.first ?? "\"")
  case "--escape": let x = v(); d.escape = x.first
  case "--newline": d.lineEnding = Dialect.LineEnding(rawValue: v())
  case "--header-lines": t.headerLines = Int(v())
  case "--skip": t.skippedLines = Int(v())
  case "--names": t.columnNames = try! UntidyTable(InputFile(text: v()), dialect: DialectOverrides(delimiter: ",", quote: .character("\"")), told: UntidyTable.Told(headerLines: 0)).rows[0]
  case "--quiet": break
  case "--table": mode = "table"
  default: file = a
  } }
do {
  if mode == "table" { let x = try UntidyTable(InputFile(file), dialect: d, told: t); print(x.rows.count); exit(0) }
  let x = try UntidyTable.text(of: InputFile(file), dialect: d, told: t)
  FileHandle.standardOutput.write(Data(bytesNoCopy: UnsafeMutableRawPointer(mutating: x.bytes.withUnsafeBytes { $0.baseAddress! }), count: x.bytes.count, deallocator: .none))
  for n in x.notices { FileHandle.standardError.write(Data((n + "\n").utf8)) }
} catch { FileHandle.standardError.write(Data("\(error)\n".utf8)); exit(2) }
