internal import Model

/// The part of a plan that a run is about: `--only` and `--exclude`.
///
/// What a selected resource depends on comes along. What depends on an excluded one is left out with it, unless that is as declared: then it holds
/// nothing up. Nothing that is declared no more is deleted under `--only`: a part of a plan is no place to clean up.
public struct Selection: Hashable, Sendable {
    /// Empty: everything.
    public var only: [AddressPattern]
    public var excluded: [AddressPattern]

    public init(only: [AddressPattern] = [], excluded: [AddressPattern] = []) {
        self.only = only
        self.excluded = excluded
    }

    public var isEmpty: Bool { only.isEmpty && excluded.isEmpty }

    /// Whether the patterns name the change, dependencies aside.
    func includes(_ change: Change) -> Bool { !(change.isCleanUp && !only.isEmpty) && includes(change.subject) }

    func includes(_ address: Address) -> Bool { (only.isEmpty || only.contains { $0.selects(address) }) && !excludes(address) }

    func excludes(_ address: Address) -> Bool { excluded.contains { $0.selects(address) } }
}

extension Selection {
    /// The plan with what isn't selected deferred, and with findings that say what came along and what was left out.
    func applied(to plan: Plan, _ dependencies: Dependencies) -> Plan {
        guard !isEmpty else { return plan }
        let part = SelectedPart(of: plan, self, dependencies)
        var selected = plan
        selected.selection = self
        selected.changes = plan.changes.filter { part.addresses.contains($0.address) }
        let rest = plan.changes.filter { !part.addresses.contains($0.address) }
        let deferred = plan.deferred.map { deferred in
            includes(deferred.change) ? deferred : DeferredChange(.notSelected, deferred.change)
        }
        selected.deferred = (deferred + rest.map { DeferredChange(.notSelected, $0) }).sorted { $0.change.address < $1.change.address }
        let kept = plan.diagnostics.filter { finding in finding.address.map(part.addresses.contains) ?? true }
        selected.diagnostics = (kept + part.findings + patternsWithoutMatch(in: plan)).sorted()
        return selected
    }

    private func patternsWithoutMatch(in plan: Plan) -> [Diagnostic] {
        let addresses = Set(plan.changes.map(\.subject) + plan.diagnostics.compactMap(\.address))
        func unmatched(_ patterns: [AddressPattern], _ option: String) -> [Diagnostic] {
            patterns.filter { pattern in !addresses.contains(where: pattern.selects) }.map { .withoutMatch($0, option, among: addresses) }
        }
        return unmatched(only, "--only") + unmatched(excluded, "--exclude")
    }
}

extension Plan {
    /// Whether it leaves out something that the manifests call for.
    public var isPartial: Bool { !selection.isEmpty || !deferred.isEmpty }
}

extension Change {
    var isCleanUp: Bool { reason == .pruned || reason == .undeclaredTarget }
}

extension Diagnostic {
    fileprivate static func withoutMatch(_ pattern: AddressPattern, _ option: String, among addresses: Set<Address>) -> Diagnostic {
        let meant = pattern.nearMiss(among: addresses).map { "Did you mean `\(option) \($0)`?" }
        return Diagnostic(
            .error, code: "no-match", "`\(option) \(pattern)` selects nothing that the manifests declare or that is live",
            fix: meant ?? "`reconcile plan --full` shows all addresses")
    }
}
