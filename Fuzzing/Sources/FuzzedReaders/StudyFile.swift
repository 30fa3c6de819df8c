import Studies

/// The description of a study, `study.yml`.
func fuzzStudy(_ input: [UInt8]) throws(Violation) -> Int {
  let text = String(decoding: input, as: UTF8.self)
  let study = try attempt("the study") { try StudyDescription(reading: text, file: "study.yml") }
  guard let study else { return input.count }
  try require((1...200).contains(study.average), "an average of \(study.average) years")
  let again = try attempt("the study, once more") { try StudyDescription(reading: text, file: "study.yml") }
  try require(again?.tables.map(\.name) == study.tables.map(\.name), "a second reading has other tables")
  return input.count
}
