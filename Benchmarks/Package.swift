// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that a release build of the libraries under measurement takes a minute: of what others wrote nothing but swift-collections is
// compiled.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "Benchmarks",
    dependencies: [.package(url: "https://github.com/apple/swift-collections", exact: "1.6.0")],
    targets: [
        // The same sources, by links.
        .target(name: "EventPatterns", swiftSettings: settings, linkerSettings: [.linkedLibrary("m")]),
        .target(name: "Model", dependencies: ["Crypto"], swiftSettings: settings),
        .target(name: "Routing", dependencies: ["EventPatterns", "Model", "Parallel"], swiftSettings: settings),
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .target(name: "Parallel", swiftSettings: settings),
        .target(
            name: "YAML", dependencies: ["CLibYAML", "Parallel", .product(name: "OrderedCollections", package: "swift-collections")],
            swiftSettings: settings),
        .target(
            name: "Manifest",
            dependencies: [
                "EventPatterns", "Model", "Parallel", "YAML", .product(name: "OrderedCollections", package: "swift-collections"),
            ],
            swiftSettings: settings),

        // Stands in for swift-crypto, as for the fuzzers.
        .target(name: "Crypto", swiftSettings: settings),

        .executableTarget(name: "PatternBenchmark", dependencies: ["EventPatterns"]),
        .executableTarget(name: "YAMLBenchmark", dependencies: ["YAML"]),
        .executableTarget(name: "LoaderBenchmark", dependencies: ["Manifest", "Model", "Routing"]),
    ],
    swiftLanguageModes: [.v6]
)
