import Foundation
import Model
import Sandbox
import TestSupport
import Testing

@Suite("A queue that a pattern names by its bare id")
struct BareQueueTests {
    private static func set(_ id: String) -> String {
        """
        \(Reconcile.stack("care"))
        ---
        apiVersion: reconcile/v1
        kind: Rule
        metadata: {name: ended}
        spec:
          eventBusName: default
          eventPattern: {source: [genesys.cloud], detail: {queueId: ["\(id)"]}}
          targets: {main: {arn: "arn:aws:sqs:us-east-1:123456789012:ended"}}

        """
    }

    @Test("must exist, as events write it; a rule that stays as it is costs no look")
    func exists() async throws {
        let live = SandboxIdentity.supportQueueID
        try await Reconcile.withClouds { reconcile in
            try await withFolder([
                "right.yaml": Self.set(live), "case.yaml": Self.set(live.uppercased()),
                "wrong.yaml": Self.set("99999999-0000-4000-8000-000000000000"),
            ]) { folder in
                let wrong = try await reconcile("plan", "-f", "\(folder)/wrong.yaml")
                #expect(wrong.code == 1 && wrong.messages.contains("[unknown-queue]"), "\(wrong.messages)")
                let letters = try await reconcile("plan", "-f", "\(folder)/case.yaml")
                #expect(letters.code == 1 && letters.messages.contains("[queue-id-letter-case]"), "\(letters.messages)")
                #expect(letters.messages.contains("Write \(live)"))

                let right = try await reconcile("apply", "-f", "\(folder)/right.yaml", "--auto-approve")
                #expect(right.code == 0, "\(right.output)\(right.messages)")
                reconcile.sandbox.clearRequests()
                #expect(try await reconcile("plan", "-f", "\(folder)/right.yaml", "--detailed-exitcode").code == 0)
                #expect(reconcile.sandbox.requests.allSatisfy { $0.system == .aws })
            }
        }
    }

    @Test("that doesn't exist yet is accepted where the manifest says why")
    func accepted() async throws {
        let annotated = "metadata: {name: ended, annotations: {ignore-check.reconcile/unknown-queue: It comes on Monday.}}"
        let set = Self.set("99999999-0000-4000-8000-000000000000").replacing("metadata: {name: ended}", with: annotated)
        try await Reconcile.withClouds { reconcile in
            try await withFolder(["set.yaml": set]) { folder in
                let plan = try await reconcile("plan", "-f", folder)
                #expect(plan.code == 0, "\(plan.messages)")
                for finding in ["[unknown-queue]", "[needless-suppression]"] {
                    #expect(!plan.messages.contains(finding), "\(plan.messages)")
                }
            }
        }
    }

    @Test("the run says how many requests it made to each service, unless it is to be quiet")
    func requests() async throws {
        try await Reconcile.withClouds { reconcile in
            let plan = try await reconcile("plan", "-f", "manifests/partner-bus")
            let counts = Dictionary(grouping: reconcile.sandbox.requests, by: \.system).mapValues(\.count)
            #expect(plan.messages.hasSuffix("Requests: \(counts[.genesys] ?? 0) to Genesys Cloud, \(counts[.aws] ?? 0) to AWS.\n"))
            #expect(try await reconcile("plan", "-f", "manifests/partner-bus", "--quiet").messages == "")
        }
    }
}
