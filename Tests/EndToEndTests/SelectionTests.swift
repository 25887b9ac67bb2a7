import Foundation
import Model
import Sandbox
import TestSupport
import Testing

@Suite("A part of the plan: --only and --exclude")
struct SelectionTests {
    /// Two queues, a rule on each, and a rule of neither.
    static let manifests = """
        \(Reconcile.stack("care"))
        ---
        apiVersion: reconcile/v1
        kind: Queue
        metadata: {name: support}
        spec: {name: Support}
        ---
        apiVersion: reconcile/v1
        kind: Queue
        metadata: {name: sales}
        spec: {name: Sales}
        ---
        apiVersion: reconcile/v1
        kind: Rule
        metadata: {name: support-ended}
        spec:
          eventBusName: default
          eventPattern: {source: [genesys.cloud], detail: {queueId: ["${queue.support.id}"]}}
          targets: {main: {arn: "arn:aws:sqs:us-east-1:123456789012:ended"}}
        ---
        apiVersion: reconcile/v1
        kind: Rule
        metadata: {name: sales-ended}
        spec:
          eventBusName: default
          eventPattern: {source: [genesys.cloud], detail: {queueId: ["${queue.sales.id}"]}}
          targets: {main: {arn: "arn:aws:sqs:us-east-1:123456789012:ended"}}

        """
    static let audit = """
        ---
        apiVersion: reconcile/v1
        kind: Rule
        metadata: {name: audit}
        spec:
          eventBusName: default
          eventPattern: {source: [genesys.cloud]}
          targets: {main: {arn: "arn:aws:sqs:us-east-1:123456789012:genesys-dlq"}}

        """

    @Test("--only makes what it names and what that needs, names it, prunes nothing, and has nothing to do the second time")
    func only() async throws {
        try await Reconcile.withClouds { reconcile in
            try await withFolder(["whole.yaml": Self.manifests + Self.audit, "less.yaml": Self.manifests]) { folder in
                let arguments = ["apply", "--auto-approve", "--only", "Rule/support-*"]
                let audit = try await reconcile("apply", "-f", "\(folder)/whole.yaml", "--auto-approve", "--only", "Rule/audit")
                #expect(audit.code == 0, "\(audit.output)\(audit.messages)")
                reconcile.sandbox.clearRequests()

                let first = try await reconcile.run(arguments + ["-f", "\(folder)/less.yaml"])
                #expect(first.code == 0, "\(first.output)\(first.messages)")
                #expect(
                    reconcile.mutations.sorted() == [
                        "POST /api/v2/routing/queues", "events.PutRule", "events.PutTargets", "sqs.SetQueueAttributes",
                    ])
                #expect(first.output.contains("Queue/support comes along, though it isn't selected: Rule/support-ended depends on it"))
                #expect(first.output.contains("Selected by --only Rule/support-*"))
                reconcile.sandbox.clearRequests()

                let second = try await reconcile.run(arguments + ["-f", "\(folder)/less.yaml"])
                #expect(second.code == 0 && reconcile.mutations == [], "\(second.output)\(second.messages)")

                let rest = try await reconcile("apply", "-f", "\(folder)/less.yaml", "--auto-approve")
                #expect(rest.code == 0, "\(rest.output)\(rest.messages)")
                #expect(rest.output.contains("Rule/audit deleted"))
            }
        }
    }

    @Test("--exclude leaves out what it names and what depends on that, and names it")
    func exclude() async throws {
        try await Reconcile.withClouds { reconcile in
            try await withFolder(["set.yaml": Self.manifests + Self.audit]) { folder in
                for expected in [
                    [
                        "POST /api/v2/routing/queues", "events.PutRule", "events.PutRule", "events.PutTargets", "events.PutTargets",
                        "sqs.SetQueueAttributes", "sqs.SetQueueAttributes",
                    ], [],
                ] {
                    reconcile.sandbox.clearRequests()
                    let run = try await reconcile("apply", "-f", folder, "--auto-approve", "--exclude", "Queue/support")
                    #expect(run.code == 0, "\(run.output)\(run.messages)")
                    #expect(reconcile.mutations.sorted() == expected)
                    #expect(run.output.contains("Rule/support-ended is left out: it depends on Queue/support, which is excluded"))
                }
            }
        }
    }

    @Test("a saved plan carries the selection: apply makes and proves that part alone")
    func saved() async throws {
        try await Reconcile.withClouds { reconcile in
            try await withFolder(["set.yaml": Self.manifests]) { folder in
                let plan = try await reconcile("plan", "-f", folder, "--only", "Queue/sales", "--out", "\(folder)/plan.json")
                let applied = try await reconcile("apply", "\(folder)/plan.json")
                #expect(plan.code == 0 && applied.code == 0, "\(applied.output)\(applied.messages)")
                #expect(reconcile.mutations == ["POST /api/v2/routing/queues"])

                let again = try await reconcile("apply", "\(folder)/plan.json", "--only", "Queue/support")
                #expect(again.code == 64 && again.messages.contains("give --only and --exclude to `reconcile plan`"))
            }
        }
    }

    @Test("a pattern that selects nothing is an error with the near miss; one of no kind is a usage error")
    func unmatched() async throws {
        try await Reconcile.withClouds { reconcile in
            try await withFolder(["set.yaml": Self.manifests]) { folder in
                let plan = try await reconcile("plan", "-f", folder, "--exclude", "Rule/suport-*")
                #expect(plan.code == 1 && plan.messages.contains("Did you mean `--exclude Rule/support-*`?"), "\(plan.messages)")
                let usage = try await reconcile("plan", "-f", folder, "--only", "Rules/x")
                #expect(usage.code == 64 && usage.messages.contains("Did you mean `Rule`?"), "\(usage.messages)")
            }
        }
    }
}
