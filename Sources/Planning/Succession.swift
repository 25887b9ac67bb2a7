internal import Model

/// Integrations that give way to another: account, region and suffix make the event source, so one that gets others is replaced.
///
/// A new one is created first, under the name. The former, which the adapter renames for that, still bears the mark. It goes when everything that replaces it is in
/// effect; after a run that was cut short the next finds it by its mark.
struct Succession {
    private(set) var changes: [Change] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// - Parameter changes: what is planned for the declared resources.
    init(desired: DesiredState, observed: Observation, pairing: Pairing, changes planned: [Change]) {
        let declared = Dictionary(desired.declared(.integration).map { ($0.address.name, $0) }, uniquingKeysWith: { first, _ in first })
        for change in planned where change.isReplacement && change.address.kind == .integration {
            if let live = change.live { retire(live, for: change.address, change.lifecycle) }
        }
        for live in observed.objects.values.sorted(by: { $0.identity < $1.identity }) where live.identity.kind == .integration {
            guard case .ours(let resource) = live.ownership, !pairing.claimed.contains(live.identity) else { continue }
            guard let successor = declared[resource] else {
                diagnostics.append(.left(live, resource))
                continue
            }
            if successor.lifecycle.ensure == .absent {
                retire(live, for: successor.address, successor.lifecycle, .declaredAbsent, place: successor.place)
            } else if pairing.lookUps[successor.address] == .absent, !successor.replaces(live) {
                diagnostics.append(.unexpectedName(successor, live))
            } else {
                retire(live, for: successor.address, successor.lifecycle)
            }
        }
    }

    private mutating func retire(
        _ live: LiveObject, for successor: Address, _ lifecycle: Lifecycle, _ reason: Reason = .replaced, place: SourceLocation? = nil
    ) {
        var live = live
        live.identity = .id(.integration, live.id)
        changes.append(
            Change(
                address: Address(.integration, "\(successor.name)@\(live.id)"), identity: live.identity, action: .delete,
                before: live.attributes, live: live, reason: reason, lifecycle: lifecycle, place: place))
        guard reason == .replaced, let bus = live.outputs["eventSource"]?.string else { return }
        diagnostics.append(.busStays(bus, successor))
    }
}

extension DesiredResource {
    /// What makes an integration's event source.
    static let coordinates = ["awsAccountId", "awsAccountRegion", "eventSourceSuffix"]

    /// Whether the live object can't become what is declared, but only be replaced by it: an integration of another event source, one without
    /// coordinates being only half made; a bus whose event source the partner has deleted.
    func replaces(_ live: LiveObject) -> Bool {
        switch address.kind {
        case .integration:
            Self.coordinates.contains { name in
                live.attributes[name] != nil && attributes[name] != nil && live.attributes[name] != attributes[name]
            }
        case .eventBus: attributes["eventSourceName"] != nil && live.attributes["eventSourceName"] == nil
        case .queue, .rule, .permission, .target: false
        }
    }
}

extension Change {
    /// Whether a new object takes the place of the live one, for all who depend on it.
    public var isReplacement: Bool { action == .create && reason == .replaced }

    /// Whether it removes what was replaced: nothing of the kind is done before what replaces it is in effect.
    public var isRetirement: Bool { action == .delete && reason == .replaced }

    /// Whether it removes what its manifest declares to be gone.
    public var isDeclaredDeletion: Bool { action == .delete && reason == .declaredAbsent }

    /// Whether it is made once all else is in effect: what takes the object's place, or needs it no longer, comes before.
    public var comesLast: Bool { isRetirement || isDeclaredDeletion && [.integration, .eventBus, .queue].contains(address.kind) }
}

extension Diagnostic {
    fileprivate static func left(_ live: LiveObject, _ resource: String) -> Diagnostic {
        Diagnostic(
            .note, code: "left", "Integration/\(resource) is declared no more, and is left as it is",
            detail: "\(live.attributes["name"]?.json ?? live.id) (\(live.id)) carries this stack's mark. Integrations are never pruned.")
    }

    fileprivate static func busStays(_ bus: String, _ successor: Address) -> Diagnostic {
        Diagnostic(
            .note, code: "left", "the event bus \(bus) stays when the integration is replaced",
            detail: "Buses are never pruned. Nothing arrives there any more.", address: successor,
            fix: "Delete it by hand once no rule is left on it")
    }

    fileprivate static func unexpectedName(_ successor: DesiredResource, _ live: LiveObject) -> Diagnostic {
        let name = live.attributes["name"]?.json ?? live.id
        return Diagnostic(
            .error, code: "mark-disagrees", "\(successor.address) is live as \(name), not as \"\(successor.identity.name)\"",
            detail: "\(live.id) carries its mark.", place: successor.place, address: successor.address,
            fix: "Add `previousNames: [\(name)]` to its lifecycle to rename it, or restore its `spec.name`")
    }

    static func pinned(_ declared: DesiredResource, _ live: LiveObject) -> Diagnostic {
        Diagnostic(
            .error, code: "replacement", "\(declared.address) would be replaced, and its manifest pins it to the id \(live.id)",
            detail: "With another account, region or suffix it is another event source, and a new integration has another id.",
            place: declared.place, address: declared.address, fix: "Remove `spec.id`, so that the integration is found by its name")
    }
}
