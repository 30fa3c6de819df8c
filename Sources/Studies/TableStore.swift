/// The tables of a study that have been read.
public actor TableStore {
  init() {}
}
