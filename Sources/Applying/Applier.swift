public import Model
public import Planning

/// Converges both clouds with a plan, and proves by a fresh observation that what it changed is as declared.
public struct Applier: Sendable {
    private let providers: [any Provider]
    private let planner: Planner
    private let sleep: @Sendable (Duration) async throws -> Void
    private let events: ApplyEventSink

    public init(
        providers: [any Provider], planner: Planner, sleep: @escaping @Sendable (Duration) async throws -> Void,
        events: @escaping ApplyEventSink
    ) {
        self.providers = providers
        self.planner = planner
        self.sleep = sleep
        self.events = events
    }

    /// Makes the changes of a plan, unless a safety rule refuses it.
    ///
    /// Where the task is cancelled, what is under way comes to its end and nothing more is begun.
    ///
    /// - Parameter preconditions: for a saved plan, what its changes were planned from; each change is held against the live state before anything is
    ///   changed. `nil` where the plan was made from an observation of this run.
    public func apply(_ plan: Plan, preconditions: [Address: Precondition]? = nil) async -> Outcome {
        let plan = planner.guarded(plan)
        guard plan.refusals.isEmpty else { return Outcome(plan: plan) }
        guard !plan.isEmpty else { return Outcome(plan: plan, remaining: plan) }
        let obstacles = await providers.verifyIdentity(of: plan.stack, on: Set(plan.mutations.map(\.address.kind.system)))
        if Task.isCancelled { return .interrupted(plan) }
        guard obstacles.isEmpty else { return Outcome(plan: plan, obstacles: obstacles) }

        let settled = await preconditions.mapAsync { await check(plan, $0) } ?? [:]
        if Task.isCancelled { return .interrupted(plan) }
        let executor = Executor(
            providers: Dictionary(providers.map { ($0.system, $0) }, uniquingKeysWith: { first, _ in first }), events: events)
        let results = await executor.run(plan, settled: settled)
        let attempted = results.values.contains { if case .done = $0 { true } else { false } }
        let remaining = attempted && !Task.isCancelled ? await verify(plan, results) : nil
        // Of an observation that was cut short nothing can be believed but that all is well.
        if Task.isCancelled, remaining?.isSettled != true { return Outcome(plan: plan, results: results, isInterrupted: true) }
        return Outcome(plan: plan, results: results, remaining: remaining)
    }

    /// Holds each change against the live state: unchanged → to be made, as desired → done, else stale. What can't be seen is not changed, and after a
    /// partial observation nothing is deleted.
    private func check(_ plan: Plan, _ preconditions: [Address: Precondition]) async -> [Address: ChangeResult] {
        let fresh = await planner.plan(again: plan, observing: providers)
        let changes = Dictionary(fresh.changes.map { ($0.identity, $0) }, uniquingKeysWith: { first, _ in first })
        return plan.mutations.reduce(into: [:]) { results, change in
            let now = changes[change.identity]
            if let blindness = fresh.blindness(of: change, now: now) {
                results[change.address] = .failed(.unseen(change, blindness))
                return
            }
            let isAsDesired = now.map { $0.action == .noOp } ?? (change.action == .delete)
            if isAsDesired {
                results[change.address] = .alreadyDone
            } else if Precondition(now?.live) != preconditions[change.address] {
                results[change.address] = .stale
            }
        }
    }

    /// Plans once more. Reads may lag behind writes for some seconds, so a difference is believed only when it stays.
    private func verify(_ plan: Plan, _ results: [Address: ChangeResult]) async -> Plan {
        let allDone = results.values.allSatisfy(\.isSuccess)
        var wait = Duration.seconds(1)
        while true {
            events(.verifying)
            let remaining = planner.guarded(await planner.plan(again: plan, observing: providers))
            if remaining.isSettled || !allDone || wait > .seconds(8) { return remaining }
            do { try await sleep(wait) } catch { return remaining }
            wait *= 2
        }
    }
}

extension Plan {
    /// What keeps a change of an earlier plan from being told as made or not; `nil` where nothing does.
    fileprivate func blindness(of change: Change, now: Change?) -> Diagnostic? {
        if change.action == .delete, let unread = unread.first { return unread }
        return now == nil ? errors.first { $0.address == change.subject } : nil
    }
}

extension Outcome {
    /// Of a run that ended before any change was begun.
    fileprivate static func interrupted(_ plan: Plan) -> Outcome {
        let results = plan.mutations.map { ($0.address, ChangeResult.notAttempted(because: [])) }
        return Outcome(plan: plan, results: Dictionary(results, uniquingKeysWith: { first, _ in first }), isInterrupted: true)
    }
}

extension Optional where Wrapped: Sendable {
    fileprivate func mapAsync<Result>(_ transform: (Wrapped) async -> Result) async -> Result? {
        guard let self else { return nil }
        return await transform(self)
    }
}
