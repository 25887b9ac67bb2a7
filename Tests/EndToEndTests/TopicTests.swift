import Sandbox
import TestSupport
import Testing

@Suite("Topics are held against what Genesys Cloud can send to EventBridge")
struct TopicTests {
    private let plan = ["plan", "-f", "manifests/partner-bus", "--color", "never"]

    @Test("one that goes elsewhere is an error of the plan, at the integration")
    func elsewhere() async throws {
        try await Reconcile.withClouds {
            $0.genesys.topicTransports = ["Websocket"]
        } _: { reconcile in
            let run = try await reconcile.run(plan)
            #expect(run.code == 1)
            #expect(run.messages.contains("Genesys Cloud can't send `v2.detail.events.conversation.{id}.acd.end` to EventBridge"))
            #expect(run.messages.contains("manifests/partner-bus/integration.yaml:3"), "\(run.messages)")
            #expect(reconcile.mutations.isEmpty)
        }
    }

    @Test("where the credentials don't allow the look, the plan is made, with a note; what is published already isn't looked up")
    func forbidden() async throws {
        let listing = "GET /api/v2/notifications/availabletopics"
        try await Reconcile.withClouds {
            $0.deniedOperations = [listing]
        } _: { reconcile in
            let run = try await reconcile.run(plan)
            #expect(run.code == 0, "\(run.messages)")
            #expect((run.output + run.messages).contains("whether the topics of Integration/events can go to EventBridge can't be told"))
            let applied = try await reconcile("apply", "-f", "manifests/partner-bus", "--auto-approve", "--quiet")
            #expect(applied.code == 0, "\(applied.messages)")
            reconcile.sandbox.clearRequests()
            #expect(try await reconcile.run(plan).code == 0)
            #expect(reconcile.calls[listing] == nil)
        }
    }
}
