/// The version of the library and the command.
public enum HinterlandVersion {
  /// The number of the version.
  public static let number = "0.1.0"
  /// What `--version` prints.
  public static let text = "hinterland \(number)"
}
