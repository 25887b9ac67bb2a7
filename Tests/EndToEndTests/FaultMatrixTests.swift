import Applying
import Model
import Planning
import Sandbox
import Synchronization
import TestSupport
import Testing

@Suite("Whatever a call meets, the outcome is true and the next apply converges")
struct FaultMatrixTests {
    @Test("a fault of one call is overcome", arguments: [Transition.creation, .change, .replacement, .removal])
    func once(_ transition: Transition) async throws {
        let others = transition.former == nil ? [] : try await operations(of: .creation)
        // What the creation reads has met its faults there, and how rules are made and go in the change.
        let operations = try await operations(of: transition).filter { operation in
            switch transition.testDescription {
            case Transition.replacement.testDescription: operation.isMutating && operation.operation.contains("/integrations")
            case Transition.removal.testDescription:
                operation.isMutating && (operation.operation.hasPrefix("DELETE ") || operation.operation == "events.DeleteEventBus")
            default: operation.isMutating || !others.contains(where: { $0.operation == operation.operation })
            }
        }
        try await matrix(transition, operations, NamedFault.transient, expectsConvergence: true)
    }

    @Test("a fault that lasts ends in a true outcome", arguments: [Transition.creation, .change])
    func always(_ transition: Transition) async throws {
        try await matrix(transition, try await operations(of: transition), NamedFault.lasting, expectsConvergence: false)
    }

    @Test("a request that arrives twice does nothing twice", arguments: [Transition.creation, .change])
    func doubled(_ transition: Transition) async throws {
        try await matrix(transition, try await operations(of: transition), [.doubled], expectsConvergence: true)
    }

    @Test("throttling of every tenth and every second call is outlasted", arguments: [0.1, 0.5])
    func throttling(share: Double) async throws {
        let states = try await Transition.creation.states()
        try await VirtualClouds.run { clouds in
            let random = Mutex(SeededGenerator(seed: 42))
            let plan: FaultPlan = { _ in
                random.withLock { Double.random(in: 0..<1, using: &$0) } < share ? .throttled() : nil
            }
            try await FaultProxy.run(before: clouds.url, plan) { proxy in
                for _ in 1...5 {
                    if try await clouds.apply(states.wanted, through: proxy.url).isConverged { break }
                }
            }
            let left = try await clouds.plan(states.wanted)
            #expect(left.isSettled)
            #expect(try await Leftovers(clouds.sandbox).duplicates == [])
        }
    }

    /// Each operation with each fault, in clouds of its own.
    private func matrix(_ transition: Transition, _ operations: [ProxiedCall], _ faults: [NamedFault], expectsConvergence: Bool)
        async throws
    {
        let states = try await transition.states()
        let cells = operations.flatMap { operation in
            faults.filter { $0.isMade(of: operation.operation) }.map { (operation: operation.operation, fault: $0) }
        }
        let table = try await withThrowingTaskGroup(of: String.self) { group in
            var rows: [String] = []
            for (index, cell) in cells.enumerated() {
                if index >= 2, let row = try await group.next() { rows.append(row) }
                group.addTask {
                    let row = "\(cell.operation) | \(cell.fault.name)"
                    let run = try await met(states, cell.fault, at: cell.operation, row)
                    if expectsConvergence { #expect(run.isConverged, "\(row): \(run.story)") }
                    return "\(row) | \(run.verdict)"
                }
            }
            for try await row in group { rows.append(row) }
            return rows.sorted()
        }
        print("fault matrix: \(transition.testDescription), \(table.count) cells\n" + table.joined(separator: "\n"))
        #expect(table.count >= 12)
    }

    /// The operations that a transition calls, each once.
    private func operations(of transition: Transition) async throws -> [ProxiedCall] {
        let states = try await transition.states()
        return try await VirtualClouds.run { clouds in
            if let former = states.former { _ = try await clouds.apply(former) }
            return try await FaultProxy.run(before: clouds.url) { proxy in
                let run = try await clouds.apply(states.wanted, through: proxy.url)
                #expect(run.isConverged, "\(run.story)")
                return proxy.calls.filter { $0.occurrence == 1 }.sorted { $0.operation < $1.operation }
            }
        }
    }

    /// An apply that meets a fault; whatever it says must be so, and one without a fault finishes it.
    private func met(
        _ states: (former: DesiredState?, wanted: DesiredState), _ fault: NamedFault, at operation: String, _ row: String
    ) async throws -> VirtualClouds.Run {
        try await VirtualClouds.run { clouds in
            if let former = states.former { _ = try await clouds.apply(former) }
            let theirs = try await Neighbors.belongings(in: clouds.sandbox)
            let run = try await FaultProxy.run(before: clouds.url, fault.plan(operation)) { proxy in
                try await clouds.apply(states.wanted, through: proxy.url, timeout: fault.fault == .hung ? .seconds(3) : .seconds(10))
            }
            try await clouds.expectTruth(of: run, states.wanted, row)
            let resumed = try await clouds.apply(states.wanted)
            #expect(resumed.isConverged, "after \(row), \(run.story): \(resumed.story)")

            let leftovers = try await Leftovers(clouds.sandbox)
            #expect(leftovers.duplicates == [] && leftovers.orphanedStatements == [], "\(row): \(run.story)")
            #expect(try await Neighbors.belongings(in: clouds.sandbox) == theirs, "\(row)")
            return run
        }
    }
}
