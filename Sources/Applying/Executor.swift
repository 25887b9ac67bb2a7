internal import Model
internal import Planning

/// Makes a plan's changes: each as soon as what it depends on is done, what is independent side by side.
struct Executor: Sendable {
    let providers: [System: any Provider]
    let events: ApplyEventSink

    /// How far an execution has come.
    fileprivate struct Progress: Sendable {
        var results: [Address: ChangeResult]
        /// What the resources that exist say to others.
        var outputs: [Reference: Value]
    }

    /// - Parameter settled: results that stand before the first request, such as those of stale changes.
    func run(_ plan: Plan, settled: [Address: ChangeResult]) async -> [Address: ChangeResult] {
        var progress = Progress(results: settled, outputs: plan.liveOutputs)
        progress = await make(plan.mutations.filter { !$0.comesLast }, of: plan, after: progress)
        progress.results = await settle(plan, progress)
        // What replaces something, or needs it no longer, must be in effect before that goes.
        return await make(plan.mutations.filter(\.comesLast), of: plan, after: progress).results
    }

    private func make(_ changes: [Change], of plan: Plan, after former: Progress) async -> Progress {
        var progress = former
        var queue = StepQueue(Step.steps(of: changes.filter { former.results[$0.address] == nil })) { former.results[$0] != nil }
        await withTaskGroup(of: [Address: ChangeResult].self) { group in
            while true {
                for step in queue.next() {
                    let prepared = prepare(step, of: plan.stack, after: progress)
                    group.addTask { await perform(prepared) }
                }
                guard let finished = await group.next() else { break }
                progress.take(finished)
                queue.end(finished.keys)
            }
        }
        return progress
    }

    /// Waits until what was done is in effect; what doesn't become so has failed.
    private func settle(_ plan: Plan, _ progress: Progress) async -> [Address: ChangeResult] {
        await withTaskGroup(of: [Address: ChangeResult].self) { group in
            for change in plan.mutations {
                guard case .done(let said)? = progress.results[change.address], change.action != .delete,
                    let provider = providers[change.address.kind.system],
                    case .success(let operation) = Operation.made(of: change, stack: plan.stack, outputs: progress.outputs)
                else { continue }
                group.addTask {
                    do throws(ServiceError) {
                        try await provider.settle(operation, outputs: said) { events(.waiting(change.address, $0)) }
                        return [:]
                    } catch {
                        // It was made; the end of the run says nothing against it.
                        if error.reason == .interrupted { return [:] }
                        events(.finished(change.address, change.action, .failed(error)))
                        return [change.address: .failed(error)]
                    }
                }
            }
            return await group.reduce(into: progress.results) { results, failures in results.merge(failures) { $1 } }
        }
    }

    /// A step with its unknowns told, so far as what it depends on was done.
    private struct PreparedStep: Sendable {
        var step: Step
        var operations: [Operation] = []
        /// What became of the changes that can't be made.
        var results: [Address: ChangeResult] = [:]
    }

    private func prepare(_ step: Step, of stack: Stack, after state: Progress) -> PreparedStep {
        var prepared = PreparedStep(step: step)
        for change in step.changes {
            let undone = change.dependencies.filter { state.results[$0]?.isSuccess != true }.sorted()
            guard undone.isEmpty else {
                prepared.results[change.address] = .notAttempted(because: undone)
                continue
            }
            switch Operation.made(of: change, stack: stack, outputs: state.outputs) {
            case .success(let operation): prepared.operations.append(operation)
            case .failure(let error): prepared.results[change.address] = .failed(error)
            }
        }
        return prepared
    }

    private func perform(_ prepared: PreparedStep) async -> [Address: ChangeResult] {
        let changes = prepared.step.changes
        if Task.isCancelled { return changes.reduce(into: [:]) { $0[$1.address] = .notAttempted(because: []) } }
        let results = prepared.results.merging(await perform(prepared.operations)) { $1 }
        for change in changes {
            if let result = results[change.address] { events(.finished(change.address, change.action, result)) }
        }
        return results
    }

    private func perform(_ operations: [Operation]) async -> [Address: ChangeResult] {
        guard let first = operations.first, let provider = providers[first.address.kind.system] else { return [:] }
        for operation in operations { events(.started(operation.address, operation.action)) }
        let answers = await provider.perform(operations) { events(.waiting(first.address, $0)) }
        return operations.reduce(into: [:]) { results, operation in
            results[operation.address] =
                switch answers[operation.address] {
                case .success(let outputs): .done(outputs: outputs)
                case .failure(let error): .failed(error)
                case nil: .failed(.withoutAnswer(operation))
                }
        }
    }
}

extension Executor.Progress {
    fileprivate mutating func take(_ finished: [Address: ChangeResult]) {
        results.merge(finished) { $1 }
        for (address, result) in finished {
            guard case .done(let said) = result else { continue }
            for (output, value) in said { outputs[Reference(address, output)] = value }
        }
    }
}

extension Plan {
    fileprivate var liveOutputs: [Reference: Value] {
        changes.filter { !$0.isReplacement }.reduce(into: [:]) { table, change in
            for (output, value) in change.live?.outputs ?? [:] { table[Reference(change.address, output)] = value }
        }
    }
}
