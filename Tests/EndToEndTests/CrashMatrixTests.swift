import Model
import Sandbox
import Subprocess
import TestSupport
import Testing

@Suite("Killed anywhere, the next apply finishes what was begun")
struct CrashMatrixTests {
    @Test(
        "at each mutating call, before it is sent, before its answer and after it",
        arguments: [Transition.creation, .change, .replacement, .removal, .lostSource], Gate.Moment.allCases)
    func killed(_ transition: Transition, _ moment: Gate.Moment) async throws {
        try await withFolder(["former.yaml": transition.former ?? "", "wanted.yaml": transition.wanted]) { folder in
            let apply = ["apply", "-f", "\(folder)/wanted.yaml", "--auto-approve", "--quiet"] + transition.flags
            let points = try await world(transition, folder) { reconcile in
                let (run, calls) = try await reconcile.mutatingCalls(apply)
                #expect(run.code == 0, "\(run.output)\(run.messages)")
                return calls
            }
            for point in points {
                try await world(transition, folder) { reconcile in
                    let theirs = try await Neighbors.belongings(in: reconcile.sandbox)
                    #expect(!theirs.contains(nil))
                    let killed = try await reconcile.run(apply, killedAt: point, moment)
                    #expect(killed?.status == .signaled(9), "\(point) \(moment): \(String(describing: killed))")
                    try await expectRecovery(reconcile, transition, apply, "\(point) \(moment)")
                    #expect(try await Neighbors.belongings(in: reconcile.sandbox) == theirs, "\(point) \(moment)")
                }
            }
            print("crash matrix: \(transition.testDescription), \(moment): \(points.count) points")
            #expect(points.count >= 9)
        }
    }

    /// Clouds in which others live, and what is live before the transition.
    private func world<Result: Sendable>(_ transition: Transition, _ folder: String, _ body: (Reconcile) async throws -> Result)
        async throws
        -> Result
    {
        try await Reconcile.withClouds {
            $0.revivesEventSources = !transition.losesSource
        } _: { reconcile in
            try await Neighbors.settle(in: reconcile.sandbox)
            if transition.former != nil {
                let run = try await reconcile("apply", "-f", "\(folder)/former.yaml", "--auto-approve", "--quiet")
                #expect(run.code == 0, "\(run.output)\(run.messages)")
            }
            try await transition.unsettle(reconcile.sandbox)
            return try await body(reconcile)
        }
    }

    private func expectRecovery(_ reconcile: Reconcile, _ transition: Transition, _ apply: [String], _ point: String) async throws {
        let resumed = try await reconcile.run(apply)
        #expect(resumed.code == 0, "\(point): \(resumed.output)\(resumed.messages)")
        let plan = try await reconcile.run(["plan", "--detailed-exitcode"] + apply[1...2])
        #expect(plan.code == 0, "\(point): \(plan.output)\(plan.messages)")

        let left = try await Leftovers(reconcile.sandbox)
        #expect(left.duplicates == [], "\(point)")
        #expect(left.names.isDisjoint(with: transition.gone), "\(point)")
        #expect(left.orphanedStatements == [], "\(point)")
        #expect(left.rules(of: "acme/prod") == transition.rules, "\(point)")
    }
}
