import EventPatterns
import Model
import Routing
import Testing

@Suite("Tracing an event")
struct TraceTests {
    private func trace(_ set: Fixtures.Set, topic: String = "acd.end", _ observation: Observation? = nil) throws -> Trace {
        let table = RoutingTable(set.state, observation: observation)
        return Trace(
            set.state, table, queue: try #require(table.queues.first), topic: try #require(table.catalog.topic(named: topic)),
            observation: observation)
    }

    private func refuted(_ trace: Trace) -> [String] { trace.branches.flatMap(\.links).filter { $0.verdict == .refuted }.map(\.name) }

    @Test("a sound set has no broken link; what only the clouds know is unknown")
    func sound() throws {
        let trace = try trace(Fixtures.Set())
        #expect(!trace.isBroken)
        #expect(trace.branches.map(\.title) == ["Queue/support", "Integration/events", "Rule/ended", "Target/ended/main"])
        let unknown = trace.branches.flatMap(\.links).filter { $0.verdict == .unknown }.map(\.name)
        #expect(unknown.count == 3, "\(unknown)")
    }

    @Test("each broken link is named, with how to mend it")
    func broken() throws {
        var set = Fixtures.Set()
        #expect(refuted(try trace(set, topic: "customer.end")) == ["events of `customer.end` tell their queue"])
        #expect(refuted(try trace(set, topic: "user.end")).contains("it publishes `user.end`"))
        set.ruleState = "DISABLED"
        #expect(refuted(try trace(set)) == ["the rule is enabled"])
        set = Fixtures.Set()
        set.target = ["arn": Fixtures.Set.function]
        #expect(refuted(try trace(set)) == ["it has a dead-letter queue"])
        set = Fixtures.Set()
        set.body["queueId"] = [.string(Fixtures.sales.id)]
        #expect(refuted(try trace(set)) == ["a rule on bus `\(Fixtures.bus)` picks the event"])
        set = Fixtures.Set()
        set.pattern["account"] = ["000000000000"]
        #expect(refuted(try trace(set)).count == 1)
        #expect(try trace(set).branches.flatMap(\.links).allSatisfy { $0.verdict != .refuted || $0.fix != nil })
    }

    @Test("a filter on something else than the queue is no break: it takes some of the events")
    func conditional() throws {
        var set = Fixtures.Set()
        set.body["mediaType"] = ["CHAT"]
        #expect(try !trace(set).isBroken)
    }

    @Test("against the clouds, what isn't there is refuted, and what couldn't be read is unknown")
    func live() throws {
        let set = Fixtures.Set()
        #expect(refuted(try trace(set, Observation())).contains("the rule is live"))
        let error = ServiceError(.forbidden, system: .aws, operation: "ListRules", summary: "a permission is missing")
        let partial = Observation(gaps: [Gap(.rule, error: error)])
        let link = try trace(set, partial).branches.flatMap(\.links).first { $0.name == "the rule is live" }
        #expect(link?.verdict == .unknown && link?.finding == "a permission is missing")
        let whole = Observation(
            objects: set.state.resources.map { resource in
                LiveObject(
                    identity: resource.identity, id: resource.identity.givenID ?? "id-\(resource.address)", attributes: resource.attributes,
                    ownership: .unmarked)
            })
        #expect(try trace(set, whole).branches.flatMap(\.links).allSatisfy { $0.verdict == .verified })
    }
}

@Suite("The matrix")
struct MatrixTests {
    @Test("queue × topic → consumers, with gaps")
    func cells() {
        var set = Fixtures.Set()
        set.topics = ["acd.end", "customer.end", "user.end"]
        let matrix = RoutingMatrix(RoutingTable(set.state))
        #expect(matrix.cells.map(\.topic.shortName) == ["acd.end", "customer.end", "user.end"])
        #expect(matrix.cells.map { $0.receivers.map(\.consumer.title) } == [["function Process"], [], []])
        #expect(matrix.gaps.map(\.topic.shortName) == ["customer.end", "user.end"])
    }

    @Test("a rule that names neither topic nor queue is in every cell, one that filters by more as well")
    func openRules() {
        var set = Fixtures.Set()
        set.topics = ["acd.end", "user.end"]
        set.pattern = ["account": ["123456789012"]]
        #expect(RoutingMatrix(RoutingTable(set.state)).gaps.isEmpty)
    }
}
