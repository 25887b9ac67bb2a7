import TestSupport
import Testing

@Suite("Many stacks in one run: plan --stacks")
struct StacksTests {
    private static func set(_ stack: String, of queue: String) -> String {
        """
        \(Reconcile.stack(stack))
        ---
        apiVersion: reconcile/v1
        kind: Queue
        metadata: {name: \(queue)}
        spec: {name: \(queue)}

        """
    }

    private static func plans(in output: String) -> [Substring] {
        output.split(separator: "\n").filter { $0.hasPrefix("Stack ") }
    }

    @Test("plans come in the order of the folders, over one login")
    func together() async throws {
        let files = Dictionary(uniqueKeysWithValues: (1...12).map { ("\($0)/set.yaml", Self.set("stack-\($0)", of: "queue-\($0)")) })
        try await Reconcile.withClouds { reconcile in
            try await withFolder(files) { folder in
                let folders = (1...12).map { "\(folder)/\($0)" }
                let run = try await reconcile.run(["plan", "--stacks"] + folders + ["--detailed-exitcode"])
                #expect(run.code == 2, "\(run.messages)")
                let expected = (1...12).map {
                    "Stack acme/telephony/stack-\($0): Genesys Cloud us-east-1, AWS account 123456789012 in us-east-1"
                }
                #expect(Self.plans(in: run.output).map(String.init) == expected)
                #expect(run.messages.contains("12 stacks planned: 12 to change."))
                #expect(reconcile.calls["POST /oauth/token"] == 1)
                #expect(reconcile.mutations == [])
            }
        }
    }

    @Test("what is wrong with one set keeps no other from being planned, and decides the exit code")
    func oneInvalid() async throws {
        let invalid = Self.set("broken", of: "care").replacing("kind: Queue", with: "kind: Quue")
        try await Reconcile.withClouds { reconcile in
            try await withFolder(["a/set.yaml": invalid, "b/set.yaml": Self.set("whole", of: "sales")]) { folder in
                let run = try await reconcile("plan", "--stacks", "\(folder)/a", "\(folder)/b", "--detailed-exitcode")
                #expect(run.code == 1)
                #expect(Self.plans(in: run.output).count == 1)
                #expect(run.messages.contains("Quue"))
                #expect(run.messages.contains("2 stacks planned: 1 to change, 1 in error."))
            }
        }
    }

    @Test("two folders with one Stack are an error: each would delete what the other declares")
    func oneStackTwice() async throws {
        try await Reconcile.withClouds { reconcile in
            try await withFolder(["a/set.yaml": Self.set("prod", of: "care"), "b/set.yaml": Self.set("prod", of: "sales")]) { folder in
                let run = try await reconcile("plan", "--stacks", "\(folder)/a", "\(folder)/b")
                #expect(run.code == 1)
                #expect(run.messages.contains("acme/telephony/prod is the Stack of"))
            }
        }
    }

    @Test("-f and --out go with one set only", arguments: [["-f", "manifests/tutorial"], ["--out", "plan.json"]])
    func usage(other: [String]) async throws {
        try await Reconcile.withClouds { reconcile in
            let run = try await reconcile.run(["plan", "--stacks", "manifests/tutorial"] + other)
            #expect(run.code == 64)
        }
    }
}
