import EventPatterns
import Model
import Routing
import Testing

@Suite("Events against declared rules")
struct PatternTestsTests {
    private let table = RoutingTable(Fixtures.Set().state)

    private func test(_ fields: [String: Value], _ expected: Set<String>?) throws -> PatternTestResult {
        let topic = try #require(table.catalog.topic(named: "acd.end"))
        let event = SampleEvents(table).event(topic, setting: fields, from: Fixtures.bus)
        return PatternTests(table).run(PatternTestCase(name: "test", event: event, expected: expected, place: nil))
    }

    @Test("the rules that take the event are those that are expected")
    func passes() throws {
        let result = try test(["queueId": .string(Fixtures.support.id)], ["ended"])
        #expect(result.status == .passed)
        #expect(result.taken == [Address(.rule, "ended")])
        #expect(result.test.event.label.title == "acd.end of Support Queue")
    }

    @Test("an expected rule that refuses the event says by which field")
    func missing() throws {
        let result = try test(["queueId": .string(Fixtures.sales.id)], ["ended"])
        #expect(result.status == .failed)
        #expect(result.missing == [Address(.rule, "ended")])
        #expect(result.verdicts.first?.refusals.map(\.path) == ["detail.eventBody.queueId"])
    }

    @Test("a rule that takes the event unexpectedly, and one that isn't declared, fail it")
    func unexpected() throws {
        let result = try test(["queueId": .string(Fixtures.support.id)], ["endet"])
        #expect(result.status == .failed)
        #expect(result.unexpected == [Address(.rule, "ended")])
        #expect(result.undeclared == ["endet"])
    }

    @Test("of a recording nothing is expected: the nearest rule says what refuses it")
    func recording() throws {
        #expect(try test(["queueId": .string(Fixtures.support.id)], nil).status == .passed)
        let result = try test(["queueId": .null], nil)
        #expect(result.status == .unmatched)
        #expect(result.verdicts.first?.refusals.first?.reason == .absent)
    }
}
