// swift-tools-version: 6.2
import PackageDescription

// The rooms up to Studies once more, through the link Rooms -> ../Sources: the fuzzers need what has `package` access
// (both row scanners, both decompressors), and building only these rooms with instrumentation takes a minute and not
// ten. Flags come from `Fuzzing/run`.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "hinterland-fuzzing",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // MARK: Rooms
    .systemLibrary(name: "CZlib", path: "Rooms/CZlib", pkgConfig: "zlib"),
    .systemLibrary(name: "CDeflate", path: "Rooms/CDeflate", pkgConfig: "libdeflate"),
    .systemLibrary(name: "CMinizip", path: "Rooms/CMinizip", pkgConfig: "minizip"),
    .systemLibrary(name: "CExpat", path: "Rooms/CExpat", pkgConfig: "expat"),
    .systemLibrary(name: "CXLSXWriter", path: "Rooms/CXLSXWriter", pkgConfig: "xlsxwriter"),
    .target(name: "Arithmetic", path: "Rooms/Arithmetic"),
    .target(name: "Panels", dependencies: ["Arithmetic"], path: "Rooms/Panels"),
    .target(name: "Geography", dependencies: ["Arithmetic", "Panels"], path: "Rooms/Geography"),
    .target(
      name: "Readers",
      dependencies: [
        "Arithmetic", "Panels", "Geography", "CZlib", "CDeflate", "CMinizip", "CExpat", "CXLSXWriter",
      ],
      path: "Rooms/Readers"
    ),
    .target(name: "Graphics", dependencies: ["Panels", "Geography"], path: "Rooms/Graphics"),
    .target(
      name: "Studies",
      dependencies: [
        "Arithmetic", "Panels", "Geography", "Readers", "Graphics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Yams", package: "Yams"),
      ],
      path: "Rooms/Studies"
    ),

    // MARK: Fuzzers
    .target(name: "CFuzzing"),
    .target(
      name: "FuzzedReaders",
      dependencies: ["CFuzzing", "CZlib", "Geography", "Panels", "Readers", "Studies"]
    ),
    // main comes from libFuzzer, or, in the second, from a loop that AFL++ feeds.
    .executableTarget(name: "LibFuzzerDriver", dependencies: ["FuzzedReaders"]),
    .executableTarget(name: "AFLDriver", dependencies: ["FuzzedReaders"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = settings
}
