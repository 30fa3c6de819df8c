// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "hinterland",
  targets: [
    // MARK: System libraries
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CMinizip", pkgConfig: "minizip", providers: [.apt(["libminizip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

    // MARK: Library
    .target(name: "Arithmetic"),
    .target(name: "Panels", dependencies: ["Arithmetic"]),
    .target(name: "Geography", dependencies: ["Arithmetic", "Panels"]),
    .target(
      name: "Readers",
      dependencies: ["Arithmetic", "Panels", "Geography", "CZlib", "CMinizip", "CExpat", "CXLSXWriter"]
    ),
    .target(name: "Inference", dependencies: ["Arithmetic", "Panels", "Geography"]),
    .target(name: "Measures", dependencies: ["Arithmetic", "Panels", "Geography", "Inference"]),
    .target(name: "Graphics", dependencies: ["Panels", "Geography"]),
    .target(name: "Albion", dependencies: ["Arithmetic", "Panels", "Geography", "Readers"]),

    // MARK: Tests
    .testTarget(name: "ArithmeticTests", dependencies: ["Arithmetic"]),
    .testTarget(name: "PanelsTests", dependencies: ["Panels"]),
    .testTarget(name: "GeographyTests", dependencies: ["Geography"]),
    .testTarget(name: "ReadersTests", dependencies: ["Readers"]),
    .testTarget(name: "InferenceTests", dependencies: ["Inference"]),
    .testTarget(name: "MeasuresTests", dependencies: ["Measures"]),
    .testTarget(name: "GraphicsTests", dependencies: ["Graphics"]),
    .testTarget(name: "AlbionTests", dependencies: ["Albion", "Arithmetic", "Geography", "Panels", "Readers"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = settings
}
