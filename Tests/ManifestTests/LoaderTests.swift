import Manifest
import Model
import Testing

@Suite struct LoaderTests {
    private static let stack = """
        apiVersion: reconcile/v1
        kind: Stack
        metadata: {name: dev}
        spec:
          owner: acme/telephony
          genesys: {region: us-east-1, api: platform}
          aws: {region: us-east-1, accountId: "123456789012"}
        """
    private static let queue = "apiVersion: reconcile/v1\nkind: Queue\nmetadata: {name: support}\n"
    private static let rule = """
        apiVersion: reconcile/v1
        kind: Rule
        metadata: {name: ended}
        spec:
          eventBusName: default
          match: {topics: [conversation.end], queues: [support]}
        """

    @Test func `the order of files means nothing`() throws {
        let sources = [source("a", Self.rule), source("b", Self.queue), source("c", Self.stack)]
        #expect(try ManifestLoader.load(sources).state == ManifestLoader.load(sources.reversed()).state)
    }

    @Test func `a set without a stack is valid but can't be loaded`() {
        let sources = [source("a", Self.rule), source("b", Self.queue)]
        #expect(ManifestLoader.validate(sources).isEmpty)
        #expect(codes(sources) == ["missing-stack"])
    }

    @Test func `errors of all files come at once, sorted by place`() {
        let sources = [source("b", Self.queue + "spec: {nme: x}\n"), source("a", Self.rule + "\n  stat: ENABLED\n"), source("c", "a: [")]
        let diagnostics = ManifestLoader.validate(sources)
        #expect(diagnostics.map { $0.place?.file } == ["a", "b", "c"])
        #expect(diagnostics.map(\.code) == ["unknown-key", "unknown-key", "yaml-syntax"])
    }

    @Test func `names that a broken file may declare aren't called unknown`() {
        #expect(codes([source("a", Self.rule), source("b", Self.queue + "spec: {")]) == ["yaml-syntax"])
    }

    @Test func `one name in two files is declared twice`() {
        let sources = [source("a", Self.queue), source("b", Self.queue)]
        #expect(ManifestLoader.validate(sources).map { $0.place?.file } == ["b"])
    }

    @Test func `no manifests at all lack a stack`() {
        #expect(codes([]) == ["missing-stack"])
        #expect(codes([source("empty", "# nothing\n---\n")]) == ["missing-stack"])
    }

    private func source(_ name: String, _ text: String) -> ManifestSource { ManifestSource(name: name, bytes: Array(text.utf8)) }

    private func codes(_ sources: [ManifestSource]) -> [String] {
        do throws(InvalidManifests) {
            _ = try ManifestLoader.load(sources)
            return []
        } catch {
            return error.diagnostics.map(\.code)
        }
    }
}
