import Foundation
import Manifest
import Model
import Testing

@Suite struct FilesTests {
    @Test func `a directory is read with all below it, sorted, each argument a layer`() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in [
            "b.yaml", "a/z.yml", "a/y.yaml", "a/readme.md", "c.yaml.bak", ".github/ci.yaml", ".hidden.yaml", "a/kustomization.yaml",
        ] {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try name.write(to: file, atomically: true, encoding: .utf8)
        }
        let root = folder.path(percentEncoded: false)
        let sources = try ManifestFiles.read([root, root + "/b.yaml"])
        #expect(sources.map { String(decoding: $0.bytes, as: UTF8.self) } == ["a/y.yaml", "a/z.yml", "b.yaml", "b.yaml"])
        #expect(sources.map(\.layer) == [0, 0, 0, 1])
        #expect(sources.allSatisfy { $0.name.hasPrefix(root) })
    }

    @Test func `a dash is standard input`() throws {
        let sources = try ManifestFiles.read(["-"], standardInput: { Array("kind: Queue".utf8) })
        #expect(sources == [ManifestSource(name: "<stdin>", bytes: Array("kind: Queue".utf8))])
        #expect(throws: InvalidManifests.self) { try ManifestFiles.read(["-"], standardInput: { nil }) }
    }

    @Test func `every argument that can't be read is named`() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let root = folder.path(percentEncoded: false)
        let error = #expect(throws: InvalidManifests.self) { try ManifestFiles.read([root, root + "/no.yaml"]) }
        #expect(error?.diagnostics.map(\.code).sorted() == ["no-manifests", "unreadable"])
    }

    private func temporaryFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "manifests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }
}
