public import Model

/// Queues that somebody renamed in Genesys Cloud, told by the rules that still filter on their ids.
///
/// A queue bears no mark. One that is declared and missing by its name is not to be made a second time where a live rule of this stack, in the place where
/// the manifests refer to it, has an id that leads to a queue of another name.
struct RenamedQueues {
    let diagnostics: [Diagnostic]

    init(_ desired: DesiredState, _ observed: Observation) {
        let declared = Set(desired.resources(.queue).map(\.identity))
        diagnostics = desired.suspects(observed).compactMap { queue, ids in
            let renamed = ids.compactMap { observed.objects[.id(.queue, $0)] }.filter { live in
                guard let name = live.attributes["name"]?.string else { return false }
                return !declared.contains(LiveIdentity(.queue, name: name)) && !declared.contains(live.identity)
            }
            return renamed.first.map { .renamed(queue, $0) }
        }
    }
}

extension DesiredState {
    /// What is to be looked up by its id before the missing queues can be told from renamed ones.
    public func queuesToIdentify(_ observed: Observation) -> [DesiredResource] {
        Set(suspects(observed).flatMap(\.ids)).sorted().map(DesiredResource.queue(byID:))
    }

    /// The missing queues, each with the ids that stand where the manifests refer to it.
    fileprivate func suspects(_ observed: Observation) -> [(queue: DesiredResource, ids: Set<String>)] {
        let missing = resources(.queue).filter { $0.lifecycle.manage == .full && observed.lookUp($0.identity) == .absent }
        guard !missing.isEmpty else { return [] }
        let known = Set(resources(.queue).compactMap { observed.objects[$0.identity]?.id })
        var places: [Address: Set<String>] = [:]
        for rule in resources(.rule) {
            guard let live = observed.objects[rule.identity], live.ownership.isOurs, let declared = rule.attributes["eventPattern"],
                let present = live.attributes["eventPattern"]
            else { continue }
            declared.collectIDs(from: present, into: &places)
        }
        return missing.compactMap { queue in
            let ids = places[queue.address, default: []].subtracting(known)
            return ids.isEmpty ? nil : (queue, ids)
        }
    }
}

extension DesiredResource {
    /// A queue that is only looked up, by its id.
    static func queue(byID id: String) -> DesiredResource {
        DesiredResource(
            address: Address(.queue, "id:\(id)"), identity: .id(.queue, id), attributes: ["name": .string("")],
            lifecycle: Lifecycle(manage: .reference))
    }
}

extension Value {
    /// For each queue that a declared pattern refers to: the texts that stand in its place in a live one.
    fileprivate func collectIDs(from live: Value, into places: inout [Address: Set<String>]) {
        switch (self, live) {
        case (.map(let members), .map(let present)):
            for (key, member) in members { if let there = present[key] { member.collectIDs(from: there, into: &places) } }
        case (.list(let items), .list(let present)):
            for (item, there) in zip(items, present) { item.collectIDs(from: there, into: &places) }
            let texts = Set(present.compactMap(\.string)).subtracting(items.compactMap(\.string))
            for case .unknown(let unknown) in items {
                for reference in unknown.references where reference.address.kind == .queue && reference.output == "id" {
                    places[reference.address, default: []].formUnion(texts)
                }
            }
        default: break
        }
    }
}

extension Diagnostic {
    fileprivate static func renamed(_ queue: DesiredResource, _ live: LiveObject) -> Diagnostic {
        let name = live.attributes["name"]?.json ?? live.id
        return Diagnostic(
            .error, code: "queue-renamed",
            "\(queue.address) was renamed: no queue \"\(queue.identity.name)\" was found, but \(name) has its id",
            detail:
                "A live rule of this stack filters on \(live.id) where the manifests refer to \(queue.address). No second queue is created.",
            place: queue.place, address: queue.address,
            fix: "Give the queue its live name in `spec.name`, or add `previousNames: [\(name)]` to its lifecycle to rename it; "
                + "where another queue is meant, create that first, and move the rules to it then")
    }
}
