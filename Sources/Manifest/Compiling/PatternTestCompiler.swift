import Model
import OrderedCollections

extension Compiler {
    /// The tests of which an event can be made.
    mutating func patternTests() -> [PatternTest] {
        guard !set.patternTests.isEmpty else { return [] }
        let rules = set.rules.values.filter { !$0.spec.lifecycle.isAbsent }
        let consumers = rules.flatMap { $0.spec.targets?.value ?? [] }.compactMap { $0.value.value.arn?.value }
        return set.patternTests.values.compactMap { declaration in
            let expectation = declaration.spec.expect?.value
            checkExpectation(declaration, consumers: Set(consumers))
            guard let spec = declaration.spec.event?.value, let event = event(spec, declaration) else { return nil }
            return PatternTest(
                name: declaration.name.value, event: event.event, bus: event.bus,
                rules: expectation?.rules.map { Set($0.value.map(\.value)) },
                consumers: expectation?.consumers.map { Set($0.value.map(\.value)) }, place: declaration.place,
                fieldPlaces: Dictionary((spec.set?.value ?? []).map { ($0.path, $0.place) }, uniquingKeysWith: { first, _ in first }))
        }
    }

    private typealias ArrivingEvent = (event: PatternTest.Event, bus: String?)

    private mutating func event(_ spec: PatternTestSpec.Event, _ declaration: Declaration<PatternTestSpec>) -> ArrivingEvent? {
        if let recorded = spec.recorded?.value {
            if let integration = spec.integration { _ = origin(integration, declaration) }
            return (.recorded(recorded), spec.eventBusName?.value ?? bus(ofSource: recorded["source"]?.string))
        }
        guard let topic = spec.topic else {
            if declaration.isSound { reportNoEvent(declaration) }
            return nil
        }
        let name = topics([topic]).first
        guard let origin = origin(spec, declaration), let name else { return nil }
        let fields = Dictionary((spec.set?.value ?? []).map { ($0.path, $0.value) }, uniquingKeysWith: { $1 })
        return (.sample(topic: name, source: origin.source, fields: fields), spec.eventBusName?.value ?? origin.bus)
    }

    // MARK: Where it comes from

    private typealias Origin = (source: String, bus: String)

    private mutating func origin(_ spec: PatternTestSpec.Event, _ declaration: Declaration<PatternTestSpec>) -> Origin? {
        if let integration = spec.integration { return origin(integration, declaration) }
        if set.integrations.count == 1, let only = set.integrations.values.first { return origin(of: only) }
        // A partner bus bears the name of its event source, whoever declares the integration.
        if let bus = spec.eventBusName?.value, stack.genesys.api == .public, bus.hasPrefix("aws.partner/genesys.com/") { return (bus, bus) }
        guard isWhole, declaration.isSound else { return nil }
        let names = set.integrations.keys.map { "`\($0)`" }.joined(separator: ", ")
        findings.report(
            names.isEmpty ? "no-bus" : "ambiguous-reference", "the test must say which integration publishes the event",
            at: declaration.spec.event?.place, detail: names.isEmpty ? "The set declares no Integration." : "Declared are \(names).",
            fix: names.isEmpty
                ? "Declare an Integration, or name a partner bus in `eventBusName`." : "Add `integration: NAME` to `spec.event`."
        )
        return nil
    }

    private mutating func origin(_ name: Located<String>, _ declaration: Declaration<PatternTestSpec>) -> Origin? {
        if let found = set.integrations[name.value] {
            if found.spec.lifecycle.isAbsent { findings.reportAbsent(.integration, name) }
            return origin(of: found)
        }
        reportDangling(name, .integration, among: set.integrations.keys)
        return nil
    }

    private func origin(of integration: Declaration<IntegrationSpec>) -> Origin? {
        stack.eventSource(integration.spec).map { ($0, stack.genesys.api == .public ? $0 : RuleBus.defaultName) }
    }

    /// The bus on which events of a declared integration arrive; `nil` where they are others'.
    private func bus(ofSource source: String?) -> String? {
        set.integrations.values.lazy.compactMap { origin(of: $0) }.first { $0.source == source }?.bus
    }

    // MARK: What is wrong with it

    private mutating func reportNoEvent(_ declaration: Declaration<PatternTestSpec>) {
        findings.report(
            "missing-key", "the test has no event", at: declaration.spec.event?.place, fix: "Add `topic` or `recorded` to `spec.event`.")
    }

    private mutating func checkExpectation(_ declaration: Declaration<PatternTestSpec>, consumers: Set<String>) {
        guard let expectation = declaration.spec.expect else { return }
        if declaration.isSound, expectation.value.rules == nil, expectation.value.consumers == nil {
            findings.report(
                "missing-key", "the test expects nothing", at: expectation.place,
                fix: "Add `rules` or `consumers` to `spec.expect`; `[]` where nobody is to get the event.")
        }
        for rule in expectation.value.rules?.value ?? [] {
            guard let declared = set.rules[rule.value] else {
                reportUnknownRule(rule)
                continue
            }
            if declared.spec.lifecycle.isAbsent { findings.reportAbsent(.rule, rule) }
        }
        for consumer in expectation.value.consumers?.value ?? [] where isWhole && !consumers.contains(consumer.value) {
            findings.report(
                "dangling-reference", "no target has the ARN `\(consumer.value)`", at: consumer.place,
                detail: consumers.isEmpty
                    ? "The set declares no target."
                    : "Declared are \(consumers.sorted().map { "`\($0)`" }.joined(separator: ", ").excerpt).",
                fix: NearMiss.question(consumer.value, among: consumers.sorted()))
        }
    }

    private mutating func reportUnknownRule(_ rule: Located<String>) {
        let made = set.rules.keys.first { $0.hasPrefix("\(rule.value)[") }
        reportDangling(
            rule, .rule, among: set.rules.keys,
            fix: made.map { "`\(rule.value)` makes a rule for each queue: name one, such as `\($0)`." })
    }
}
