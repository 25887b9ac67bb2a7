import Manifest
import Model
import Testing

@Suite("Event patterns in manifests")
struct PatternTests {
    @Test("keys with dots are warned of, and the rule is compiled as it stands")
    func dottedKeys() throws {
        let text = """
            apiVersion: reconcile/v1
            kind: Stack
            metadata: {name: prod}
            spec:
              owner: acme/telephony
              genesys: {region: us-east-1, organizationId: 6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b}
              aws: {region: us-east-1, accountId: "123456789012"}
            ---
            apiVersion: reconcile/v1
            kind: Integration
            metadata: {name: events}
            spec: {enabled: true, topics: [acd.end], eventSourceSuffix: prod}
            ---
            apiVersion: reconcile/v1
            kind: Rule
            metadata: {name: dotted}
            spec:
              eventPattern: {"detail.queueId": [x], "$or": [{source: [y]}, {source: [z]}]}
            """
        let loaded = try ManifestLoader.load([ManifestSource(name: "set.yaml", bytes: Array(text.utf8))])

        let warning = try #require(loaded.warnings.first { $0.code == "dotted-key" })
        #expect(warning.place?.description == "set.yaml:18:18")
        #expect(warning.fix == "Nest the keys: `detail: {queueId: …}`.")
        #expect(loaded.state.resources.contains { $0.address == Address(.rule, "dotted") })
    }
}
