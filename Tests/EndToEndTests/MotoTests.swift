import Foundation
import TestSupport
import Testing

@Suite("Against moto, which others wrote")
struct MotoTests {
    @Test(
        "the tutorial's AWS half lives the same life as in the sandbox, over HTTP and through the aws program: plan, apply, plan, drift, repair",
        arguments: ["rest", "cli"])
    func tutorial(transport: String) async throws {
        try await Moto.run { moto in
            try await Reconcile.withClouds { clouds in
                let reconcile = clouds.with(["AWS_ENDPOINT_URL": moto.url, "PATH": Program.path])
                try await reconcile.createFunction("ProcessGenesysEndEvents")
                try await reconcile.createRole("EventBridge_InvokeLambda_Role", trusting: "events.amazonaws.com")
                let tutorial = WholeLifeTests.tutorial

                for life in ["made from nothing", "mended after a drift"] {
                    let planned = try await reconcile("plan", "-f", tutorial.manifests, "--detailed-exitcode", "--aws-transport", transport)
                    #expect(planned.code == 2, "\(life): \(planned.output)\(planned.messages)")
                    let applied = try await reconcile("apply", "-f", tutorial.manifests, "--auto-approve", "--aws-transport", transport)
                    #expect(applied.code == 0, "\(life): \(applied.output)\(applied.messages)")
                    let empty = try await reconcile("plan", "-f", tutorial.manifests, "--detailed-exitcode", "--aws-transport", transport)
                    #expect(empty.code == 0, "\(life): \(empty.output)\(empty.messages)")
                    try await reconcile.disable(tutorial.rule, on: tutorial.bus)
                }
                let drifted = try await reconcile("plan", "-f", tutorial.manifests, "--aws-transport", transport)
                try tutorial.golden.expect(drifted.output, "drift.txt")
            }
        }
    }
}

extension MotoTests {
    @Test("without an aws program that is said, and nothing is changed")
    func missing() async throws {
        try await Reconcile.withClouds { clouds in
            let run = try await clouds.with(["PATH": "/nonexistent"])(
                "plan", "-f", WholeLifeTests.tutorial.manifests, "--aws-transport", "cli")
            #expect(run.code == 1 && run.messages.contains("there is no program `aws` in the PATH"), "\(run.messages)")
            #expect(clouds.mutations == [])
        }
    }
}

extension Reconcile {
    /// What the account has before `reconcile` comes: a role, and a function that runs under it.
    func createFunction(_ name: String) async throws {
        try await createRole("function", trusting: "lambda.amazonaws.com")
        let emptyArchive = "PK\u{05}\u{06}" + String(repeating: "\u{0}", count: 18)
        try await withFolder(["code.zip": emptyArchive]) { folder in
            try await aws(
                "lambda", "create-function", "--function-name", name, "--runtime", "python3.12", "--handler", "index.handler", "--role",
                "arn:aws:iam::123456789012:role/function", "--zip-file", "fileb://\(folder)/code.zip")
        }
    }

    func createRole(_ name: String, trusting service: String) async throws {
        let trust =
            #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"\#(service)"},"Action":"sts:AssumeRole"}]}"#
        try await aws("iam", "create-role", "--role-name", name, "--assume-role-policy-document", trust)
    }
}
