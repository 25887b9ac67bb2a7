import Foundation
import Model
import Sandbox
import TestSupport
import Testing

@Suite("Safety rules, as the program keeps them")
struct GuardTests {
    private static let whole = """
        \(Reconcile.stack("prod"))
        ---
        apiVersion: reconcile/v1
        kind: Rule
        metadata: {name: ended}
        spec:
          eventBusName: default
          eventPattern: {source: [genesys.cloud]}
          targets: {main: {arn: "arn:aws:sqs:us-east-1:123456789012:ended"}}
        """

    private static var withoutTarget: String {
        whole.replacing("  targets: {main: {arn: \"arn:aws:sqs:us-east-1:123456789012:ended\"}}", with: "")
    }

    @Test("a refused plan is printed, saved, and applied only with the flag that allows it")
    func savedRefusal() async throws {
        try await Reconcile.withClouds { reconcile in
            try await withFolder(["set.yaml": Self.whole, "less.yaml": Self.withoutTarget]) { folder in
                let first = try await reconcile("apply", "-f", "\(folder)/set.yaml", "--auto-approve")
                #expect(first.code == 0, "\(first.output)\(first.messages)")
                reconcile.sandbox.clearRequests()

                let plan = try await reconcile("plan", "-f", "\(folder)/less.yaml", "--out", "\(folder)/plan.json")
                #expect(
                    plan.code == 3 && plan.output.contains("[last-target]") && plan.output.contains("Target/ended/main will be deleted"))
                let refused = try await reconcile("apply", "\(folder)/plan.json")
                #expect(refused.code == 3 && refused.output.contains("[last-target]"))
                #expect(reconcile.mutations == [])

                let allowed = try await reconcile("apply", "\(folder)/plan.json", "--allow-no-target", "Rule/ended")
                #expect(allowed.code == 0, "\(allowed.output)\(allowed.messages)")
                #expect(reconcile.mutations == ["sqs.SetQueueAttributes", "events.RemoveTargets"])
            }
        }
    }

    @Test("a protected rule isn't replaced, and no integration disabled under its rules; each refusal says what allows it")
    func protection() async throws {
        func set(_ lifecycle: String, name: String? = nil) -> String {
            Transition.set(queue: "For partners.", topics: "acd.end", rules: [Transition.rule("ended", name: name, lifecycle: lifecycle)])
        }
        let protected = ", lifecycle: {protect: true, previousNames: [Ended]}"
        try await Reconcile.withClouds { reconcile in
            try await withFolder(["set.yaml": set(protected)]) { folder in
                let apply = ["apply", "-f", "\(folder)/set.yaml", "--auto-approve", "--quiet"]
                let first = try await reconcile.run(apply)
                #expect(first.code == 0, "\(first.output)\(first.messages)")
                reconcile.sandbox.clearRequests()
                for (changed, words) in [
                    (set(protected, name: "NewName"), ["Rule/ended@Ended is protected, and would be replaced", "protect: true"]),
                    (
                        set(protected).replacing("enabled: true", with: "enabled: false"),
                        ["Integration/events would be disabled, and 1 rule depends on its events", "--allow-disable"]
                    ),
                ] {
                    try changed.write(toFile: "\(folder)/set.yaml", atomically: true, encoding: .utf8)
                    let refused = try await reconcile.run(apply)
                    #expect(refused.code == 3 && words.allSatisfy(refused.output.contains), "\(refused.output)\(refused.messages)")
                }
                #expect(reconcile.mutations == [])
                let allowed = try await reconcile.run(apply + ["--allow-disable", "Integration/events"])
                #expect(allowed.code == 0, "\(allowed.output)\(allowed.messages)")
            }
        }
    }

    @Test("another account or organization than the stack's is refused before any change, with both, also where a saved plan is applied")
    func identity() async throws {
        try await Reconcile.withClouds { reconcile in
            let whole = Transition.set(queue: "For partners.", topics: "acd.end", rules: [])
            let account = whole.replacing("123456789012", with: "210987654321")
            let organization = whole.replacing(SandboxIdentity.organizationID, with: "00000000-0000-4000-8000-000000000001")
            for (set, words) in [(account, ["210987654321", "123456789012"]), (organization, ["00000000-0000-4000-8000-000000000001"])] {
                try await withFolder(["set.yaml": set]) { folder in
                    let plan = try await reconcile("plan", "-f", "\(folder)/set.yaml", "--out", "\(folder)/plan.json")
                    #expect(plan.code == 3 && words.allSatisfy(plan.output.contains), "\(plan.output)\(plan.messages)")
                    for arguments in [["-f", "\(folder)/set.yaml", "--auto-approve"], ["\(folder)/plan.json"]] {
                        let apply = try await reconcile.run(["apply"] + arguments)
                        #expect(apply.code == 3 && words.allSatisfy(apply.output.contains), "\(apply.output)\(apply.messages)")
                    }
                    #expect(reconcile.mutations == [])
                }
            }
        }
    }

    @Test("what is no address is a usage error")
    func usage() async throws {
        try await Reconcile.withClouds { reconcile in
            let run = try await reconcile("plan", "-f", "manifests/tutorial", "--allow-replace", "events")
            #expect(run.code == 64)
        }
    }
}
