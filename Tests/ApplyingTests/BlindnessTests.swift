import Applying
import Model
import Planning
import Testing

/// A provider that can't read a part of the live state any more from some moment on.
@Suite("What can't be seen")
struct BlindnessTests {
    private struct Blind: Provider {
        let provider: any Provider
        let gaps: [Gap]

        var system: System { provider.system }

        func observe(_ desired: DesiredState, focus: Set<LiveIdentity>?, progress: @escaping ObservationSink) async -> Observation {
            var observation = await provider.observe(desired, focus: focus, progress: progress)
            observation.gaps += gaps.filter { $0.kind.system == system }
            observation.objects = observation.objects.filter { object in !gaps.contains { $0.covers(object.key) } }
            return observation
        }

        func verifyIdentity(of stack: Stack) async throws(ServiceError) { try await provider.verifyIdentity(of: stack) }

        func perform(
            _ operations: [Operation], progress: @escaping ProgressSink
        ) async -> [Address: Result<[String: Value], ServiceError>] { await provider.perform(operations, progress: progress) }

        func settle(_ operation: Operation, outputs: [String: Value], progress: @escaping ProgressSink) async throws(ServiceError) {
            try await provider.settle(operation, outputs: outputs, progress: progress)
        }
    }

    private let elsewhere = Gap(.rule, scope: "elsewhere", error: .unreachable)

    private func apply(
        _ plan: Plan, _ cloud: FakeCloud, blindFor gaps: [Gap], _ preconditions: [Address: Precondition]? = nil,
        _ allowances: Planner.Allowances = .init()
    ) async -> Outcome {
        let providers = cloud.providers.map { Blind(provider: $0, gaps: gaps) }
        return await Applier(providers: providers, planner: Planner(allowances: allowances), sleep: { _ in }, events: { _ in })
            .apply(plan, preconditions: preconditions)
    }

    private func saved(_ desired: DesiredState, _ cloud: FakeCloud) async throws -> SavedPlan {
        try SavedPlan(Array(PlanDocument.text(Planner().plan(desired, await cloud.providers.observe(desired))).utf8))
    }

    @Test("isn't called converged, unless that is allowed")
    func converged() async {
        for (allowances, status) in [
            (Planner.Allowances(), Outcome.Status.notConverged), (.init(partialObservation: true), .converged),
        ] {
            let cloud = FakeCloud()
            let plan = Planner().plan(Sets.small, await cloud.providers.observe(Sets.small))
            let outcome = await apply(plan, cloud, blindFor: [elsewhere], nil, allowances)
            #expect(outcome.status == status)
            #expect(outcome.results.values.allSatisfy { $0.isSuccess })
            #expect(outcome.remaining?.unread.count == 1)
        }
    }

    @Test("is not deleted by a saved plan, and not called done", arguments: [true, false])
    func deletion(partialIsAllowed: Bool) async throws {
        let cloud = FakeCloud()
        let whole = Planner().plan(Sets.small, await cloud.providers.observe(Sets.small))
        #expect(await apply(whole, cloud, blindFor: []).status == .converged)
        await cloud.recover()
        let plan = try await saved(Sets.state([Sets.queue("support")]), cloud)
        #expect(plan.plan.count(.delete) == 3)

        let outcome = await apply(
            plan.plan, cloud, blindFor: [elsewhere], plan.preconditions, .init(partialObservation: partialIsAllowed))
        #expect(outcome.status == .failed)
        #expect(outcome.results.values.allSatisfy { if case .failed = $0 { true } else { false } })
        #expect(await cloud.requests == 0)
    }

    @Test("is not created by a saved plan over what may be there by now")
    func creation() async throws {
        let cloud = FakeCloud()
        let plan = try await saved(Sets.small, cloud)
        let gap = Gap(.rule, scope: "default", error: .unreachable)

        let outcome = await apply(plan.plan, cloud, blindFor: [gap], plan.preconditions)
        #expect(outcome.status == .partlyApplied)
        guard case .failed(let error)? = outcome.results[Address(.rule, "ended")] else {
            Issue.record("\(outcome.results)")
            return
        }
        #expect(error.summary.contains("it can't be seen whether it is as it was planned"))
        #expect(await cloud.operations.map(\.address) == [Address(.queue, "support")])
    }
}
