import Model

/// What the chain is followed in, link by link; each file beside this one knows the links of one system or object.
struct Tracing {
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

    // MARK: What is known

    func resource(_ address: Address) -> DesiredResource? { state.resources.first { $0.address == address } }

    func live(_ resource: DesiredResource) -> LiveObject? {
        guard let observation, case .present(let object) = observation.lookUp(resource.identity) else { return nil }
        return object
    }

    func existence(_ resource: DesiredResource, _ name: String, missing fix: String) -> TraceLink {
        switch observation?.lookUp(resource.identity) {
        case .present(let object)?: TraceLink(name, .verified, object.id)
        case .absent?: TraceLink(name, .refuted, "it isn't there", fix: fix)
        case .unknown(let gap)?: TraceLink(name, .unknown, gap.error.summary, fix: gap.error.fix)
        case nil: TraceLink(name, .unknown, "seen with --live")
        }
    }
}
