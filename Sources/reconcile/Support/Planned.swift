import Applying
import ArgumentParser
import Manifest
import Model
import Planning

extension Planner {
    /// Observes both clouds side by side and plans. Where the plan would change something, the account and the organisation are held against the
    /// stack's as well, so that nobody reviews a plan that was made for another.
    ///
    /// - Throws: an exit code where the run was interrupted before all was observed.
    func plan(
        _ desired: DesiredState, comparedWith base: Base? = nil, on providers: [any Provider], notes: [Diagnostic],
        progress: @escaping @Sendable (System, ObservationProgress) -> Void
    ) async throws(ExitCode) -> Plan {
        var plan = await plan(desired, comparedWith: base, observing: providers, progress: progress)
        let systems = Set(plan.mutations.map(\.address.kind.system))
        let obstacles = await providers.verifyIdentity(of: desired.stack, on: systems)
        try Interruption.check()
        plan.diagnostics = (plan.diagnostics + notes).sorted()
        plan.refusals = (plan.refusals + obstacles.map { $0.diagnostic(place: desired.stack.place) }).sorted()
        return plan
    }
}
