import AWS
import Cloud
import Foundation
import Model
import Synchronization
import Testing

/// The user's own `aws`: what it is given, and how its words are understood.
@Suite struct CLITransportTests {
    private let world = TestWorld()
    private let calls = Calls()

    /// The calls, and the answers that are given to them, the last again and again.
    private final class Calls: Sendable {
        private let state = Mutex((calls: [ProgramCall](), files: [String](), answers: [ProgramRun]()))

        var all: [ProgramCall] { state.withLock { $0.calls } }
        /// What stood in the files that were named as input.
        var files: [String] { state.withLock { $0.files } }

        func answer(_ answers: ProgramRun...) { state.withLock { $0.answers = answers } }

        func take(_ call: ProgramCall) -> ProgramRun {
            let path = call.arguments.last.flatMap { $0.hasPrefix("file://") ? String($0.dropFirst("file://".count)) : nil }
            let file = path.flatMap { try? String(contentsOf: URL(filePath: $0), encoding: .utf8) }
            return state.withLock { state in
                state.calls.append(call)
                if let file { state.files.append(file) }
                return state.answers.count > 1 ? state.answers.removeFirst() : state.answers[0]
            }
        }
    }

    private func transport(
        _ environment: [String: String] = TestWorld.credentials, region: String = "eu-west-1", profile: String? = nil,
        run: CLITransport.Runner? = nil
    ) throws -> CLITransport {
        let calls = calls
        return CLITransport(
            endpoints: try Endpoints(Stack.AWS(region: region, accountID: "1"), environment: environment), profile: profile,
            runtime: world.runtime(environment), run: run ?? { calls.take($0) })
    }

    private static func failed(_ messages: String, code: Int = 254) -> ProgramRun { ProgramRun(code: code, output: "", messages: messages) }

    private static func refused(_ code: String, _ message: String = "no") -> ProgramRun {
        failed("\nAn error occurred (\(code)) when calling the PutRule operation: \(message)\n")
    }

    @Test func `an operation is a command, its input one argument as it is`() async throws {
        calls.answer(ProgramRun(code: 0, output: "{\"RuleArn\": \"arn\"}\n", messages: ""))
        let answer = try await transport().call(.putRule, ["Name": "a b; $(rm -rf ~) `x` \"'", "Description": "é\n"])
        #expect(answer == ["RuleArn": "arn"])
        let call = try #require(calls.all.first)
        #expect(
            call.arguments == [
                "aws", "events", "put-rule", "--output", "json", "--no-paginate", "--region", "eu-west-1", "--cli-input-json",
                #"{"Description":"é\n","Name":"a b; $(rm -rf ~) `x` \"'"}"#,
            ])
        #expect(call.variables["AWS_PAGER"] == "" && call.variables["AWS_CLI_AUTO_PROMPT"] == "off" && call.isApart)
    }

    @Test(
        "each operation has its command",
        arguments: [
            (AWSOperation.getResources, ["resourcegroupstaggingapi", "get-resources"]),
            (.listTargetsByRule, ["events", "list-targets-by-rule"]),
            (.getCallerIdentity, ["sts", "get-caller-identity"]), (.simulatePrincipalPolicy, ["iam", "simulate-principal-policy"]),
            (.describeResourcePolicies, ["logs", "describe-resource-policies"]), (.setQueueAttributes, ["sqs", "set-queue-attributes"]),
        ])
    func command(_ operation: AWSOperation, _ words: [String]) async throws {
        calls.answer(ProgramRun(code: 0, output: Value.map([operation.answer ?? "x": "y"]).json, messages: ""))
        _ = try await transport(["AWS_ENDPOINT_URL_SQS": "http://127.0.0.1:1"], profile: "care").call(operation, [:])
        let arguments = try #require(calls.all.first).arguments
        #expect(Array(arguments[1...2]) == words)
        #expect(arguments.contains("--endpoint-url") == (operation.service == .sqs))
        #expect(arguments.contains(operation.service == .iam ? "us-east-1" : "eu-west-1"))
        #expect(arguments.contains("care"))
    }

    @Test func `an input that is too long for an argument goes by way of a file, which is gone afterwards`() async throws {
        calls.answer(ProgramRun(code: 0, output: "{\"FailedEntryCount\": 0}", messages: ""))
        let input: Value = ["Rule": .string(String(repeating: "x", count: 150_000))]
        _ = try await transport().call(.putTargets, input)
        #expect(calls.files == [input.json])
        let path = try #require(calls.all.first?.arguments.last).dropFirst("file://".count)
        #expect(!FileManager.default.fileExists(atPath: String(path)))
    }

    @Test func `an operation without an answer takes an empty one`() async throws {
        calls.answer(ProgramRun(code: 0, output: "\n", messages: ""))
        #expect(try await transport().call(.deleteRule, [:]) == [:])
    }

    @Test(
        "errors are read from stderr, as both versions write them",
        arguments: [
            ("An error occurred (ResourceNotFoundException) when calling the PutRule operation: gone", .notFound, "gone"),
            (
                "aws: [ERROR]: An error occurred (AccessDeniedException) when calling the PutRule operation: User: x is not authorized to "
                    + "perform: events:PutRule on resource: arn:y because", .forbidden, "User: x"
            ),
            (
                "An error occurred (LimitExceededException) when calling the PutRule operation: full\nAdditional error details:\nx",
                .limitExceeded, "full"
            ),
            ("An error occurred (404) when calling the PutRule operation: Not Found", .unexpectedAnswer, "Not Found"),
            ("Unable to locate credentials. You can configure credentials by running \"aws configure\".", .unauthenticated, "Unable"),
            ("The config profile (care) could not be found", .unauthenticated, "care"),
            ("Error when retrieving token from sso: Token has expired and refresh failed", .unauthenticated, "sso"),
            ("aws: error: argument operation: Invalid choice, valid choices are:", .invalid, "Invalid choice"),
            ("Segmentation fault", .unexpectedAnswer, "Segmentation"),
        ] as [(String, ServiceError.Reason, String)])
    func errors(messages: String, reason: ServiceError.Reason, word: String) async throws {
        calls.answer(Self.failed(messages))
        let error = try await Fixture.failure { try await transport().call(.putRule, [:]) }
        #expect(error.reason == reason)
        #expect(error.message?.contains(word) == true)
        #expect(error.status == (messages.contains("(404)") ? 404 : nil))
        #expect(calls.all.count == 1)
    }

    @Test("throttling and failures are tried again", arguments: ["ThrottlingException", "502", "ConcurrentModificationException"])
    func again(code: String) async throws {
        calls.answer(Self.refused(code), Self.refused(code), ProgramRun(code: 0, output: "{\"RuleArn\":\"a\"}", messages: ""))
        _ = try await transport().call(.putRule, [:])
        #expect(calls.all.count == 3 && !world.sleeps.isEmpty)
    }

    @Test func `what only tells people more is asked once`() async throws {
        calls.answer(Self.refused("503"))
        _ = try await Fixture.failure { try await transport().call(.getRole, [:]) }
        #expect(calls.all.count == 1)
    }

    @Test(
        "an answer that can't be understood is none",
        arguments: ["<html>", "{}", #"{"RuleArn": null}"#, #"{"RuleArn": "a""#])
    func broken(output: String) async throws {
        calls.answer(ProgramRun(code: 0, output: output, messages: ""))
        let error = try await Fixture.failure { try await transport().call(.putRule, [:]) }
        #expect(error.reason == .unexpectedAnswer)
    }

    @Test func `a program that hangs is ended by the deadline of its call, its retries included`() async throws {
        let limits = Mutex<[Duration]>([])
        let runtime = world.runtime()
        let hanging = try transport { call in
            limits.withLock { $0.append(call.limit) }
            try await runtime.sleep(min(call.limit, .seconds(50)))
            if call.limit <= .seconds(50) { throw ProgramRun.TimedOut() }
            return Self.failed("Read timeout on endpoint URL: \"https://events.eu-west-1.amazonaws.com/\"")
        }
        let error = try await Fixture.failure { try await hanging.call(.listRules, [:]) }
        #expect(error.reason == .unavailable)
        #expect(error.summary == "the AWS CLI did not end ListRules within 19 seconds (tried 3 times within 120 s)")
        #expect(limits.withLock { $0 } == [.seconds(120), .milliseconds(69_900), .milliseconds(19_700)])
    }

    @Test func `a program that is missing or was killed is told`() async throws {
        let missing = try await Fixture.failure { try await transport { _ in throw ProgramCall.NotFound() }.call(.listRules, [:]) }
        #expect(missing.reason == .invalid && missing.summary == "there is no program `aws` in the PATH")
        #expect(missing.fix?.contains("install the AWS CLI") == true)
        calls.answer(ProgramRun(code: nil, output: "", messages: ""))
        let killed = try await Fixture.failure { try await transport().call(.listRules, [:]) }
        #expect(killed.summary.contains("was ended by a signal"))
    }

    @Test func `no secret of the environment is in an error`() async throws {
        let secret = try #require(TestWorld.credentials["AWS_SECRET_ACCESS_KEY"])
        calls.answer(Self.refused("SignatureDoesNotMatch", "no \(secret) The Canonical String for this request should have been 'x'"))
        let error = try await Fixture.failure { try await transport().call(.putRule, [:]) }
        #expect(error.reason == .unauthenticated && error.message == "no <redacted>")
    }

    @Test func `each process counts, also those of calls that are made again`() async throws {
        calls.answer(Self.refused("503"), ProgramRun(code: 0, output: "{\"RuleArn\":\"a\"}", messages: ""))
        let transport = try transport()
        _ = try await transport.call(.putRule, [:])
        #expect(transport.count == 2)
    }
}
