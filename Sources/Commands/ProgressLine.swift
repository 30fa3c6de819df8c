import Arithmetic
import Synchronization

/// How far the work has come, on standard error.
///
/// On a terminal it is one line that is drawn over and goes when the work is done. Another program asks for it with
/// `HINTERLAND_PROGRESS=lines` and reads a line a step, such as `progress 40 measuring concentration`: the share in
/// percent, and what is being done. Elsewhere nothing is shown.
final class ProgressLine: Sendable {
  /// Who looks.
  enum Audience {
    case nobody
    case terminal
    case program
  }

  private let audience: Audience
  private let isDrawn = Mutex(false)

  /// Finds out who looks.
  init(quiet: Bool) {
    if Console.environment("HINTERLAND_PROGRESS") == "lines" {
      audience = .program
    } else {
      audience = Console.isErrorTerminal && !quiet ? .terminal : .nobody
    }
  }

  /// The progress that is shown here.
  var progress: Progress {
    audience == .nobody ? .silent : Progress { [self] share, message in show(share, message) }
  }

  /// Takes the line away, so that what follows begins at its start.
  func end() {
    isDrawn.withLock { isDrawn in
      if isDrawn { Console.draw("\r\u{1B}[K") }
      isDrawn = false
    }
  }

  private func show(_ share: Double, _ message: String) {
    let percent = Int((min(max(share, 0), 1) * 100).rounded(.down))
    switch audience {
    case .nobody: break
    case .program: Console.say("progress \(percent) \(message)")
    case .terminal:
      isDrawn.withLock { isDrawn in
        Console.draw("\r\u{1B}[K\(percent) % \(message.prefix(70))")
        isDrawn = true
      }
    }
  }
}
