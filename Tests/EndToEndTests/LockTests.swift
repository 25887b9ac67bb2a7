import Foundation
import Sandbox
import Subprocess
import TestSupport
import Testing

@Suite("Two applies at once, with a lock", .timeLimit(.minutes(10)))
struct LockTests {
    private static let applying = ["apply", "-f", "manifests/tutorial", "--auto-approve", "--lock", "s3://locks/prod"]

    /// Local clouds, moto's S3 with a bucket for locks, and the AWS CLI of the tests in front.
    private func withBucket(_ body: @escaping @Sendable (Reconcile) async throws -> Void) async throws {
        try await Moto.run { moto in
            try await Reconcile.withClouds { clouds in
                let reconcile = clouds.with(["AWS_ENDPOINT_URL_S3": moto.url, "PATH": Program.path])
                try await reconcile.aws("s3api", "create-bucket", "--bucket", "locks")
                try await body(reconcile)
            }
        }
    }

    @Test("the second changes nothing and says who is at it; when the first has ended, the lock is free")
    func two() async throws {
        try await withBucket { reconcile in
            let latch = Latch()
            try await FaultProxy.run(before: reconcile.sandbox.url, { $0.operation == "events.PutRule" ? .held(latch) : nil }) { proxy in
                async let first = reconcile.through(proxy).run(Self.applying)
                await latch.reached()
                try await FaultProxy.run(before: reconcile.sandbox.url) { proxy in
                    let second = try await reconcile.through(proxy).run(Self.applying)
                    let messages = second.messages.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                    #expect(second.code == 1 && messages.contains("the lock s3://locks/prod is held by "), "\(messages)")
                    #expect(proxy.calls.isEmpty)
                }

                latch.release()
                let run = try await first
                #expect(run.code == 0, "\(run.output)\(run.messages)")
            }
            #expect(try await reconcile.run(Self.applying).code == 0)
            let unlock = try await reconcile("unlock", "--lock", "s3://locks/prod")
            #expect(unlock.code == 0 && unlock.output == "Nobody holds the lock s3://locks/prod.\n")
        }
    }

    @Test("through the aws program it is the same lock")
    func program() async throws {
        try await withBucket { reconcile in
            let latch = Latch()
            try await FaultProxy.run(before: reconcile.sandbox.url, { $0.operation == "events.PutRule" ? .held(latch) : nil }) { proxy in
                async let first = reconcile.through(proxy).run(Self.applying)
                await latch.reached()
                let second = try await reconcile.run(Self.applying + ["--aws-transport", "cli"])
                let messages = second.messages.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                #expect(second.code == 1 && messages.contains("the lock s3://locks/prod is held by "), "\(messages)")
                latch.release()
                #expect(try await first.code == 0)
            }
            let third = try await reconcile.run(Self.applying + ["--aws-transport", "cli"])
            #expect(third.code == 0, "\(third.output)\(third.messages)")
            let unlock = try await reconcile("unlock", "--lock", "s3://locks/prod", "--aws-transport", "cli")
            #expect(unlock.code == 0 && unlock.output == "Nobody holds the lock s3://locks/prod.\n", "\(unlock.messages)")
        }
    }

    @Test("it is released after a failure and after an interruption")
    func released() async throws {
        try await withBucket { reconcile in
            let denied = try await reconcile.with(["GENESYSCLOUD_OAUTHCLIENT_SECRET": "wrong"]).run(Self.applying)
            #expect(denied.code == 1 && denied.messages.contains("refused"), "\(denied.messages)")

            let latch = Latch()
            try await FaultProxy.run(before: reconcile.sandbox.url, { $0.operation == "events.PutRule" ? .held(latch) : nil }) { proxy in
                let run = try await Program.run(
                    Program.built("reconcile"), Self.applying, environment: reconcile.through(proxy).environment,
                    in: Reconcile.project.path,
                    beside: { program in
                        await latch.reached()
                        program.send(.terminate)
                        await program.says("Interrupted: ")
                        latch.release()
                    }, ended: { latch.abandon() })
                #expect(run.code == 130, "\(run.output)\(run.messages)")
            }
            #expect(try await reconcile("unlock", "--lock", "s3://locks/prod").output.hasPrefix("Nobody holds"))
        }
    }

    @Test("what a killed run left behind is released by its id alone")
    func unlock() async throws {
        try await withBucket { reconcile in
            let latch = Latch()
            try await FaultProxy.run(before: reconcile.sandbox.url, { $0.operation == "events.PutRule" ? .held(latch) : nil }) { proxy in
                _ = try await Program.run(
                    Program.built("reconcile"), Self.applying, environment: reconcile.through(proxy).environment,
                    in: Reconcile.project.path,
                    beside: { program in
                        await latch.reached()
                        program.send(.kill)
                    }, ended: { latch.abandon() })
            }
            let asked = try await reconcile("unlock", "--lock", "s3://locks/prod")
            #expect(asked.code == 1, "\(asked.messages)")
            let other = try await reconcile("unlock", "--lock", "s3://locks/prod", "00000000-0000-4000-8000-000000000000")
            #expect(other.code == 1)
            let id = try #require(asked.messages.firstMatch(of: #/with the id\s+([0-9a-f-]{36})/#)?.1)
            let freed = try await reconcile("unlock", "--lock", "s3://locks/prod", String(id))
            #expect(freed.code == 0, "\(freed.messages)")
            #expect(try await reconcile.run(Self.applying).code == 0)
        }
    }

    @Test("what names no object in S3 is a usage error")
    func usage() async throws {
        try await Reconcile.withClouds { reconcile in
            let run = try await reconcile("apply", "-f", "manifests/tutorial", "--auto-approve", "--lock", "locks/prod")
            #expect(run.code == 64)
        }
    }
}
