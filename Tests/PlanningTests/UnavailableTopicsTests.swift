import Model
import Planning
import Testing

@Suite struct UnavailableTopicsTests {
    private static let topic = "v2.detail.events.conversation.{id}.acd.end"

    private func plan(_ api: Stack.GenesysAPI = .public, live: [String] = [], wanted: [String] = [topic]) -> Plan {
        let change = Change(
            address: Address(.integration, "events"), identity: LiveIdentity(.integration, name: "events"), action: .update,
            before: ["topics": .list(live.map { .string($0) })], after: ["topics": .list(wanted.map { .string($0) })],
            place: SourceLocation(file: "events.yaml", line: 3, column: 1))
        let stack = Stack(
            mark: StackMark(owner: "acme", name: "prod"), genesys: .init(region: "us-east-1", organizationID: nil, api: api),
            aws: .init(region: "us-east-1", accountID: "123456789012"))
        return Plan(stack: stack, changes: [change], declared: 1, owned: 0)
    }

    @Test(
        "a topic that goes elsewhere is an error; one of which nothing is told is none",
        arguments: [
            (["All"], 0), (["EventBridge"], 0), (["Websocket", "AmazonEventBridge"], 0), ([], 0), (["Websocket", "ProcessAutomation"], 1),
        ])
    func transports(_ transports: [String], _ count: Int) {
        let findings = plan().topicFindings(.success([Self.topic: transports]))
        #expect(findings.count == count)
        for finding in findings {
            #expect(finding.severity == .error && finding.place?.line == 3)
            #expect(finding.detail == "Its events go to ProcessAutomation, Websocket only.")
        }
    }

    @Test("a topic that isn't listed is doubtful, with the one that may be meant; without a listing nothing is said")
    func unlisted() {
        let findings = plan(wanted: ["v2.users.{id}.presense"]).topicFindings(.success(["v2.users.{id}.presence": ["All"]]))
        #expect(findings.map(\.severity) == [.warning])
        #expect(findings.first?.fix == "Did you mean `v2.users.{id}.presence`?")
        #expect(plan().topicFindings(.success([:])) == [])
    }

    @Test("what is published already, and the tutorial's API, need no look")
    func needless() {
        #expect(plan().addsTopics)
        #expect(!plan(live: [Self.topic]).addsTopics)
        #expect(!plan(.platform).addsTopics)
    }

    @Test("where the credentials don't allow the look, that is a note")
    func unverified() {
        let error = ServiceError(.forbidden, system: .genesys, operation: "GET", summary: "a permission is missing")
        let findings = plan().topicFindings(.failure(error))
        #expect(findings.map(\.severity) == [.note])
        #expect(findings.first?.summary.contains("a permission is missing") == true)
    }
}
