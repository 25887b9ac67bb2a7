import Model

extension Tracing {
    var queueLink: TraceLink {
        let name = "queue `\(queue.title)` exists"
        guard observation != nil, let resource = resource(queue.address) else {
            return TraceLink(name, .unknown, "declared; whether it is live is seen with --live")
        }
        return existence(resource, name, missing: "Apply the manifests, or correct `spec.name`.")
    }

    var topicLink: TraceLink {
        let name = "events of `\(topic.shortName)` tell their queue"
        if topic.hasQueue { return TraceLink(name, .verified, "they carry `\(Topic.queuePath(topic.api))`") }
        let others = table.catalog.topics.filter(\.hasQueue).map { "`\($0.shortName)`" }.joined(separator: ", ")
        return TraceLink(name, .refuted, "they carry no queue's id", fix: "Use one of \(others).")
    }

    func integrationLinks(_ origin: EventOrigin) -> [TraceLink] {
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
}
