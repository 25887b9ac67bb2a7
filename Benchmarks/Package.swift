// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that a release build of the library under measurement takes seconds: nothing else is compiled.
let package = Package(
    name: "Benchmarks",
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
    ],
    swiftLanguageModes: [.v6]
)
