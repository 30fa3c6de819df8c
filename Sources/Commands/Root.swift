import Analyses
import ArgumentParser
import Panels
import Studies

#if canImport(Glibc)
import Glibc
#endif

/// The command `hinterland`.
struct Root: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hinterland",
    abstract: "The economic geography of industry: from an agency's table to a report.",
    discussion: """
      INPUT is a study folder (with study.yml), a table (.csv, .tsv, .xlsx, JSON-stat .json, plain or .gz) or - for standard input. \
      Results go to standard output, notices to standard error. Exit codes: 0 done; 1 the answer is no; 2 usage; \
      3 a file cannot be read or written; 4 the result cannot be computed; 70 a bug of ours; 130 interrupted.
      """,
    version: HinterlandVersion.text,
    subcommands: [
      ReportCommand.self, InitCommand.self, FetchCommand.self, ReadCommand.self, CheckCommand.self,
      CleanCommand.self,
      MeasuresCommand.self, ExplainCommand.self, RerunCommand.self, DiffCommand.self,
      Verb<Shares>.self, Verb<Specialization>.self, Verb<Concentration>.self, Verb<TwoWay>.self,
      Verb<Scatter>.self,
    ]
  )
}

/// Runs the command with the arguments of the process, and ends the process.
public func runHinterland() async -> Never {
  Console.surviveClosedPipes()
  Console.tellOfCutFiles()
  let status = await HinterlandCommand.run(Array(CommandLine.arguments.dropFirst()))
  exit(status)
}

/// The command as a function, so that tests can call it.
public enum HinterlandCommand {
  /// Runs the command.
  ///
  /// - Parameter arguments: The arguments after the name of the program.
  /// - Returns: The exit status.
  public static func run(_ arguments: [String]) async -> Int32 {
    if arguments == ["--version"] {
      return reply(HinterlandVersion.text)
    }
    if let complaint = unknownVerb(arguments) {
      Console.say("Error: " + complaint)
      return ExitStatus.usage.rawValue
    }
    do {
      var command = try Root.parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return ExitStatus.done.rawValue
    } catch {
      return report(error)
    }
  }

  /// Prints what was asked for, such as help.
  private static func reply(_ text: String) -> Int32 {
    do {
      try Console.write(text + "\n")
      return ExitStatus.done.rawValue
    } catch {
      return report(error)
    }
  }

  /// Prints an error where it belongs, and returns the exit status.
  private static func report(_ error: any Error) -> Int32 {
    let code = Root.exitCode(for: error)
    if code == .success {
      return reply(Root.fullMessage(for: error))
    }
    if let exit = error as? ExitCode { return exit.rawValue }
    if code == .validationFailure {
      Console.say(Root.fullMessage(for: error))
      return ExitStatus.usage.rawValue
    }
    let status = ExitStatus.after(error)
    let prefix = status == .bug ? "Error (a bug of ours, please report it): " : "Error: "
    Console.say(prefix + "\(error)")
    return status.rawValue
  }

  /// Returns a complaint if the first argument is no verb, with up to three near ones.
  private static func unknownVerb(_ arguments: [String]) -> String? {
    guard let verb = arguments.first, !verb.hasPrefix("-"), verb != "help" else { return nil }
    let verbs = Root.configuration.subcommands.map { $0._commandName }
    guard !verbs.contains(verb) else { return nil }
    return "There is no verb '\(verb)'\(PanelError.ending(NearestNames.of(verb, among: verbs))) "
      + "See: hinterland --help"
  }
}
