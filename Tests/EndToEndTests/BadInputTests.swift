import Model
import Sandbox
import TestSupport
import Testing

@Suite("What goes wrong is said clearly, with the right exit code, and nothing is half-printed")
struct BadInputTests {
    private static let stack = """
        apiVersion: reconcile/v1
        kind: Stack
        metadata: {name: bad}
        spec:
          owner: acme/telephony
          genesys: {region: us-east-1, organizationId: 6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b}
          aws: {region: us-east-1, accountId: "123456789012"}
        """

    private func expectError(
        _ run: Run, code: Int = 1, says texts: String..., sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) {
        #expect(run.code == code, "\(run.output)\(run.messages)", sourceLocation: sourceLocation)
        #expect(run.output == "", sourceLocation: sourceLocation)
        let words = run.messages.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for text in texts { #expect(words.contains(text), "\(run.messages)", sourceLocation: sourceLocation) }
    }

    private func plan(
        _ document: String, configure: (inout SandboxConfiguration) -> Void = { _ in }, variables: [String: String?] = [:],
        prepare: (Reconcile) async throws -> Void = { _ in }
    ) async throws -> Run {
        try await Reconcile.withClouds(configure) { reconcile in
            try await prepare(reconcile)
            return try await withFolder(["set.yaml": Self.stack + "\n---\n" + document + "\n"]) { folder in
                try await reconcile.with(variables)("plan", "-f", folder)
            }
        }
    }

    private static let queue = """
        apiVersion: reconcile/v1
        kind: Queue
        metadata: {name: support}
        spec: {name: No Such Queue, lifecycle: {manage: reference}}
        """

    @Test("a wrong manifest: the place, the line and the fix")
    func manifest() async throws {
        let run = try await plan("apiVersion: reconcile/v1\nkind: Queue\nmetadata: {name: support}\nspec: {nmae: Support}")
        expectError(run, says: "set.yaml:12:8", "nmae", "Did you mean `name`?", "^")
    }

    @Test("a missing file")
    func missingFile() async throws {
        try await Reconcile.withClouds { reconcile in
            expectError(try await reconcile("plan", "-f", "no/such/folder"), says: "no/such/folder")
            expectError(try await reconcile("apply", "no/such/plan.json"), says: "no/such/plan.json")
        }
    }

    @Test("a queue that doesn't exist")
    func unknownQueue() async throws {
        expectError(try await plan(Self.queue), says: "No Such Queue", "set.yaml:9")
    }

    @Test("a queue whose given id doesn't exist")
    func unknownID() async throws {
        let document = Self.queue.replacing("name: No Such Queue", with: "id: 00000000-0000-4000-8000-00000000dead")
        expectError(try await plan(document), says: "00000000-0000-4000-8000-00000000dead", "set.yaml:9")
    }

    @Test("refused Genesys credentials")
    func genesysCredentials() async throws {
        let run = try await plan(Self.queue, variables: ["GENESYSCLOUD_OAUTHCLIENT_SECRET": "canary-wrong"])
        expectError(run, says: "GENESYSCLOUD_OAUTHCLIENT_SECRET")
        #expect(!run.messages.contains("canary-wrong"))
    }

    @Test("missing Genesys credentials: the variables are named")
    func noGenesysCredentials() async throws {
        let run = try await plan(Self.queue, variables: ["GENESYSCLOUD_OAUTHCLIENT_ID": nil])
        expectError(run, says: "GENESYSCLOUD_OAUTHCLIENT_ID")
    }

    private static let rule = """
        apiVersion: reconcile/v1
        kind: Rule
        metadata: {name: ended}
        spec:
          eventBusName: default
          eventPattern: {source: [genesys.cloud]}
          targets: {main: {arn: "arn:aws:sqs:us-east-1:123456789012:ended"}}
        """

    @Test("refused AWS credentials")
    func awsCredentials() async throws {
        let run = try await plan(Self.rule, variables: ["AWS_SECRET_ACCESS_KEY": "canary-wrong"])
        expectError(run, says: "set.yaml:9", "Request id")
        #expect(!run.messages.contains("canary-wrong"))
    }

    @Test("missing AWS credentials: the variables are named")
    func noAWSCredentials() async throws {
        expectError(try await plan(Self.rule, variables: ["AWS_ACCESS_KEY_ID": nil]), says: "AWS_ACCESS_KEY_ID")
    }

    @Test("a permission that is missing in AWS is named, with the request id")
    func awsPermission() async throws {
        let run = try await plan(Self.rule, configure: { $0.deniedOperations = ["events.ListRules"] })
        expectError(run, says: "events:ListRules", "Request id")
    }

    @Test("a permission that is missing in Genesys Cloud is named, with the correlation id")
    func genesysPermission() async throws {
        let run = try await plan(Self.queue, configure: { $0.deniedOperations = ["GET /api/v2/routing/queues"] })
        expectError(run, says: "a permission is missing", "HTTP 403", "Request id")
    }

    @Test("a host that can't be reached")
    func unreachable() async throws {
        let run = try await plan(
            Self.queue, variables: ["GENESYSCLOUD_API_URL": "http://127.0.0.1:1", "GENESYSCLOUD_LOGIN_URL": "http://127.0.0.1:1"])
        expectError(run, says: "127.0.0.1:1")
    }

    @Test("another AWS account than the stack's is refused before anything is changed")
    func otherAccount() async throws {
        try await Reconcile.withClouds { reconcile in
            let other = (Self.stack + "\n---\n" + Self.rule + "\n").replacing("123456789012", with: "999999999999")
            try await withFolder(["set.yaml": other]) { folder in
                let run = try await reconcile("apply", "-f", folder, "--auto-approve")
                #expect(run.code == 3)
                #expect(run.output.contains("123456789012"))
                #expect(reconcile.mutations == [])
            }
        }
    }

    @Test("apply off a terminal asks for --auto-approve, as a usage error")
    func noTerminal() async throws {
        try await Reconcile.withClouds { reconcile in
            expectError(try await reconcile("apply", "-f", "manifests/tutorial"), code: 64, says: "--auto-approve")
            expectError(try await reconcile("plan"), code: 64, says: "-f")
        }
    }

    @Test("an entry that PutTargets refuses in a 200 is a failure of that target")
    func failedEntry() async throws {
        try await Reconcile.withClouds { reconcile in
            let document = Self.rule.replacing(
                "sqs:us-east-1:123456789012:ended", with: "states:us-east-1:123456789012:stateMachine:without-a-role"
            ).replacing(
                "name: ended}", with: "name: ended, annotations: {ignore-check.reconcile/target-without-permission: as AWS sees it}}")
            try await withFolder(["set.yaml": Self.stack + "\n---\n" + document + "\n"]) { folder in
                let run = try await reconcile("apply", "-f", folder, "--auto-approve")
                #expect(run.code == 5, "\(run.output)")
                #expect(run.output.contains("Target/ended/main") && run.output.contains("1 failed"))
            }
        }
    }
}
