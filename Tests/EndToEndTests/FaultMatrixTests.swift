import Applying
import Model
import Planning
import Sandbox
import Synchronization
import TestSupport
import Testing

@Suite("Whatever a call meets, the outcome is true and the next apply converges")
struct FaultMatrixTests {
    private static let transient: [(name: String, fault: Fault)] = [
        ("throttled", .throttled()), ("throttled, come again in 2 s", .throttled(retryAfter: 2)), ("500", .failed(status: 500)),
        ("503", .failed(status: 503)), ("500, though done", .failedAfterwards(status: 500)), ("502 page", .page(status: 502)),
        ("reset before", .resetBefore), ("reset after", .resetAfter), ("truncated", .truncated), ("trickled", .trickled),
        ("hung", .hung), ("expired token", .unauthenticated),
    ]
    private static let lasting: [(name: String, fault: Fault)] = [
        ("always throttled", .throttled()), ("always 500", .failed(status: 500)), ("always reset", .resetBefore),
    ]

    @Test("a fault of one call is overcome", arguments: [Transition.creation, Transition.change])
    func once(_ transition: Transition) async throws {
        try await matrix(transition, Self.transient) { fault in { $0.occurrence == 1 ? fault : nil } }
    }

    @Test("a fault that lasts ends in a true outcome", arguments: [Transition.creation, Transition.change])
    func always(_ transition: Transition) async throws {
        try await matrix(transition, Self.lasting, expectsConvergence: false) { fault in { _ in fault } }
    }

    /// HTTP lets a proxy send a request again that can be repeated, and no other (RFC 9110 §9.2.2): creations by POST are left out.
    @Test("a request that arrives twice does nothing twice", arguments: [Transition.creation, Transition.change])
    func doubled(_ transition: Transition) async throws {
        try await matrix(transition, [("doubled", .doubled)]) { fault in
            { ["POST /api/v2/integrations", "POST /api/v2/routing/queues"].contains($0.operation) ? nil : fault }
        }
    }

    @Test("throttling of every tenth and every second call is outlasted", arguments: [0.1, 0.5])
    func throttling(share: Double) async throws {
        let states = try await Transition.creation.states()
        try await VirtualClouds.run { clouds in
            let random = Mutex(SeededGenerator(seed: 42))
            let plan: FaultPlan = { _ in
                random.withLock { Double.random(in: 0..<1, using: &$0) } < share ? .throttled() : nil
            }
            try await FaultProxy.run(before: clouds.sandbox.url, plan) { proxy in
                for _ in 1...5 {
                    if try await clouds.apply(states.wanted, through: proxy.url).isConverged { break }
                }
            }
            let left = try await clouds.plan(states.wanted)
            #expect(left.isEmpty && left.errors.isEmpty)
            #expect(try await Leftovers(clouds.sandbox).duplicates == [])
        }
    }

    /// Each operation with each fault, in clouds of its own.
    private func matrix(
        _ transition: Transition, _ faults: [(name: String, fault: Fault)], expectsConvergence: Bool = true,
        _ plan: @escaping @Sendable (Fault) -> FaultPlan
    ) async throws {
        let states = try await transition.states()
        let operations = try await operations(of: transition, states)
        let cells = operations.flatMap { operation in faults.map { (operation: operation, name: $0.name, fault: $0.fault) } }
            .filter { $0.fault != .unauthenticated || $0.operation.contains("/api/v2/") }
        let table = try await withThrowingTaskGroup(of: String.self) { group in
            var rows: [String] = []
            for (index, cell) in cells.enumerated() {
                if index >= 2, let row = try await group.next() { rows.append(row) }
                group.addTask {
                    let faultOf = plan(cell.fault)
                    let run = try await met(states, hangs: cell.fault == .hung) { $0.operation == cell.operation ? faultOf($0) : nil }
                    if expectsConvergence { #expect(run.isConverged, "\(cell.operation), \(cell.name): \(run.story)") }
                    return "\(cell.operation) | \(cell.name) | \(run.verdict)"
                }
            }
            for try await row in group { rows.append(row) }
            return rows.sorted()
        }
        print("fault matrix: \(transition.testDescription)\n" + table.joined(separator: "\n"))
        #expect(!table.isEmpty)
    }

    private func operations(of transition: Transition, _ states: (former: DesiredState?, wanted: DesiredState)) async throws -> [String] {
        try await VirtualClouds.run { clouds in
            if let former = states.former { _ = try await clouds.apply(former) }
            return try await FaultProxy.run(before: clouds.sandbox.url) { proxy in
                let run = try await clouds.apply(states.wanted, through: proxy.url)
                #expect(run.isConverged, "\(run.story)")
                // The reads of both transitions are the same.
                return Set(proxy.calls.filter { transition.former == nil || $0.isMutating }.map(\.operation)).sorted()
            }
        }
    }

    /// An apply that meets a fault; whatever it says must be so, and one without a fault finishes it.
    private func met(
        _ states: (former: DesiredState?, wanted: DesiredState), hangs: Bool, _ plan: @escaping FaultPlan
    ) async throws -> VirtualClouds.Run {
        try await VirtualClouds.run { clouds in
            if let former = states.former { _ = try await clouds.apply(former) }
            let theirs = try await Neighbors.belongings(in: clouds.sandbox)
            let run = try await FaultProxy.run(before: clouds.sandbox.url, plan) { proxy in
                try await clouds.apply(states.wanted, through: proxy.url, timeout: hangs ? .seconds(1) : .seconds(10))
            }
            let left = try await clouds.plan(states.wanted).mutations.map(\.address)
            if run.isConverged { #expect(left == [], "\(run.story)") }
            for (address, result) in run.outcome?.results ?? [:] where result.isSuccess {
                #expect(!left.contains(address), "\(address) is said to be done: \(run.story)")
            }
            let resumed = try await clouds.apply(states.wanted)
            #expect(resumed.isConverged, "after \(run.story): \(resumed.story)")

            let leftovers = try await Leftovers(clouds.sandbox)
            #expect(leftovers.duplicates == [] && leftovers.orphanedStatements == [], "\(run.story)")
            #expect(try await Neighbors.belongings(in: clouds.sandbox) == theirs)
            return run
        }
    }
}

extension VirtualClouds.Run {
    fileprivate var verdict: String {
        guard let outcome else { return "refused to plan" }
        return "\(outcome.status)"
    }

    /// What went wrong, for a test that fails.
    fileprivate var story: String {
        let failures = (outcome?.results ?? [:]).filter { !$0.value.isSuccess }.map { "\($0.key): \($0.value)" }.sorted()
        let obstacles = (outcome?.obstacles ?? []).map { "\($0)" }
        let remaining = (outcome?.remaining?.mutations ?? []).map { "still to do: \($0.address)" }
        return ([verdict] + plan.errors.map(\.summary) + plan.refusals.map(\.summary) + obstacles + failures + remaining)
            .joined(separator: "; ")
    }
}
