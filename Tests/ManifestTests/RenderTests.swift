import Foundation
import Manifest
import Model
import Testing

@Suite struct RenderTests {
    @Test("what is rendered loads as the layers do", arguments: ReferenceTests.folders)
    func loads(_ name: String) throws {
        let sources = try ReferenceTests.sources(of: GoldenFile.folder("Reference").appending(path: name))
        let rendered = ManifestSource(name: "rendered", bytes: Array(try ManifestRenderer.render(sources).utf8))
        let (before, after) = (try ManifestLoader.load(sources), try ManifestLoader.load([rendered]))
        #expect(placeless(after.state) == placeless(before.state))
        #expect(after.warnings.map(\.code).sorted() == before.warnings.map(\.code).sorted())
    }

    @Test func `each value tells the layer that gave it`() throws {
        let folder = GoldenFile.folder("Reference/layers")
        let text = try ManifestRenderer.render(ReferenceTests.sources(of: folder))
        GoldenFile.expect(String(text.dropLast()), at: folder.appending(path: "rendered.yaml"))
    }

    @Test func `a file's name can't end a comment`() throws {
        let text = "apiVersion: reconcile/v1\nkind: Queue\nmetadata: {name: a}\n"
        let rendered = try ManifestRenderer.render([ManifestSource(name: "x\nkind: Rule #", bytes: Array(text.utf8))])
        #expect(rendered.hasPrefix("apiVersion: reconcile/v1  # x?kind: Rule #:1\nkind: Queue  # x?"))
    }

    @Test func `wrong manifests aren't rendered`() {
        let source = ManifestSource(name: "a", bytes: Array("kind: Queue\nmetadata: {name: a}\n".utf8))
        #expect(throws: InvalidManifests.self) { try ManifestRenderer.render([source]) }
    }

    /// Without the places, which differ.
    private func placeless(_ state: DesiredState) -> DesiredState {
        var state = state
        state.stack.place = nil
        for index in state.resources.indices {
            state.resources[index].place = nil
            state.resources[index].places = [:]
        }
        for index in state.absent.indices { state.absent[index].place = nil }
        for index in state.patternTests.indices {
            state.patternTests[index].place = SourceLocation(file: "", line: 0, column: 0)
            state.patternTests[index].fieldPlaces = [:]
        }
        return state
    }
}
