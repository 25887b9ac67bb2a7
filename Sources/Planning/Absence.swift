internal import Model

/// What is declared to be gone (`ensure: absent`): its deletion where it is live, and nothing where it isn't. Rules and what hangs on them are
/// `Pruning`'s.
///
/// It is no succession: nothing takes the place of what goes.
struct Absence {
    /// What is gone already.
    private(set) var settled: [Change] = []
    private(set) var deletions: [Change] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(desired: DesiredState, pairing: Pairing) {
        for resource in desired.absent {
            switch pairing.lookUps[resource.address] {
            case .unknown(let gap): diagnostics.append(gap.error.diagnostic(address: resource.address, place: resource.place))
            case .absent, nil: settled.append(Change(resource, .noOp, after: nil))
            case .present(let live): delete(resource, live)
            }
        }
    }

    private mutating func delete(_ resource: DesiredResource, _ live: LiveObject) {
        if let problem = Claim(resource, live).problem {
            diagnostics.append(problem)
        } else if resource.address.kind == .integration, resource.replaces(live) {
            diagnostics.append(.anotherSource(resource, live))
        } else if resource.address.kind != .rule {
            deletions.append(
                Change(resource, .delete, before: live.attributes, after: nil, live: live, reason: .declaredAbsent))
        }
    }

    /// Rules that would go on filtering on the id of a queue that goes. References by name are the manifests' loader's to find.
    func dangling(in changes: [Change]) -> [Diagnostic] {
        deletions.filter { $0.address.kind == .queue }.flatMap { queue in
            changes.filter { change in
                guard let id = queue.live?.id, change.address.kind == .rule else { return false }
                return change.after?["eventPattern"]?.mentions(id) == true
            }.map { .dangling($0, queue) }
        }
    }
}

extension Change {
    /// Whether another change takes away what still needs this object, which its manifest declares to be gone: rules go first, then the bus, then
    /// the integration.
    func isNeeded(by other: Change) -> Bool {
        switch (address.kind, other.address.kind) {
        case (.eventBus, .rule): other.identity.scope == identity.name
        case (.integration, .rule): live?.outputs["eventSource"] == .string(other.identity.scope)
        case (.integration, .eventBus): other.action == .delete && other.subject.name == subject.name
        case (.queue, .rule): live.map { other.live?.attributes["eventPattern"]?.mentions($0.id) ?? false } ?? false
        default: false
        }
    }

    /// What a declaration to be gone says of its object; `nil` of any other change, and of what goes along with such an object.
    var attributesOfAbsent: [String: Value]? {
        guard lifecycle.ensure == .absent, subject == address else { return nil }
        return identity.givenID == nil ? ["name": .string(identity.name)] : [:]
    }
}

extension Value {
    /// Whether a text stands anywhere in the tree, as a whole value.
    func mentions(_ text: String) -> Bool {
        switch self {
        case .string(let string): string == text
        case .list(let items): items.contains { $0.mentions(text) }
        case .map(let members): members.values.contains { $0.mentions(text) }
        case .null, .bool, .number, .unknown: false
        }
    }
}

extension Diagnostic {
    fileprivate static func anotherSource(_ resource: DesiredResource, _ live: LiveObject) -> Diagnostic {
        Diagnostic(
            .error, code: "another-source", "\(resource.address) is to be gone, and what is live under its name has another event source",
            detail: "\(live.id) differs in account, region or suffix from what is declared: its bus is another.", place: resource.place,
            address: resource.address, fix: "Declare the suffix that is live, so that the bus that goes is the right one")
    }

    fileprivate static func dangling(_ rule: Change, _ queue: Change) -> Diagnostic {
        Diagnostic(
            .error, code: "reference-to-absent", "\(rule.address) filters on the id of \(queue.address), which is to be gone",
            detail: "The rule would never match.", place: rule.place, address: rule.address,
            fix: "Take \(queue.live?.id ?? "the id") out of its pattern, or keep the queue")
    }
}
