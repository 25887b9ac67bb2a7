// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "reconcile",
    products: [
        .executable(name: "reconcile", targets: ["reconcile"]),
        .executable(name: "reconcile-sandbox", targets: ["reconcile-sandbox"]),
        .library(name: "EventPatterns", targets: ["EventPatterns"]),
    ],
    // Pinned exactly, so that every clean checkout builds what was tested.
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
    ],
    targets: [
        // The pure core.
        .target(name: "Parallel"),
        .target(name: "Model", dependencies: [.product(name: "Crypto", package: "swift-crypto")]),
        .target(name: "EventPatterns", linkerSettings: [.linkedLibrary("m")]),
        .target(name: "Routing", dependencies: ["EventPatterns", "Model", "Parallel"]),
        .target(name: "Planning", dependencies: ["EventPatterns", "Model", "Routing"]),
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .target(
            name: "YAML", dependencies: ["CLibYAML", "Parallel", .product(name: "OrderedCollections", package: "swift-collections")]),
        .target(
            name: "Manifest",
            dependencies: [
                "EventPatterns", "Model", "Parallel", "YAML", .product(name: "OrderedCollections", package: "swift-collections"),
            ]),

        // The edges.
        .target(name: "SigV4", dependencies: [.product(name: "Crypto", package: "swift-crypto")]),
        .target(
            name: "Cloud",
            dependencies: [
                "Model",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "OrderedCollections", package: "swift-collections"),
            ]),
        .target(name: "Genesys", dependencies: ["Cloud", "Model", .product(name: "Logging", package: "swift-log")]),
        .target(
            name: "AWS",
            dependencies: [
                "Cloud", "Model", "SigV4",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(name: "Applying", dependencies: ["Model", "Planning"]),
        .target(
            name: "Reporting",
            dependencies: ["Applying", "EventPatterns", "Model", "Planning", "Routing", .product(name: "Crypto", package: "swift-crypto")]),
        .executableTarget(
            name: "reconcile",
            dependencies: [
                "AWS", "Applying", "Cloud", "EventPatterns", "Genesys", "Manifest", "Model", "Planning", "Reporting", "Routing",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),

        // The local clouds; never part of the `reconcile` binary.
        .target(
            name: "Sandbox",
            dependencies: [
                "EventPatterns", "Model",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        .executableTarget(
            name: "reconcile-sandbox",
            dependencies: [
                "Sandbox",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // Tests, and what they share.
        .target(name: "Allocations", path: "Tests/Allocations"),
        .target(
            name: "TestSupport",
            dependencies: [
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            path: "Tests/Support",
            exclude: ["Certificates"]),
        .testTarget(name: "ParallelTests", dependencies: ["Parallel"]),
        .testTarget(name: "ModelTests", dependencies: ["Model", "TestSupport"]),
        .testTarget(name: "EventPatternsTests", dependencies: ["EventPatterns", "Model"]),
        .testTarget(name: "YAMLTests", dependencies: ["Model", "YAML"]),
        .testTarget(
            name: "ManifestTests", dependencies: ["EventPatterns", "Manifest", "Model", "TestSupport", "YAML"],
            exclude: ["Examples", "Invalid", "Reference", "genesys_models.py", "validate.py"]),
        .testTarget(
            name: "RoutingTests",
            dependencies: [
                "EventPatterns", "Model", "Routing", "TestSupport",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .testTarget(name: "PlanningTests", dependencies: ["EventPatterns", "Model", "Planning", "Routing"]),
        .testTarget(name: "SigV4Tests", dependencies: ["Model", "SigV4"]),
        .testTarget(name: "CloudTests", dependencies: ["Cloud", "Model", "TestSupport"]),
        .testTarget(name: "GenesysTests", dependencies: ["Cloud", "Genesys", "Model", "Sandbox"]),
        .testTarget(name: "AWSTests", dependencies: ["AWS", "Cloud", "Model", "Sandbox", "TestSupport"], exclude: ["endpoints.py"]),
        .testTarget(name: "ApplyingTests", dependencies: ["Applying", "Model", "Planning", "TestSupport"]),
        .testTarget(
            name: "ReportingTests",
            dependencies: ["Applying", "EventPatterns", "Model", "Planning", "Reporting", "Routing", "TestSupport"],
            exclude: ["Golden", "Reports/markdown.py", "Reports/mermaid.py", "Reports/page.py", "Reports/schemas.py"]),
        .testTarget(
            name: "SandboxTests",
            dependencies: [
                "Model", "Sandbox",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            exclude: ["genesys_sdk.py"]),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "AWS", "Allocations", "Applying", "Cloud", "EventPatterns", "Genesys", "Manifest", "Model", "Planning", "Sandbox", "SigV4",
                "TestSupport", "reconcile", "reconcile-sandbox",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            exclude: ["Init", "Install", "Kustomize", "Routing", "Scenarios"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = settings
}
