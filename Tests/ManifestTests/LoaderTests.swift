import Manifest
import Model
import Testing

@Suite struct LoaderTests {
    @Test func `ids in upper case are the ids that Genesys Cloud writes`() throws {
        let upper = "1E2D3C4B-5A69-4788-9706-F5E4D3C2B1A0"
        let text = """
            apiVersion: reconcile/v1
            kind: Stack
            metadata: {name: prod}
            spec:
              owner: acme
              genesys: {region: us-east-1, organizationId: \(upper)}
              aws: {region: us-east-1, accountId: "123456789012"}
            ---
            apiVersion: reconcile/v1
            kind: Integration
            metadata: {name: events}
            spec: {id: \(upper), topics: [acd.end], eventSourceSuffix: prod}
            ---
            apiVersion: reconcile/v1
            kind: Queue
            metadata: {name: care}
            spec:
              id: \(upper)
              members: [\(upper)]
              peerId: \(upper)
              queueFlow: {id: \(upper)}
              memberGroups: [{id: \(upper), type: TEAM}]
              cannedResponseLibraries: {mode: SelectedOnly, libraryIds: [\(upper)]}
            ---
            apiVersion: reconcile/v1
            kind: Rule
            metadata: {name: raw}
            spec:
              eventPattern: {detail: {eventBody: {queueId: ["${queue.care.id}"]}}}
            """
        let state = try ManifestLoader.load([ManifestSource(name: "set.yaml", bytes: Array(text.utf8))]).state
        let texts =
            [state.stack.genesys.organizationID ?? ""]
            + state.resources.flatMap { resource in
                [resource.identity.name, resource.identity.scope, Value.map(resource.attributes).json]
            }
        #expect(texts.allSatisfy { !$0.contains("1E2D") })
        #expect(texts.joined().contains(upper.lowercased()))
    }

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
