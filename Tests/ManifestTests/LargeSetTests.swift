import Manifest
import Model
import Testing

/// Of many rules several are looked at at once.
@Suite struct LargeSetTests {
    @Test func `each of many rules is there, and its errors are said of it alone`() throws {
        let names = (0..<1_500).map { "rule-\(10_000 - $0)" }
        let good = try ManifestLoader.load([source(names, wrong: [])])
        #expect(good.state.resources(.rule).map(\.address.name) == names.sorted())
        #expect(good.state.resources(.target).map(\.address.name) == names.sorted())

        let wrong: Set = [names[0], names[700], names[1_499]]
        let found = ManifestLoader.validate([source(names, wrong: wrong)])
        #expect(found.map(\.code) == ["invalid-value", "invalid-value", "invalid-value"])
        #expect(found.compactMap(\.address) == [0, 700, 1_499].map { Address(.rule, names[$0]) })
        #expect(found.compactMap(\.place?.line) == [0, 700, 1_499].map { Self.stackLines + $0 * Self.ruleLines + 7 })
    }

    @Test func `what is dangling in many rules is said of each`() {
        let names = (0..<1_000).map { "rule-\(10_000 + $0)" }
        let found = ManifestLoader.validate([source(names, wrong: [], integration: "none")])
        #expect(found.map(\.address) == names.map { Address(.rule, $0) })
        #expect(Set(found.map(\.code)) == ["dangling-reference"])
    }

    private static let stackLines = 12
    private static let ruleLines = 10

    private func source(_ names: [String], wrong: Set<String>, integration: String = "events") -> ManifestSource {
        let rules = names.map { name in
            """
            ---
            apiVersion: reconcile/v1
            kind: Rule
            metadata: {name: \(name)}
            spec:
              integration: \(integration)
              state: \(wrong.contains(name) ? "ON AND OFF" : "ENABLED")
              eventPattern: {detail-type: [v2.users.test]}
              targets:
                main: {arn: "arn:aws:sqs:us-east-1:123456789012:ended"}

            """
        }
        let text = "\(PublicSet.stack)\n---\n\(PublicSet.integration)\n\(rules.joined())"
        return ManifestSource(name: "set.yaml", bytes: Array(text.utf8))
    }
}
