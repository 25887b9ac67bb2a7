// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that a build under the sanitizers takes a minute: of what others wrote nothing but swift-collections is compiled.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    // SwiftPM's --sanitize=fuzzer by itself leaves out the counters that libFuzzer goes by.
    .unsafeFlags(["-sanitize=fuzzer,address"]),
]
// libFuzzer brings the `main`.
let fuzzer: [SwiftSetting] = settings + [.unsafeFlags(["-parse-as-library"])]

let package = Package(
    name: "Fuzzing",
    dependencies: [.package(url: "https://github.com/apple/swift-collections", exact: "1.6.0")],
    targets: [
        // The same sources, by links.
        .target(name: "EventPatterns", swiftSettings: settings, linkerSettings: [.linkedLibrary("m")]),
        .target(name: "Model", dependencies: ["Crypto"], swiftSettings: settings),
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

        // Stands in for swift-crypto, whose BoringSSL would take ten minutes.
        .target(name: "Crypto", swiftSettings: settings),

        .executableTarget(name: "EventPatternsFuzzer", dependencies: ["EventPatterns"], swiftSettings: fuzzer),
        .executableTarget(name: "LoaderFuzzer", dependencies: ["Manifest", "Model", "YAML"], swiftSettings: fuzzer),
    ],
    swiftLanguageModes: [.v6]
)
