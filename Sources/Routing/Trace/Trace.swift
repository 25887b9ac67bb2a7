import EventPatterns
public import Model

/// Follows an event of a queue: queue → topic in the integration → source active → bus associated → rule enabled → pattern takes the sample → target
/// permitted → dead-letter queue there. From what is declared alone, or against what is live.
public struct Trace: Hashable, Sendable {
    public let queue: RoutedQueue
    public let topic: Topic
    public let branches: [TraceBranch]

    public var isBroken: Bool { branches.flatMap(\.links).contains { $0.verdict == .refuted } }

    /// - Parameter observation: `nil`: the manifests alone.
    public init(_ state: DesiredState, _ table: RoutingTable, queue: RoutedQueue, topic: Topic, observation: Observation?) {
        self.queue = queue
        self.topic = topic
        let tracing = Tracing(state: state, table: table, queue: queue, topic: topic, observation: observation)
        branches = tracing.branches
    }
}

/// The links, one after the other.
private struct Tracing {
    let state: DesiredState
    let table: RoutingTable
    let queue: RoutedQueue
    let topic: Topic
    let observation: Observation?

    var branches: [TraceBranch] {
        var branches = [TraceBranch(title: "Queue/\(queue.address.name)", links: [queueLink, topicLink])]
        let origins = table.origins
        guard topic.hasQueue else { return branches }
        if origins.isEmpty {
            let link = TraceLink("an integration publishes events", .refuted, "none is declared", fix: "Declare an Integration.")
            return branches + [TraceBranch(title: "Integration", links: [link])]
        }
        for origin in origins {
            branches.append(TraceBranch(title: "\(origin.integration)", links: integrationLinks(origin)))
            branches += ruleBranches(origin)
        }
        return branches
    }

    // MARK: Genesys Cloud

    private var queueLink: TraceLink {
        let name = "queue `\(queue.title)` exists"
        guard observation != nil, let resource = resource(queue.address) else {
            return TraceLink(name, .unknown, "declared; whether it is live is seen with --live")
        }
        return existence(resource, name, missing: "Apply the manifests, or correct `spec.name`.")
    }

    private var topicLink: TraceLink {
        let name = "events of `\(topic.shortName)` tell their queue"
        if topic.hasQueue { return TraceLink(name, .verified, "they carry `\(Topic.queuePath(topic.api))`") }
        let others = table.catalog.topics.filter(\.hasQueue).map { "`\($0.shortName)`" }.joined(separator: ", ")
        return TraceLink(name, .refuted, "they carry no queue's id", fix: "Use one of \(others).")
    }

    private func integrationLinks(_ origin: EventOrigin) -> [TraceLink] {
        var links: [TraceLink] = []
        let live = resource(origin.integration).flatMap(self.live)
        let attributes = observation == nil ? resource(origin.integration)?.attributes : live?.attributes
        let topics = attributes?["topics"]?.strings
        let publishes = "it publishes `\(topic.shortName)`"
        if let topics {
            links.append(
                topics.contains(topic.id)
                    ? TraceLink(publishes, .verified, observation == nil ? "declared" : "so it is configured")
                    : TraceLink(
                        publishes, .refuted,
                        topics.isEmpty
                            ? "it publishes nothing" : "it publishes \(topics.map { "`\(Topic.shortName($0))`" }.joined(separator: ", "))",
                        fix: "Add `\(topic.shortName)` to its `topics`, and apply."))
        } else {
            links.append(
                TraceLink(
                    publishes, observation == nil ? .unknown : .refuted,
                    observation == nil ? "its topics aren't declared" : "it isn't live",
                    fix: observation == nil ? nil : "Apply the manifests."))
        }
        switch attributes?["enabled"]?.bool {
        case true?: links.append(TraceLink("it is enabled", .verified, observation == nil ? "declared" : "it is"))
        case false?: links.append(TraceLink("it is enabled", .refuted, "it is disabled", fix: "Declare `enabled: true`, and apply."))
        case nil: links.append(TraceLink("it is enabled", .unknown, "`enabled` isn't declared"))
        }
        guard table.stack.genesys.api == .public else { return links }
        if let condition = live?.condition {
            links.append(TraceLink("it is active", .refuted, condition, fix: "See the integration in Genesys Cloud: Admin > Integrations."))
        } else {
            links.append(
                live == nil
                    ? TraceLink("it is active", .unknown, "seen with --live") : TraceLink("it is active", .verified, "it reports no error"))
        }
        links.append(busLink(origin))
        return links
    }

    private func busLink(_ origin: EventOrigin) -> TraceLink {
        let name = "its event source is associated with bus `\(origin.bus)`"
        guard observation != nil, let bus = state.resources(.eventBus).first(where: { $0.address.name == origin.integration.name }) else {
            return TraceLink(name, .unknown, "seen with --live")
        }
        return existence(bus, name, missing: "Apply the manifests: the bus is made as soon as the event source appears.")
    }

    // MARK: AWS

    private func ruleBranches(_ origin: EventOrigin) -> [TraceBranch] {
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

    private func targetLinks(_ target: RoutedTarget, _ rule: RoutedRule) -> [TraceLink] {
        var links: [TraceLink] = []
        let declared = resource(target.address)
        if observation != nil, let declared {
            links.append(existence(declared, "\(target.consumer.title) is the rule's target", missing: "Apply the manifests."))
        }
        links.append(permissionLink(target))
        let queue = (declared.flatMap(live)?.attributes ?? declared?.attributes ?? [:])["deadLetterConfig"]?["arn"]?.string
        links.append(
            queue.map { TraceLink("it has a dead-letter queue", .verified, $0) }
                ?? TraceLink(
                    "it has a dead-letter queue", .refuted, "what can't be delivered is lost", fix: "Add `deadLetterConfig` to the target.")
        )
        return links
    }

    private func permissionLink(_ target: RoutedTarget) -> TraceLink {
        let name = "EventBridge may invoke \(target.consumer.title)"
        if target.roleARN == nil, let holder = PolicyHolder(target.consumer.arn) {
            guard let permission = target.permission.flatMap(resource) else {
                return TraceLink(
                    name, .unknown,
                    holder.isIn(state.stack.aws) ? "`permission: none`: its policy is left to others" : "its policy is another account's")
            }
            guard observation != nil else { return TraceLink(name, .verified, "a statement in its policy is declared") }
            return existence(permission, name, missing: "Apply the manifests.")
        }
        if let role = target.roleARN { return TraceLink(name, .unknown, "by role \(role), whose policies aren't read") }
        return TraceLink(name, .unknown, "by a policy of its own, which isn't read")
    }

    // MARK: What is known

    private func resource(_ address: Address) -> DesiredResource? { state.resources.first { $0.address == address } }

    private func live(_ resource: DesiredResource) -> LiveObject? {
        guard let observation, case .present(let object) = observation.lookUp(resource.identity) else { return nil }
        return object
    }

    private func existence(_ resource: DesiredResource, _ name: String, missing fix: String) -> TraceLink {
        switch observation?.lookUp(resource.identity) {
        case .present(let object)?: TraceLink(name, .verified, object.id)
        case .absent?: TraceLink(name, .refuted, "it isn't there", fix: fix)
        case .unknown(let gap)?: TraceLink(name, .unknown, gap.error.summary, fix: gap.error.fix)
        case nil: TraceLink(name, .unknown, "seen with --live")
        }
    }
}
