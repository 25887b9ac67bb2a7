internal import FoundationEssentials
public import Model

/// Queues that a rule's pattern names by their bare ids, as manifests may: an id that leads nowhere, or is written in another letter case than the
/// events', makes a rule that never matches, without an error anywhere.
extension Plan {
    /// What is to be looked up, so that `bareQueueFindings` can tell: the ids in the patterns of the rules that would change, the declared queues' own
    /// left out.
    public var bareQueues: [DesiredResource] {
        Set(bareQueueIDs.keys.map(\.canonicalID)).sorted().map(DesiredResource.queue(byID:))
    }

    /// - Parameter seen: an observation of `bareQueues`.
    public func bareQueueFindings(_ seen: Observation) -> [Diagnostic] {
        bareQueueIDs.flatMap { id, rules -> [Diagnostic] in
            switch seen.lookUp(.id(.queue, id.canonicalID)) {
            case .present(let live) where live.id == id: []
            case .present(let live): rules.map { .otherLetterCase(id, live, $0) }
            case .unknown(let gap) where gap.error.reason != .notFound: rules.map { .unverified(id, gap, $0) }
            case .absent, .unknown: rules.map { .unknownQueue(id, $0) }
            }
        }
    }

    /// By id, the rules that filter on it.
    private var bareQueueIDs: [String: [Change]] {
        let declared = Set((changes + deferred.map(\.change)).filter { $0.address.kind == .queue }.compactMap { $0.live?.id })
        var found: [String: [Change]] = [:]
        for change in mutations where change.address.kind == .rule {
            guard let pattern = change.after?["eventPattern"], change.hearsGenesys else { continue }
            for id in pattern.texts(of: "queueId").subtracting(declared) { found[id, default: []].append(change) }
        }
        return found
    }
}

extension Change {
    /// Whether the events that a rule may get are Genesys Cloud's, of either API.
    fileprivate var hearsGenesys: Bool {
        let sources = after?["eventPattern"]?["source"]?.list?.compactMap(\.string) ?? []
        let bus = after?["eventBusName"]?.string ?? ""
        return ([bus] + sources).contains { $0 == "genesys.cloud" || $0.hasPrefix("aws.partner/genesys.com/") }
    }
}

extension Value {
    /// The literal texts that a pattern asks of a field of this name, wherever it stands.
    fileprivate func texts(of field: String) -> Set<String> {
        switch self {
        case .map(let members):
            members.reduce(into: []) { found, member in
                let own = member.key == field ? member.value.list?.compactMap(\.string) ?? [] : []
                found.formUnion(member.value.texts(of: field).union(own))
            }
        case .list(let items): items.reduce(into: []) { $0.formUnion($1.texts(of: field)) }
        case .null, .bool, .number, .string, .unknown: []
        }
    }
}

extension String {
    /// As Genesys Cloud writes ids, where it is a UUID.
    fileprivate var canonicalID: String { UUID(uuidString: self) == nil ? self : lowercased() }
}

extension Diagnostic {
    fileprivate static func unknownQueue(_ id: String, _ rule: Change) -> Diagnostic {
        Diagnostic(
            .error, code: "unknown-queue", "\(rule.address) filters on the queue id \"\(id)\", and there is no such queue",
            detail: "The rule would never match.", place: rule.place, address: rule.address,
            fix: "Correct the id, or declare the queue and refer to it by its name")
    }

    fileprivate static func otherLetterCase(_ id: String, _ live: LiveObject, _ rule: Change) -> Diagnostic {
        Diagnostic(
            .error, code: "queue-id-letter-case", "\(rule.address) filters on the queue id \"\(id)\", and events have it as \"\(live.id)\"",
            detail: "EventBridge tells letter cases apart: the rule would never match.", place: rule.place, address: rule.address,
            fix: "Write \(live.id)")
    }

    fileprivate static func unverified(_ id: String, _ gap: Gap, _ rule: Change) -> Diagnostic {
        var diagnostic = gap.error.diagnostic(.warning, address: rule.address, place: rule.place)
        diagnostic.summary = "whether there is a queue \"\(id)\", on which \(rule.address) filters, can't be told: \(gap.error.summary)"
        return diagnostic
    }
}
