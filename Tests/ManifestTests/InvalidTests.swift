import Foundation
import Manifest
import Model
import Testing

/// Small wrong manifests, `Invalid/NAME.yaml`, and all that is said of them, `Invalid/NAME.txt`.
@Suite struct InvalidTests {
    static let names = GoldenFile.contents(of: GoldenFile.folder("Invalid")).filter { $0.pathExtension == "yaml" }
        .map { $0.deletingPathExtension().lastPathComponent }

    @Test("a wrong manifest is refused with its recorded errors", arguments: names)
    func refused(_ name: String) throws {
        let file = GoldenFile.folder("Invalid").appending(path: name + ".yaml")
        let source = ManifestSource(name: file.lastPathComponent, bytes: Array(try Data(contentsOf: file)))
        let diagnostics = ManifestLoader.validate([source])
        #expect(diagnostics.contains { $0.severity == .error })
        #expect(diagnostics.filter { $0.severity == .error }.allSatisfy { $0.place != nil && $0.excerpt != nil })
        GoldenFile.expect(
            diagnostics.map(\.goldenText).joined(separator: "\n\n"), at: GoldenFile.folder("Invalid").appending(path: name + ".txt"))
    }
}
