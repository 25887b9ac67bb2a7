import EventPatterns
import Model

extension Tracing {
    func ruleBranches(_ origin: EventOrigin) -> [TraceBranch] {
        let sample = SampleEvents(table).event(topic, of: queue, from: origin.source)
        let rules = table.rules.filter { $0.bus == origin.bus && $0.pattern != nil }
        let candidates = rules.filter { rule in
            rule.pattern?.admits(topic.id, at: "detail-type") == true
                && rule.pattern?.admits(queue.id, at: Topic.queuePath(topic.api)) == true
        }
        guard !candidates.isEmpty else {
            let link = TraceLink(
                "a rule on bus `\(origin.bus)` picks the event", .refuted,
                rules.isEmpty ? "no rule is declared there" : "none of \(rules.count) rules there names the topic and the queue",
                fix: "Declare a Rule with `match: {topics: [\(topic.shortName)], queues: [\(queue.address.name)]}`.")
            return [TraceBranch(title: "Rule", links: [link])]
        }
        return candidates.flatMap { rule in
            [TraceBranch(title: "\(rule.address)", links: ruleLinks(rule, sample))]
                + rule.targets.map { TraceBranch(title: "\($0.address)", links: targetLinks($0, rule)) }
        }
    }

    private func ruleLinks(_ rule: RoutedRule, _ sample: EventSample) -> [TraceLink] {
        let declared = resource(rule.address)
        let live = declared.flatMap(self.live)
        var links: [TraceLink] = []
        if observation != nil, let declared {
            links.append(existence(declared, "the rule is live", missing: "Apply the manifests."))
            guard live != nil else { return links }
        }
        let attributes = live?.attributes ?? declared?.attributes ?? [:]
        links.append(
            attributes["state"] == "DISABLED"
                ? TraceLink("the rule is enabled", .refuted, "it is disabled", fix: "Declare `state: ENABLED`, and apply.")
                : TraceLink("the rule is enabled", .verified, live == nil ? "declared" : "it is"))
        links.append(patternLink(attributes, sample))
        if rule.targets.isEmpty {
            links.append(
                TraceLink("the rule has a target", .refuted, "it has none: nobody gets the event", fix: "Add a target to the rule."))
        }
        return links
    }

    private func patternLink(_ attributes: [String: Value], _ sample: EventSample) -> TraceLink {
        let name = "its pattern takes \(sample.label.title)"
        guard let pattern = attributes["eventPattern"].flatMap(EventPattern.init(standingIn:)), let event = try? Event(json: sample.json)
        else {
            return TraceLink(name, .unknown, "its pattern can't be read")
        }
        let refusals = pattern.refusals(of: event)
        if refusals.isEmpty { return TraceLink(name, .verified, "it takes the sample") }
        let conditional = refusals.allSatisfy { $0.path.hasPrefix("detail.") && $0.path != Topic.queuePath(topic.api) }
        return TraceLink(
            name, conditional ? .unknown : .refuted, refusals.map(\.description).joined(separator: "; "),
            fix: conditional
                ? "It takes only some of these events: test a recorded one with `reconcile test --events`." : "Correct the pattern.")
    }
}
