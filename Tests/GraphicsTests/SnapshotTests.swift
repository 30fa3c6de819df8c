import Foundation
import Graphics
import Testing

/// Every sample against the drawing that was last looked at and kept, byte for byte.
///
/// `HINTERLAND_RECORD=1 swift test --filter SnapshotTests` writes the files anew; review the change as a diff and as a picture.
@Suite struct SnapshotTests {
  static let isRecording = ProcessInfo.processInfo.environment["HINTERLAND_RECORD"] == "1"
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Snapshots/Graphics")

  func compare(_ text: String, with name: String) throws {
    let file = SnapshotTests.folder.appending(path: name)
    if SnapshotTests.isRecording {
      try FileManager.default.createDirectory(at: SnapshotTests.folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return
    }
    let kept = try #require(
      FileManager.default.contents(atPath: file.path),
      "\(name) is missing: record it with HINTERLAND_RECORD=1"
    )
    #expect(Data(text.utf8) == kept, "\(name) is drawn otherwise than it was kept")
  }

  @Test("Each kind of chart is drawn as it was, wide as a file and narrow inside HTML")
  func samples() throws {
    for figure in try Samples.all() {
      try compare(svg(figure), with: "\(figure.id)-wide.svg")
      let inside = FigureOptions(width: .narrow, theme: .adaptive, drawsText: false, idPrefix: "s1")
      try compare(svg(figure, options: inside), with: "\(figure.id)-narrow.svg")
    }
  }

  @Test("Each edge case is drawn as it was")
  func edges() throws {
    for figure in try EdgeCases.all() {
      try compare(
        svg(figure, options: FigureOptions(width: .narrow, theme: .dark)),
        with: "edge-\(figure.id).svg"
      )
    }
  }

  @Test("The style sheet of adaptive figures is as it was")
  func styleSheet() throws {
    try compare(Theme.styleSheet, with: "theme.css")
  }
}
