import Foundation
import Sandbox
import Subprocess
import Synchronization
import TestSupport
import Testing

@Suite("SIGINT and SIGTERM", .timeLimit(.minutes(10)))
struct InterruptionTests {
    private static let queue = "POST /api/v2/routing/queues"
    private static let rule = "events.PutRule"
    private static let listing = "events.ListRules"

    /// A queue, a rule on it, the permission of its target and that itself: one call after the other.
    private static let chain = """
        \(Reconcile.stack("care"))
        ---
        apiVersion: reconcile/v1
        kind: Queue
        metadata: {name: support}
        spec: {name: Support}
        ---
        apiVersion: reconcile/v1
        kind: Rule
        metadata: {name: ended}
        spec:
          eventBusName: default
          eventPattern: {source: [genesys.cloud], detail: {queueId: ["${queue.support.id}"]}}
          targets: {main: {arn: "arn:aws:sqs:us-east-1:123456789012:ended"}}

        """

    @Test(
        "let the call under way end, begin nothing new, say what was done, and running again goes on from there",
        arguments: [queue, rule], [Signal.interrupt, .terminate])
    func resumed(_ point: String, _ signal: Signal) async throws {
        try await Reconcile.withClouds { reconcile in
            try await withFolder(["set.yaml": Self.chain]) { folder in
                let (run, later) = try await reconcile.run(
                    ["apply", "-f", folder, "--auto-approve"], interruptedAt: point, by: signal)
                #expect(run.code == 130, "\(run.output)\(run.messages)")
                #expect(later == [])
                let done = point == Self.queue ? 1 : 2
                #expect(run.output.contains("Interrupted: \(done) done, 0 failed, \(4 - done) not attempted."))

                let resumed = try await reconcile("apply", "-f", folder, "--auto-approve")
                #expect(resumed.code == 0, "\(resumed.output)\(resumed.messages)")
                #expect(
                    reconcile.mutations.sorted() == [
                        "POST /api/v2/routing/queues", "events.PutRule", "events.PutTargets", "sqs.SetQueueAttributes",
                    ])
                #expect(try await reconcile("plan", "-f", folder, "--detailed-exitcode").code == 0)
            }
        }
    }

    @Test("a second one stops at once, with a call under way")
    func twice() async throws {
        try await Reconcile.withClouds { reconcile in
            try await withFolder(["set.yaml": Self.chain]) { folder in
                let applying = ["apply", "-f", folder, "--auto-approve"]
                let (run, _) = try await reconcile.run(applying, interruptedAt: Self.rule, by: .interrupt, .terminate)
                #expect(run.code == 130 && run.messages.contains("Stopped: "), "\(run.output)\(run.messages)")
                #expect(!run.output.contains("Interrupted: "))
                #expect(try await reconcile.run(applying).code == 0)
            }
        }
    }

    @Test("while the clouds are read: nothing is planned, saved or changed", arguments: ["plan", "apply"])
    func planning(command: String) async throws {
        try await Reconcile.withClouds { reconcile in
            let option = command == "apply" ? ["--auto-approve"] : ["--out", "/nowhere/plan.json"]
            let arguments = [command, "-f", "manifests/partner-bus"] + option
            let (run, later) = try await reconcile.run(arguments, interruptedAt: Self.listing, by: .interrupt)
            #expect(run.code == 130 && run.output == "", "\(run.output)\(run.messages)")
            #expect(run.messages.contains("Nothing was changed."))
            #expect(later.allSatisfy { !$0.isMutating } && reconcile.mutations == [])
        }
    }

    @Test("while a state is waited for: the wait ends, what was made counts as done")
    func waiting() async throws {
        try await Reconcile.withClouds {
            $0.sourceDelay = 3_600
        } _: { reconcile in
            let applying = ["apply", "-f", "manifests/partner-bus", "--auto-approve"]
            let (run, _) = try await reconcile.run(
                applying, interruptedAt: "events.DescribeEventSource", occurrence: 2, by: .interrupt)
            #expect(run.code == 130 && run.output.contains("Stopped midway"), "\(run.output)\(run.messages)")
        }
    }
}

extension Reconcile {
    /// Runs the program, holds one of its calls, sends it signals, and lets the call go once the program has taken notice.
    ///
    /// - Returns: the run, and the calls that came after the program had taken notice.
    fileprivate func run(
        _ arguments: [String], interruptedAt operation: String, occurrence: Int = 1, by signals: Signal...
    ) async throws -> (run: Run, later: [ProxiedCall]) {
        let latch = Latch()
        return try await FaultProxy.run(
            before: sandbox.url, { $0.operation == operation && $0.occurrence == occurrence ? .held(latch) : nil }
        ) {
            proxy in
            let before = Mutex(0)
            let run = try await Program.run(
                Program.built("reconcile"), arguments, environment: through(proxy).environment, in: Self.project.path,
                beside: { program in
                    await latch.reached()
                    for signal in signals {
                        program.send(signal)
                        await program.says("Interrupted: ")
                    }
                    before.withLock { $0 = proxy.calls.count }
                    latch.release()
                }, ended: { latch.abandon() })
            return (run, Array(proxy.calls.dropFirst(before.withLock { $0 })))
        }
    }
}
