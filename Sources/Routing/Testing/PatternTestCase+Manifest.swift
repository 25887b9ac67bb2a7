public import Model

extension PatternTestCase {
    /// What a manifest of kind `PatternTest` asks, ids that aren't known yet with the stand-ins that the table has for them.
    public init(_ test: PatternTest, _ table: RoutingTable) {
        self.init(
            name: test.name, event: EventSample(test.event, table), bus: test.bus,
            expected: Expectation(rules: test.rules, consumers: test.consumers.map { Set($0.map(Consumer.init)) }), place: test.place)
    }
}

extension EventSample {
    fileprivate init(_ event: PatternTest.Event, _ table: RoutingTable) {
        switch event {
        case .sample(let topic, let source, let fields):
            let known = table.catalog.topic(named: topic) ?? Topic(id: topic, fields: [], api: table.stack.genesys.api)
            self = SampleEvents(table).event(known, setting: fields.mapValues { $0.resolved(StandIn.value) }, from: source)
        case .recorded(let event):
            let event = event.resolved(StandIn.value)
            self.init(EventLabel(recorded: event, queues: table.queues), json: event.json)
        }
    }
}
