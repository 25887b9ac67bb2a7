internal import EventPatterns
internal import Model
internal import Routing

/// Who gets which events before and after a plan, by the changes of its rules and of their targets.
struct PlanImpact {
    private let samples: SampleEvents
    private let recordings: [EventSample]

    init(_ changes: [Change], stack: Stack, recordings: [EventSample]) {
        let sources = Dictionary(
            changes.filter { $0.address.kind == .eventBus }.map { ($0.address.name, $0.identity.name) }, uniquingKeysWith: { $1 })
        samples = SampleEvents(
            stack: stack, origins: changes.compactMap { EventOrigin($0, stack, sources: sources) },
            queues: changes.compactMap(RoutedQueue.init))
        self.recordings = recordings
    }

    /// Of the rules for whose consumers something changes, in the order of their addresses.
    func impacts(of changes: [Change]) -> [RoutingImpact] {
        let targets = Dictionary(grouping: changes.filter { $0.address.kind == .target }, by: \.address.name)
        return changes.filter { $0.address.kind == .rule }.compactMap { rule in
            let targets = targets[rule.address.name] ?? []
            guard rule.action.isMutating || targets.contains(where: \.action.isMutating) else { return nil }
            return RoutingImpact(
                of: rule.address, from: RuleVersion(rule.before, rule.identity, targets.map(\.before)),
                to: RuleVersion(rule.after, rule.identity, targets.map(\.after)), samples: samples, recordings: recordings)
        }
    }
}

extension RuleVersion {
    fileprivate init?(_ attributes: [String: Value]?, _ identity: LiveIdentity, _ targets: [[String: Value]?]) {
        guard let attributes else { return nil }
        let isEnabled = attributes["state"] != "DISABLED"
        self.init(
            bus: identity.scope, pattern: isEnabled ? attributes["eventPattern"].flatMap(EventPattern.init(standingIn:)) : nil,
            consumers: Set(targets.compactMap { $0?["arn"]?.string }.map(Consumer.init)))
    }
}

extension EventOrigin {
    fileprivate init?(_ change: Change, _ stack: Stack, sources: [String: String]) {
        guard change.address.kind == .integration, let attributes = change.after ?? change.before else { return nil }
        guard let bus = stack.genesys.api == .public ? sources[change.address.name] : "default" else { return nil }
        let topics = [change.after, change.live?.attributes].compactMap { $0?["topics"]?.strings }
        self.init(
            integration: change.address, bus: bus, source: stack.genesys.api == .public ? bus : "genesys.cloud",
            topics: topics.isEmpty ? nil : Set(topics.joined()).sorted(), isShared: change.lifecycle.listPolicy == .shared,
            isEnabled: attributes["enabled"]?.bool)
    }
}

extension RoutedQueue {
    fileprivate init?(_ change: Change) {
        guard change.address.kind == .queue else { return nil }
        let name = (change.after ?? change.before)?["name"]?.string ?? change.live?.attributes["name"]?.string
        self.init(
            address: change.address, title: name ?? change.address.name,
            id: change.live?.id ?? change.identity.givenID ?? StandIn.id(of: change.address))
    }
}
