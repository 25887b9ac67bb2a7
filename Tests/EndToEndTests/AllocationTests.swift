import Allocations
import EventPatterns
import Manifest
import Model
import Planning
import SigV4
import Testing

/// Blocks of memory that the synchronous hot paths ask for: the same count wherever and beside whatever they run, unlike a time.
///
/// A budget stands a twentieth above what was counted when it was written. Who makes a path thriftier writes the new count.
@Suite("Allocations of the hot paths")
struct AllocationTests {
    @Test("loading manifests, a rule")
    func loading() throws {
        let small = try count { try Self.load(rules: 100) }
        let large = try count { try Self.load(rules: 200) }
        #expect(Double(large - small) / 100 <= Budget.loading, "\(Double(large - small) / 100) a rule")
    }

    @Test("planning, a rule with nothing to do")
    func planning() throws {
        func planning(_ rules: Int) throws -> Int {
            let desired = try Self.load(rules: rules)
            let observed = Observation(objects: desired.resources.map { $0.live(of: desired.stack) })
            return try count {
                let plan = Planner().plan(desired, observed)
                try #require(plan.isEmpty && plan.changes.count == desired.resources.count)
            }
        }
        let blocks = Double(try planning(200) - planning(100)) / 100
        #expect(blocks <= Budget.planning, "\(blocks) a rule")
    }

    @Test("matching, an event against 300 rules")
    func matching() throws {
        let patterns = try (0..<300).map { try EventPattern(json: #"{"source": ["genesys"], "detail": {"queueId": ["queue-\#($0)"]}}"#) }
        let rules = CompiledRules(patterns)
        let event = Array(#"{"source": "genesys", "detail-type": "ended", "detail": {"queueId": "queue-7", "id": 1}}"#.utf8)
        let blocks = try count { for _ in 0..<100 { try #require(rules.matches(utf8: event) == [7]) } }
        #expect(Double(blocks) / 100 <= Budget.matching, "\(Double(blocks) / 100) an event")
    }

    @Test("signing, a request")
    func signing() throws {
        let signer = Signer()
        let credentials = SigningCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
        let scope = SigningScope(timestamp: "20150830T123600Z", region: "us-east-1", service: "events")
        let request = SignableRequest(
            "POST", path: "/", query: "",
            headers: [.init("Host", "events.us-east-1.amazonaws.com"), .init("X-Amz-Target", "AWSEvents.PutRule")],
            body: Array(repeating: 65, count: 2_048))
        let blocks = try count { for _ in 0..<100 { try #require(!signer.sign(request, as: credentials, scope: scope).signature.isEmpty) } }
        #expect(Double(blocks) / 100 <= Budget.signing, "\(Double(blocks) / 100) a request")
    }

    private enum Budget {
        static let loading = 731.0
        static let planning = 640.0
        static let matching = 25.0
        static let signing = 153.0
    }

    private func count(_ body: () throws -> Void) rethrows -> Int {
        // What is made once in a process isn't counted.
        try body()
        let before = allocations_of_this_thread()
        try body()
        return Int(allocations_of_this_thread() - before)
    }

    @discardableResult
    private static func load(rules: Int) throws -> DesiredState {
        let documents = (0..<rules).map { index in
            """
            apiVersion: reconcile/v1
            kind: Rule
            metadata: {name: rule-\(index)}
            spec:
              eventBusName: default
              eventPattern: {source: [genesys.cloud], detail: {queueId: [{prefix: "queue-\(index)-"}]}}
              permission: none
              targets: {main: {arn: "arn:aws:sqs:us-east-1:123456789012:ended"}}
            """
        }
        let text = ([Reconcile.stack("many")] + documents).joined(separator: "\n---\n")
        return try ManifestLoader.load([ManifestSource(name: "set.yaml", bytes: Array(text.utf8))]).state
    }
}

extension DesiredResource {
    /// The resource as it is live once it was applied.
    fileprivate func live(of stack: Stack) -> LiveObject {
        LiveObject(identity: identity, id: "\(address)", attributes: attributes, ownership: .ours(resource: address.name))
    }
}
