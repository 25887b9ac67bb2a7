import Foundation
import Subprocess
import TestSupport
import Testing

@Suite("plan --base tells this change from drift that was there before")
struct BaseTests {
    private static let rule = """
        apiVersion: reconcile/v1
        kind: Rule
        metadata: {name: ended}
        spec:
          name: Ended
          eventBusName: default
          eventPattern: {source: [genesys.cloud], detail-type: [x]}
          targets: {main: {arn: "arn:aws:sqs:us-east-1:123456789012:ended"}}
        """
    private static let files = [
        "m/stack.yaml": Reconcile.stack("prod") + "\n", "m/rule.yaml": rule + "\n",
        "m/queue.yaml": "apiVersion: reconcile/v1\nkind: Queue\nmetadata: {name: care}\nspec: {name: Care}\n",
    ]

    /// A repository whose first commit is live, with a rule that somebody disabled; its manifests then get another description and one more queue.
    private func withChange(_ body: (Reconcile, String) async throws -> Void) async throws {
        try await Reconcile.withClouds { reconcile in
            try await withFolder(Self.files) { folder in
                try await git(folder, "init", "--quiet", "--initial-branch=main")
                try await git(folder, "add", ".")
                try await git(folder, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "--message=first")
                let applied = try await run(reconcile, folder, "apply", "-f", "m", "--auto-approve")
                #expect(applied.code == 0, "\(applied.messages)")
                try await reconcile.disable("Ended", on: "default")
                let more = "apiVersion: reconcile/v1\nkind: Queue\nmetadata: {name: sales}\nspec: {name: Sales}\n"
                try more.write(toFile: "\(folder)/m/sales.yaml", atomically: true, encoding: .utf8)
                try await body(reconcile, folder)
            }
        }
    }

    private func git(_ folder: String, _ arguments: String...) async throws {
        let run = try await Program.run(.name("git"), arguments, in: folder)
        #expect(run.code == 0, "\(run.messages)")
    }

    private func run(_ reconcile: Reconcile, _ folder: String, _ arguments: String...) async throws -> Run {
        try await Program.run(Program.built("reconcile"), arguments, environment: reconcile.environment, in: folder)
    }

    @Test("held against a revision", arguments: ["HEAD", "main", "main^{commit}"])
    func revision(_ base: String) async throws {
        try await withChange { reconcile, folder in
            let plan = try await run(reconcile, folder, "plan", "-f", "m", "--base", base)
            #expect(plan.code == 0, "\(plan.messages)")
            #expect(plan.output.contains("Queue/sales will be created [this change]"))
            #expect(plan.output.contains("Rule/ended will be updated in place [drift that was there before]"))
            #expect(plan.output.contains("Against \(base): 1 this change; 1 drift that was there before."))
            #expect(reconcile.mutations.filter { $0.contains("PutRule") }.count == 1)
        }
    }

    @Test("a resource that both changed is both, also where the manifests are in layers")
    func both() async throws {
        try await withChange { reconcile, folder in
            let described = Self.rule.replacing("name: Ended", with: "name: Ended\n  description: new")
            try described.write(toFile: "\(folder)/m/rule.yaml", atomically: true, encoding: .utf8)
            let plan = try await run(reconcile, folder, "plan", "-f", "./m", "--base", "HEAD", "--output", "jsonl")
            #expect(plan.output.contains(#""origin":"both""#) && plan.output.contains(#""origin":"this_change""#), "\(plan.output)")
        }
    }

    @Test("held against a folder, and where it has nothing there everything is of this change")
    func folder() async throws {
        try await withChange { reconcile, folder in
            try await git(folder, "worktree", "add", "--quiet", "base", "HEAD")
            let plan = try await run(reconcile, folder, "plan", "-f", "m", "--base", "base")
            #expect(plan.output.contains("Against base: 1 this change; 1 drift that was there before."), "\(plan.messages)")
            try FileManager.default.createDirectory(atPath: "\(folder)/empty", withIntermediateDirectories: true)
            let all = try await run(reconcile, folder, "plan", "-f", "\(folder)/m", "--base", "empty")
            #expect(all.output.contains("Against empty: 2 this change."), "\(all.messages)")
        }
    }

    @Test("by one observation: what both declare is read once")
    func observation() async throws {
        try await withChange { reconcile, folder in
            let without = try await run(reconcile, folder, "plan", "-f", "m")
            let with = try await run(reconcile, folder, "plan", "-f", "m", "--base", "HEAD")
            let requests = [without, with].map { $0.messages.split(separator: "\n").first { $0.hasPrefix("Requests: ") } }
            #expect(requests[0] != nil && requests[0] == requests[1])
        }
    }

    @Test("what was declared before and is no more is of this change")
    func removal() async throws {
        try await withChange { reconcile, folder in
            try FileManager.default.removeItem(atPath: "\(folder)/m/rule.yaml")
            let plan = try await run(reconcile, folder, "plan", "-f", "m", "--base", "HEAD")
            #expect(
                plan.output.contains("carries this stack's mark [this change, and drift that was there before]"),
                "\(plan.output)\(plan.messages)")
        }
    }

    @Test(
        "what is no base is told, and runs nothing",
        arguments: ["no/such", "--help", "-", "$(touch forged)", "HEAD; touch forged", "--output=forged"])
    func unknown(_ base: String) async throws {
        try await withChange { reconcile, folder in
            let plan = try await run(reconcile, folder, "plan", "-f", "m", "--base=\(base)")
            #expect(plan.code == 1 && plan.messages.contains("is neither a folder nor a revision"), "\(plan.messages)")
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/forged"))
        }
    }

    @Test("former manifests that are not valid keep nobody from planning: a warning says that nothing can be told")
    func invalid() async throws {
        try await withChange { reconcile, folder in
            let broken = "\(folder)/broken/m"
            try FileManager.default.createDirectory(atPath: broken, withIntermediateDirectories: true)
            try "kind: Nothing\n".write(toFile: "\(broken)/x.yaml", atomically: true, encoding: .utf8)
            let plan = try await run(reconcile, folder, "plan", "-f", "m", "--base", "broken")
            #expect(plan.code == 0 && plan.output.contains("are not valid, so this change can't be told from drift"), "\(plan.messages)")
            #expect(!plan.output.contains("[this change]"))
        }
    }
}
