import Model
import Sandbox
import TestSupport
import Testing

/// A sample of the fault matrix through the program itself, with real connections, waits and exit codes.
@Suite("The program, met by faults")
struct ProgramFaultTests {
    private static let faults: [Fault] = [
        .throttled(), .failed(status: 500), .failedAfterwards(status: 503), .page(status: 502), .resetBefore, .resetAfter, .truncated,
        .trickled, .throttled(retryAfter: 1), .unauthenticated,
    ]

    @Test("each operation meets another fault, and all of it converges", arguments: [0, 3, 7])
    func rotation(shift: Int) async throws {
        try await withFolder(["set.yaml": Transition.creation.wanted]) { folder in
            let apply = ["apply", "-f", folder, "--auto-approve", "--quiet"]
            let operations = try await Reconcile.withClouds { reconcile in
                try await Neighbors.settle(in: reconcile.sandbox)
                return try await FaultProxy.run(before: reconcile.sandbox.url) { proxy in
                    let run = try await reconcile.through(proxy).run(apply)
                    #expect(run.code == 0, "\(run.output)\(run.messages)")
                    return Set(proxy.calls.map(\.operation)).sorted()
                }
            }
            try await Reconcile.withClouds { reconcile in
                try await Neighbors.settle(in: reconcile.sandbox)
                let plan: FaultPlan = { call in
                    guard call.occurrence == 1, let index = operations.firstIndex(of: call.operation) else { return nil }
                    // The last two are Genesys Cloud's.
                    let faults = call.operation.contains("/api/v2/") ? Self.faults[...] : Self.faults.dropLast(2)
                    return faults[(index + shift) % faults.count]
                }
                let run = try await FaultProxy.run(before: reconcile.sandbox.url, plan) { try await reconcile.through($0).run(apply) }
                #expect(run.code == 0, "\(run.output)\(run.messages)")
                let second = try await reconcile.run(["plan", "-f", folder, "--detailed-exitcode"])
                #expect(second.code == 0, "\(second.output)")
                #expect(try await Leftovers(reconcile.sandbox).duplicates == [])
            }
        }
    }

    @Test(
        "a fault that lasts ends with the code and the words for what became of it",
        arguments: [
            ("events.PutRule", 5, "Partly applied", true), ("events.ListRules", 1, "ListRules", false),
            ("tagging.GetResources", 3, "1 part of the live state could not be read", false),
            ("sts.GetCallerIdentity", 3, "GetCallerIdentity", false), ("POST /oauth/token", 1, "/oauth/token", false),
        ])
    func lasting(operation: String, code: Int, words: String, changes: Bool) async throws {
        try await Reconcile.withClouds { reconcile in
            try await Neighbors.settle(in: reconcile.sandbox)
            try await withFolder(["set.yaml": Transition.creation.wanted]) { folder in
                let plan: FaultPlan = { $0.operation == operation ? .failed(status: 500) : nil }
                let run = try await FaultProxy.run(before: reconcile.sandbox.url, plan) { proxy in
                    try await reconcile.through(proxy)("apply", "-f", folder, "--auto-approve")
                }
                #expect(run.code == code && (run.output + run.messages).contains(words), "\(run.output)\(run.messages)")
                #expect(reconcile.mutations.isEmpty != changes)

                let resumed = try await reconcile("apply", "-f", folder, "--auto-approve")
                #expect(resumed.code == 0, "\(resumed.output)\(resumed.messages)")
            }
        }
    }
}
