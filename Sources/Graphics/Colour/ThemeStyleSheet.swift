extension Ink {
  /// Every colour a drawing can use, in a fixed order.
  package static let all: [Ink] = {
    let hues = Hue.palette.flatMap { [$0.ink, $0.textInk] }
    return plain + hues + Ramp.all + Ramp.all.map(\.over)
  }()

  /// The colour as an attribute value.
  func value(in theme: Theme) -> String {
    switch theme {
    case .light: light.hex
    case .dark: dark.hex
    case .adaptive: "var(--figure-\(name))"
    }
  }
}

extension Theme {
  /// The style sheet that a page with adaptive figures needs once: the colours as custom properties.
  ///
  /// Light by default, dark where the reader's system asks for it, and either where an ancestor has the attribute
  /// `data-theme`. Printed pages are light.
  public static let styleSheet: String = {
    let light = declarations { $0.light }
    let dark = declarations { $0.dark }
    return """
      :root,[data-theme="light"]{\(light)}
      @media screen and (prefers-color-scheme:dark){:root:not([data-theme="light"]){\(dark)}}
      @media screen{[data-theme="dark"]{\(dark)}}

      """
  }()

  private static func declarations(_ colour: (Ink) -> Colour) -> String {
    Ink.all.map { "--figure-\($0.name):\(colour($0).hex)" }.joined(separator: ";")
  }
}
