struct PairedGiniMaximum {
  struct Result {
    var ceiling: Double
    var witness: Witness?
  }
  init(lower: [Double], upper: [Double], _ box: ReferenceBox) {}
  mutating func solve(_ effort: BoundEffort) -> Result { Result(ceiling: 1, witness: nil) }
}
