// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "hinterland",
  products: [
    .executable(name: "hinterland", targets: ["HinterlandCommand"]),
    .library(name: "Hinterland", targets: ["Hinterland"]),
  ],
  dependencies: [
    // The command line: help, completion and parsing from one description; the standard of its field in Swift.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // study.yml: nodes keep their line numbers, so that a wrong key is named with its place.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // fetch: requests over TLS with deadlines, bodies piece by piece and proxies, without a library that is not Swift.
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    // The types of its requests (methods, headers, buffers), and the sockets of the server that the tests ask.
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    // The certificates that its user trusts (SSL_CERT_FILE); the client is built on it anyway.
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.36.0"),
  ],
  targets: [
    // MARK: System libraries
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // Whole gzip files are inflated by libdeflate, at about twice the speed of zlib; zlib reads what it refuses.
    .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CMinizip", pkgConfig: "minizip", providers: [.apt(["libminizip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

    // MARK: Library
    .target(name: "Arithmetic"),
    .target(name: "Panels", dependencies: ["Arithmetic"]),
    .target(name: "Geography", dependencies: ["Arithmetic", "Panels"]),
    .target(
      name: "Readers",
      dependencies: [
        "Arithmetic", "Panels", "Geography", "CZlib", "CDeflate", "CMinizip", "CExpat", "CXLSXWriter",
      ]
    ),
    .target(
      name: "Fetching",
      dependencies: [
        "Panels", "Readers",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ]
    ),
    .target(name: "Inference", dependencies: ["Arithmetic", "Panels", "Geography"]),
    .target(name: "Measures", dependencies: ["Arithmetic", "Panels", "Geography", "Inference"]),
    .target(name: "Graphics", dependencies: ["Panels", "Geography"]),
    .target(name: "Albion", dependencies: ["Arithmetic", "Panels", "Geography", "Readers"]),
    .target(
      name: "Studies",
      dependencies: [
        "Arithmetic", "Panels", "Geography", "Readers", "Graphics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Yams", package: "Yams"),
      ]
    ),
    .target(
      name: "Analyses",
      dependencies: [
        "Arithmetic", "Panels", "Geography", "Readers", "Inference", "Measures", "Graphics", "Studies",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .target(
      name: "Reports",
      dependencies: ["Panels", "Geography", "Readers", "Graphics", "Studies", "Analyses"]
    ),
    .target(
      name: "Hinterland",
      dependencies: [
        "Arithmetic", "Panels", "Geography", "Readers", "Inference", "Measures", "Graphics", "Studies",
        "Analyses",
      ]
    ),

    // MARK: Tools
    .target(
      name: "Commands",
      dependencies: [
        "Arithmetic", "Panels", "Geography", "Readers", "Inference", "Measures", "Graphics", "Studies",
        "Analyses", "Reports", "Albion", "Fetching",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .executableTarget(
      name: "HinterlandCommand",
      dependencies: ["Commands"],
      path: "Sources/hinterland-command"
    ),

    // MARK: Tests
    .target(name: "SmallStudy", path: "Tests/SmallStudy"),
    .testTarget(name: "ArithmeticTests", dependencies: ["Arithmetic"]),
    .testTarget(name: "PanelsTests", dependencies: ["Arithmetic", "Panels"]),
    .testTarget(name: "GeographyTests", dependencies: ["Geography"]),
    .testTarget(name: "ReadersTests", dependencies: ["Arithmetic", "Geography", "Panels", "Readers"]),
    .testTarget(
      name: "FetchingTests",
      dependencies: [
        "Fetching", "Panels", "Readers",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]
    ),
    .testTarget(name: "InferenceTests", dependencies: ["Arithmetic", "Inference"]),
    .testTarget(name: "MeasuresTests", dependencies: ["Arithmetic", "Inference", "Measures", "Panels"]),
    .testTarget(name: "GraphicsTests", dependencies: ["Graphics"]),
    .testTarget(
      name: "AlbionTests",
      dependencies: ["Albion", "Arithmetic", "Geography", "Panels", "Readers"]
    ),
    .testTarget(
      name: "RecoveryTests",
      dependencies: ["Albion", "Analyses", "Arithmetic", "Panels", "Readers", "Studies"]
    ),
    .testTarget(
      name: "StudiesTests",
      dependencies: ["Geography", "Panels", "Readers", "SmallStudy", "Studies"]
    ),
    .testTarget(
      name: "AnalysesTests",
      dependencies: [
        "Analyses", "Arithmetic", "Geography", "Graphics", "Measures", "Panels", "Readers", "SmallStudy",
        "Studies", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .testTarget(name: "ReportsTests", dependencies: ["Reports"]),
    .testTarget(
      name: "CommandsTests",
      dependencies: [
        "Analyses", "Commands", "Fetching", "Geography", "Graphics", "Inference", "Measures", "Panels",
        "Readers",
        "Reports", "SmallStudy", "Studies",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = settings
}
