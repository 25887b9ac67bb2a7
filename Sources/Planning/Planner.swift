public import Model
public import Routing

/// Holds what is declared against what is live. Pure: the same two halves give the same plan.
public struct Planner: Sendable {
    /// What a person may allow for one run.
    public struct Allowances: Hashable, Sendable {
        /// Take over live objects without a mark, as `lifecycle.adopt` does for one.
        public var adoption: Bool
        /// Deletions beyond the stack's own budget.
        public var deletions: Int?
        /// Integrations that may become another event source.
        public var replacements: Set<Address>
        /// Integrations that may be disabled while rules depend on them.
        public var disabling: Set<Address>
        /// Rules that may lose their last target.
        public var targetless: Set<Address>
        /// Integrations (each with its bus) and queues that may be deleted where their manifests say `ensure: absent`.
        public var deletable: Set<Address>
        /// Leave deletions out where not all could be read, and make the rest.
        public var partialObservation: Bool

        public init(
            adoption: Bool = false, deletions: Int? = nil, replacements: Set<Address> = [], disabling: Set<Address> = [],
            targetless: Set<Address> = [], deletable: Set<Address> = [], partialObservation: Bool = false
        ) {
            self.adoption = adoption
            self.deletions = deletions
            self.replacements = replacements
            self.disabling = disabling
            self.targetless = targetless
            self.deletable = deletable
            self.partialObservation = partialObservation
        }
    }

    let allowances: Allowances

    private let selection: Selection
    private let recordings: [EventSample]

    /// - Parameter recordings: events that the routing impact tells of beside samples.
    public init(allowances: Allowances = Allowances(), selection: Selection = Selection(), recordings: [EventSample] = []) {
        self.allowances = allowances
        self.selection = selection
        self.recordings = recordings
    }

    public func plan(_ desired: DesiredState, _ seen: Observation) -> Plan {
        let observed = seen.acceptingLostSources(of: desired)
        let pairing = Pairing(desired, observed)
        var verdicts: [ResourceVerdict] = []
        for resource in desired.resources {
            let known = resource.resolved(pairing.outputs)
            verdicts.append(ResourceVerdict(known, pairing.lookUps[resource.address] ?? .absent))
        }
        let pruning = Pruning(desired: desired, observed: observed, pairing: pairing)
        let absence = Absence(desired: desired, pairing: pairing)
        let succession = Succession(desired: desired, observed: observed, pairing: pairing, changes: verdicts.compactMap(\.change))
        let deletions = succession.changes + pruning.changes + absence.deletions
        let isWhole = observed.gaps.isEmpty
        var changes = verdicts.compactMap(\.change) + absence.settled + (isWhole ? deletions : [])
        let dependencies = Dependencies(desired: desired)
        dependencies.connect(&changes)

        let impact = PlanImpact(changes, stack: desired.stack, recordings: recordings)
        let plan = Plan(
            stack: desired.stack, changes: changes, deferred: isWhole ? [] : deletions.map { DeferredChange(.partialObservation, $0) },
            diagnostics: verdicts.flatMap(\.diagnostics) + succession.diagnostics + pruning.diagnostics + absence.diagnostics
                + absence.dangling(in: changes) + RenamedQueues(desired, observed).diagnostics + observed.findings,
            manifests: desired.fingerprint, declared: desired.resources.count, owned: pairing.ownedRules.count)
        var selected = selection.applied(to: plan, dependencies)
        selected.impacts = impact.impacts(of: selected.changes)
        return guarded(selected)
    }
}

extension DesiredResource {
    fileprivate func resolved(_ outputs: [Reference: Value]) -> DesiredResource {
        var resource = self
        resource.attributes = attributes.mapValues { $0.resolved { outputs[$0] } }
        return resource
    }
}
