// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "hinterland-benchmarks",
  dependencies: [.package(name: "hinterland", path: "..")],
  targets: [
    .executableTarget(
      name: "MeasureBenchmarks",
      dependencies: [.product(name: "Hinterland", package: "hinterland")]
    ),
    .executableTarget(
      name: "ReaderBenchmarks",
      dependencies: [.product(name: "Hinterland", package: "hinterland")]
    ),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets {
  target.swiftSettings = settings
}
