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
        return PatternTests(table).run(PatternTestCase(name: "test", event: event, expected: expected.map { .init(rules: $0) }, place: nil))
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

    @Test("a rule on another bus doesn't take the event, whatever its pattern says")
    func otherBus() throws {
        let topic = try #require(table.catalog.topic(named: "acd.end"))
        let event = SampleEvents(table).event(topic, setting: ["queueId": .string(Fixtures.support.id)], from: Fixtures.bus)
        let test = PatternTestCase(name: "test", event: event, bus: "default", expected: .init(rules: ["ended"]), place: nil)
        let result = PatternTests(table).run(test)
        #expect(result.missing == [Address(.rule, "ended")])
        #expect(result.verdicts.map(\.otherBus) == [Fixtures.bus] && result.verdicts.allSatisfy(\.refusals.isEmpty))
    }

    @Test("those who get the event are held against those who should, whichever rules hand it to them")
    func consumers() throws {
        let function = Consumer(arn: try #require(Fixtures.Set.function.string))
        let other = Consumer(arn: "arn:aws:sqs:us-east-1:123456789012:other")
        let topic = try #require(table.catalog.topic(named: "acd.end"))
        let event = SampleEvents(table).event(topic, setting: ["queueId": .string(Fixtures.support.id)], from: Fixtures.bus)
        let result = { (consumers: Set<Consumer>) in
            PatternTests(table).run(
                PatternTestCase(name: "test", event: event, expected: .init(rules: nil, consumers: consumers), place: nil))
        }
        #expect(result([function]).status == .passed)
        #expect(result([]).unexpectedConsumers == [function])
        #expect(result([function, other]).missingConsumers == [other] && result([function, other]).status == .failed)
    }

    @Test("a manifest's event bears the ids that the table has, and its queue's name")
    func manifest() throws {
        let id = Value.unknown(Unknown(Reference(Address(.queue, "sales"), "id")))
        let test = PatternTest(
            name: "sales", event: .sample(topic: Fixtures.topic("acd.end"), source: Fixtures.bus, fields: ["queueId": id]),
            bus: Fixtures.bus,
            rules: [], consumers: nil, place: SourceLocation(file: "test.yaml", line: 3, column: 1))
        let result = PatternTests(table).run(PatternTestCase(test, table))
        #expect(result.status == .passed)
        #expect(result.test.event.label.queue == "queue \(StandIn.id(of: Address(.queue, "sales")))")
        #expect(result.verdicts.first?.refusals.map(\.path) == ["detail.eventBody.queueId"])
    }

    @Test("a recorded event is tested as it is")
    func recorded() throws {
        let event: Value = [
            "source": .string(Fixtures.bus), "detail-type": .string(Fixtures.topic("acd.end")),
            "detail": ["eventBody": ["queueId": .string(Fixtures.support.id)]],
        ]
        let test = PatternTest(
            name: "recorded", event: .recorded(event), bus: nil, rules: ["ended"], consumers: nil,
            place: SourceLocation(file: "test.yaml", line: 3, column: 1))
        let result = PatternTests(table).run(PatternTestCase(test, table))
        #expect(result.status == .passed && result.test.event.label.subject == "acd.end of Support Queue")
    }

    @Test("a field that no event of the topic has is an error at its line, with the one that is meant")
    func unknownField() throws {
        var state = Fixtures.Set().state
        let line = SourceLocation(file: "test.yaml", line: 7, column: 9)
        state.patternTests = [
            PatternTest(
                name: "misspelt",
                event: .sample(topic: Fixtures.topic("acd.end"), source: Fixtures.bus, fields: ["queueID": "x", "mediaType": "VOICE"]),
                bus: nil, rules: [], consumers: nil, place: SourceLocation(file: "test.yaml", line: 3, column: 1),
                fieldPlaces: ["queueID": line])
        ]
        let finding = try #require(Checks.findings(in: state).first { $0.code == "unknown-field" })
        #expect(finding.severity == .error && finding.place == line && finding.fix == "Did you mean `queueId`?")
        #expect(Checks.findings(in: state).count { $0.code == "unknown-field" } == 1)
    }

    @Test("of a recording nothing is expected: the nearest rule says what refuses it")
    func recording() throws {
        #expect(try test(["queueId": .string(Fixtures.support.id)], nil).status == .passed)
        let result = try test(["queueId": .null], nil)
        #expect(result.status == .unmatched)
        #expect(result.verdicts.first?.refusals.first?.reason == .absent)
    }
}
