import Foundation
import Manifest
import Model
import Testing

/// Whole sets of manifests and what they compile to: `Reference/NAME/*.yaml` (or a folder for each layer), `state.json`, `warnings.txt`; and the
/// examples that the repository ships.
@Suite struct ReferenceTests {
    static let folders = GoldenFile.contents(of: GoldenFile.folder("Reference")).map(\.lastPathComponent)

    @Test("a reference set compiles to its recorded state", arguments: folders)
    func compiles(_ name: String) throws {
        let folder = GoldenFile.folder("Reference").appending(path: name)
        try expectState(of: folder, recordedIn: folder)
    }

    @Test("the examples compile to their recorded state", arguments: ["tutorial", "partner-bus"])
    func examples(_ name: String) throws {
        let repository = GoldenFile.folder("../..").standardized
        try expectState(
            of: repository.appending(path: "manifests/\(name)"), recordedIn: GoldenFile.folder("Examples").appending(path: name))
    }

    private func expectState(of folder: URL, recordedIn golden: URL) throws {
        let loaded = try ManifestLoader.load(try Self.sources(of: folder))
        GoldenFile.expect(loaded.state.goldenText, at: golden.appending(path: "state.json"))
        let warnings = loaded.warnings.isEmpty ? "none" : loaded.warnings.map(\.goldenText).joined(separator: "\n\n")
        GoldenFile.expect(warnings, at: golden.appending(path: "warnings.txt"))
    }

    /// The files of a folder, or of its folders as layers.
    static func sources(of folder: URL) throws -> [ManifestSource] {
        let layers = GoldenFile.contents(of: folder).filter(\.hasDirectoryPath)
        return try (layers.isEmpty ? [folder] : layers).enumerated().flatMap { index, layer in
            try GoldenFile.contents(of: layer).filter { $0.pathExtension == "yaml" && $0.lastPathComponent != "kustomization.yaml" }.map {
                file in
                let name = layers.isEmpty ? file.lastPathComponent : "\(layer.lastPathComponent)/\(file.lastPathComponent)"
                return ManifestSource(name: name, bytes: Array(try Data(contentsOf: file)), layer: index)
            }
        }
    }
}
