import EventPatterns
import Manifest
import Model
import Testing

@Suite("Event patterns in manifests")
struct PatternTests {
    @Test("keys with dots have their places, and the rule is compiled as it stands")
    func dottedKeys() throws {
        let text = """
            \(PublicSet.stack)
            ---
            \(PublicSet.integration)
            ---
            apiVersion: reconcile/v1
            kind: Rule
            metadata: {name: dotted}
            spec:
              eventPattern: {"detail.queueId": [x], "$or": [{source: [y]}, {source: [z]}]}
            """
        let loaded = try ManifestLoader.load([ManifestSource(name: "set.yaml", bytes: Array(text.utf8))])
        let rule = try #require(loaded.state.resources.first { $0.address == Address(.rule, "dotted") })
        #expect(rule.places["eventPattern.detail.queueId"]?.description == "set.yaml:18:18")
        #expect(rule.attributes["eventPattern"]?["detail.queueId"] == ["x"])
    }

    @Test("the checks are given the patterns in which nothing is unknown, parsed, and as long as they are written")
    func parsed() throws {
        let text = """
            \(PublicSet.stack)
            ---
            apiVersion: reconcile/v1
            kind: Queue
            metadata: {name: support}
            ---
            apiVersion: reconcile/v1
            kind: Rule
            metadata: {name: known}
            spec: {eventBusName: default, eventPattern: {source: [é]}}
            ---
            apiVersion: reconcile/v1
            kind: Rule
            metadata: {name: waiting}
            spec: {eventBusName: default, eventPattern: {detail: {queueId: ["${queue.support.id}"]}}}
            """
        let source = ManifestSource(name: "set.yaml", bytes: Array(text.utf8))
        var given: [Address: WrittenPattern] = [:]
        _ = try ManifestLoader.load([source]) { _, patterns in
            given = patterns
            return []
        }
        let pattern = try #require(given[Address(.rule, "known")])
        #expect(given.count == 1)
        #expect(pattern.pattern.json == #"{"source":["é"]}"#)
        #expect(pattern.length == 16)
    }
}
