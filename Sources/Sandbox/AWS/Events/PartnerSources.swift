import FoundationEssentials

/// The life of a partner event source: the partner offers it, a bus associates it, and either may go first.
extension AWSState {
    /// "If the partner event source is not associated within two weeks, it is deleted" (EventBridge User Guide, "Receiving events from a SaaS partner").
    private static let pendingLife: TimeInterval = 14 * 86_400

    mutating func expireSources(now: Date) {
        eventSources = eventSources.filter { $0.value.state != .pending || ($0.value.expiresAt ?? now) >= now }
    }

    /// What the partner offers now. A source that it takes back goes; where a bus is associated, it stays as DELETED.
    mutating func offerSources(_ names: Set<String>, visibleAt: Date, revivesDeleted: Bool) {
        for (name, source) in eventSources where !names.contains(name) {
            eventSources[name] = source.state == .pending ? nil : EventSource(state: .deleted, createdAt: source.createdAt)
        }
        for name in names {
            switch eventSources[name]?.state {
            case nil:
                eventSources[name] = EventSource(
                    state: .pending, createdAt: visibleAt, expiresAt: visibleAt.addingTimeInterval(Self.pendingLife))
            case .deleted: if revivesDeleted { eventSources[name]?.state = .active }
            case .pending, .active: break
            }
        }
    }

    mutating func associate(_ name: String, now: Date) throws(AWSError) {
        guard let source = eventSources[name], source.createdAt <= now else {
            throw .notFound("Event source \(name) does not exist.")
        }
        guard source.state == .pending else {
            throw AWSError(code: "InvalidStateException", message: "Event source \(name) is not in state PENDING.")
        }
        eventSources[name] = EventSource(state: .active, createdAt: source.createdAt)
    }

    mutating func dissociate(_ name: String, now: Date) {
        guard let source = eventSources[name] else { return }
        eventSources[name] =
            source.state == .deleted
            ? nil
            : EventSource(state: .pending, createdAt: source.createdAt, expiresAt: now.addingTimeInterval(Self.pendingLife))
    }
}
