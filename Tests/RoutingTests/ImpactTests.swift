import EventPatterns
import Model
import Routing
import Testing

@Suite("Routing impact")
struct ImpactTests {
    let rule = Address(.rule, "ended")
    let function = Consumer(arn: "arn:aws:lambda:us-east-1:123456789012:function:Process")
    let queue = Consumer(arn: "arn:aws:sqs:us-east-1:123456789012:ended")

    private func version(_ body: [String: Value], _ consumers: Consumer...) throws -> RuleVersion {
        RuleVersion(bus: Fixtures.bus, pattern: try Fixtures.pattern(["acd.end"], body), consumers: Set(consumers))
    }

    private func impact(_ before: RuleVersion?, _ after: RuleVersion?, _ recordings: [EventSample] = []) -> RoutingImpact? {
        RoutingImpact(of: rule, from: before, to: after, samples: Fixtures.samples(), recordings: recordings)
    }

    @Test("a rule that moves to another queue: the events of one are gained, those of the other lost")
    func moved() throws {
        let impact = try #require(
            impact(
                try version(["queueId": [.string(Fixtures.support.id)]], function),
                try version(["queueId": [.string(Fixtures.sales.id)]], function)
            ))
        #expect(impact.consumers.map(\.title) == ["function Process"])
        #expect(impact.consumers[0].gained.map(\.title) == ["acd.end of Sales Queue"])
        #expect(impact.consumers[0].lost.map(\.title) == ["acd.end of Support Queue"])
    }

    @Test("another consumer gains all that the rule takes; who was there sees no change")
    func anotherConsumer() throws {
        let body: [String: Value] = ["queueId": [.string(Fixtures.support.id)]]
        let impact = try #require(impact(try version(body, function), try version(body, function, queue)))
        #expect(impact.consumers.map(\.title) == ["SQS queue ended"])
        #expect(impact.consumers[0].gained.map(\.title) == ["acd.end of Support Queue"])
    }

    @Test("a rule without a target hands its events to nobody")
    func nobody() throws {
        let impact = try #require(impact(nil, try version(["queueId": [.string(Fixtures.support.id)]])))
        #expect(impact.consumers.map(\.title) == ["nobody"])
    }

    @Test("a deleted rule loses its events")
    func deleted() throws {
        let impact = try #require(impact(try version(["queueId": [.string(Fixtures.support.id)]], function), nil))
        #expect(impact.consumers[0].gained.isEmpty)
        #expect(impact.consumers[0].lost.map(\.title) == ["acd.end of Support Queue"])
    }

    @Test("recorded events are held against both versions")
    func recorded() throws {
        let topic = try #require(TopicCatalog.of(.public).topic(named: "acd.end"))
        let made = Fixtures.samples().event(topic, of: Fixtures.sales, from: Fixtures.bus)
        let recording = EventSample(EventLabel(topic: topic.id, queue: "Sales Queue", recording: "monday.json"), json: made.json)
        let impact = try #require(
            impact(
                try version(["queueId": [.string(Fixtures.support.id)]], function),
                try version(["queueId": [.string(Fixtures.support.id), .string(Fixtures.sales.id)]], function), [recording]))
        #expect(impact.consumers[0].gained.map(\.title) == ["acd.end of Sales Queue", "acd.end of Sales Queue (monday.json)"])
        #expect(impact.consumers[0].lost.isEmpty)
    }

    @Test("nothing to say where nobody gets anything else")
    func unchanged() throws {
        let same = try version(["queueId": [.string(Fixtures.support.id)]], function)
        #expect(impact(same, same) == nil)
    }
}
