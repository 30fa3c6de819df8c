import Commands

@main
struct Hinterland {
  static func main() async { await runHinterland() }
}
