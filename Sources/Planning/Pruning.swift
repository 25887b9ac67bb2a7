internal import Model

/// The deletion of rules that carry the stack's mark and are declared no more, of those that are declared to be gone, and of what hangs on them.
struct Pruning {
    private(set) var changes: [Change] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// By name, those to be gone included.
    private let declaredRules: [String: DesiredResource]
    private let pairing: Pairing
    private let observed: Observation

    init(desired: DesiredState, observed: Observation, pairing: Pairing) {
        self.pairing = pairing
        self.observed = observed
        declaredRules = Dictionary(
            desired.declared(.rule).map { ($0.address.name, $0) }, uniquingKeysWith: { first, _ in first })
        let rules = ownedRules + declaredLiveRules
        changes = rules.flatMap(pruned) + sharedStatements
        diagnostics = rules.compactMap(unexpectedName) + unexplainedGaps(desired)
    }

    /// A live rule with the resource that it is, was, or was declared as.
    private struct Rule {
        var live: LiveObject
        var name: String
        var lifecycle: Lifecycle
        /// `nil`: the rule stays.
        var reason: Reason?
        var place: SourceLocation?
    }

    private var ownedRules: [Rule] {
        pairing.ownedRules.filter { !pairing.claimed.contains($0.identity) }.compactMap { live in
            guard case .ours(let resource) = live.ownership else { return nil }
            guard let successor = declaredRules[resource] else {
                return Rule(live: live, name: resource, lifecycle: Lifecycle(), reason: .pruned)
            }
            let sameName = successor.identity.name == live.identity.name
            let place = sameName ? live.identity.scope.replacing("/", with: ":") : live.identity.name
            return Rule(
                live: live, name: "\(resource)@\(place)", lifecycle: successor.lifecycle,
                reason: successor.lifecycle.ensure == .absent ? .declaredAbsent : .replaced, place: successor.place)
        }
    }

    private var declaredLiveRules: [Rule] {
        declaredRules.values.compactMap { declared in
            guard declared.lifecycle.manage == .full, case .present(let live)? = pairing.lookUps[declared.address] else { return nil }
            let goes = declared.lifecycle.ensure == .absent
            if goes, Claim(declared, live).problem != nil { return nil }
            return Rule(
                live: live, name: declared.address.name, lifecycle: declared.lifecycle, reason: goes ? .declaredAbsent : nil,
                place: declared.place)
        }
    }

    /// The rule itself where it goes, and what hangs on it and is declared no more.
    private func pruned(_ rule: Rule) -> [Change] {
        let targets = unclaimed(.target) { $0.identity.scope == rule.live.id }
        let statements = unclaimed(.permission) { $0.ownership.isOurs && $0.attributes["sourceArn"]?.string == rule.live.id }
        let keepsTargets = rule.reason == nil && rule.lifecycle.listPolicy == .shared
        return statements.map { deletion(of: $0, Address(.permission, rule.name, part: $0.identity.name), rule.reason ?? .pruned) }
            + (keepsTargets ? [] : targets).map {
                deletion(of: $0, Address(.target, rule.name, part: $0.identity.name), rule.reason ?? .undeclaredTarget)
            }
            + (rule.reason.map { [deletion(of: rule.live, Address(.rule, rule.name), $0, rule.lifecycle, rule.place)] } ?? [])
    }

    /// The statements for all rules of a bus that no rule needs any more.
    private var sharedStatements: [Change] {
        unclaimed(.permission) { $0.ownership.isOurs }.compactMap { live in
            guard let source = live.attributes["sourceArn"]?.string, source.hasSuffix("*"),
                let path = source.split(separator: ":rule/").last
            else { return nil }
            let bus = path == "*" ? "default" : String(path.dropLast(2))
            return deletion(of: live, .permission(ofBus: bus, holder: live.identity.scope), .pruned)
        }
    }

    private func unclaimed(_ kind: Kind, _ belongs: (LiveObject) -> Bool) -> [LiveObject] {
        observed.objects.values.filter { $0.identity.kind == kind && !pairing.claimed.contains($0.identity) && belongs($0) }
    }

    private func deletion(
        of live: LiveObject, _ address: Address, _ reason: Reason, _ lifecycle: Lifecycle = Lifecycle(), _ place: SourceLocation? = nil
    ) -> Change {
        Change(
            address: address, identity: live.identity, action: .delete, before: live.attributes, live: live, reason: reason,
            lifecycle: lifecycle, place: reason == .declaredAbsent ? place : nil)
    }

    /// A resource that is live under another name may only be replaced where the manifest knows that name.
    private func unexpectedName(_ rule: Rule) -> Diagnostic? {
        guard rule.reason == .replaced, case .ours(let resource) = rule.live.ownership, let successor = declaredRules[resource],
            successor.identity.name != rule.live.identity.name, !rule.lifecycle.previousNames.contains(rule.live.identity.name)
        else { return nil }
        return Diagnostic(
            .error, code: "mark-disagrees", "\(successor.address) is live as \(rule.live.identity.name), not as \(successor.identity.name)",
            detail: "\(rule.live.id) carries its mark. EventBridge can't rename a rule: it would be replaced.", place: successor.place,
            address: successor.address,
            fix: "Add `previousNames: [\(rule.live.identity.name)]` to its lifecycle to replace it, or restore its `spec.name`")
    }

    /// The gaps that no declared resource reports as an error of its own.
    private func unexplainedGaps(_ desired: DesiredState) -> [Diagnostic] {
        observed.gaps.filter { gap in !desired.declared.contains { gap.covers($0.identity) } }.map { gap in
            var diagnostic = gap.error.diagnostic(.warning)
            diagnostic.code = PartialObservation.code
            diagnostic.summary = "nothing is deleted, since not all could be read: \(gap.error.summary)"
            return diagnostic
        }
    }
}
