// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that a release build of the library under measurement takes seconds: nothing else is compiled.
let package = Package(
    name: "Benchmarks",
    dependencies: [.package(url: "https://github.com/apple/swift-collections", exact: "1.6.0")],
    targets: [
        // The same sources, by a link.
        .target(
            name: "EventPatterns",
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ],
            linkerSettings: [.linkedLibrary("m")]),
        .executableTarget(name: "Benchmark", dependencies: ["EventPatterns"]),
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .target(
            name: "YAML", dependencies: ["CLibYAML", .product(name: "OrderedCollections", package: "swift-collections")],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ]),
        .executableTarget(name: "YAMLBenchmark", dependencies: ["YAML"]),
    ],
    swiftLanguageModes: [.v6]
)
