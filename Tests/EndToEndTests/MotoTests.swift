import Foundation
import TestSupport
import Testing

@Suite("Against moto, which others wrote")
struct MotoTests {
    @Test("the tutorial's AWS half lives the same life as in the sandbox: plan, apply, plan, drift, repair, signatures verified")
    func tutorial() async throws {
        try await Moto.run { moto in
            try await Reconcile.withClouds { clouds in
                let reconcile = clouds.with(["AWS_ENDPOINT_URL": moto.url])
                try await reconcile.createFunction("ProcessGenesysEndEvents")
                let tutorial = WholeLifeTests.tutorial

                for life in ["made from nothing", "mended after a drift"] {
                    let planned = try await reconcile("plan", "-f", tutorial.manifests, "--detailed-exitcode")
                    #expect(planned.code == 2, "\(life): \(planned.output)\(planned.messages)")
                    let applied = try await reconcile("apply", "-f", tutorial.manifests, "--auto-approve")
                    #expect(applied.code == 0, "\(life): \(applied.output)\(applied.messages)")
                    let empty = try await reconcile("plan", "-f", tutorial.manifests, "--detailed-exitcode")
                    #expect(empty.code == 0, "\(life): \(empty.output)\(empty.messages)")
                    try await reconcile.disable(tutorial.rule, on: tutorial.bus)
                }
                let drifted = try await reconcile("plan", "-f", tutorial.manifests)
                try tutorial.golden.expect(drifted.output, "drift.txt")
            }
        }
    }
}

extension Reconcile {
    /// What the account has before `reconcile` comes: a role, and a function that runs under it.
    func createFunction(_ name: String) async throws {
        let trust =
            #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#
        try await aws("iam", "create-role", "--role-name", "function", "--assume-role-policy-document", trust)
        let emptyArchive = "PK\u{05}\u{06}" + String(repeating: "\u{0}", count: 18)
        try await withFolder(["code.zip": emptyArchive]) { folder in
            try await aws(
                "lambda", "create-function", "--function-name", name, "--runtime", "python3.12", "--handler", "index.handler", "--role",
                "arn:aws:iam::123456789012:role/function", "--zip-file", "fileb://\(folder)/code.zip")
        }
    }
}
