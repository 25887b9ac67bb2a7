public import Cloud
internal import FoundationEssentials
public import Model
internal import Synchronization

/// AWS through the user's own `aws` program, for set-ups whose credentials only it understands. Each call is a process: some hundred times slower than
/// over HTTP.
public final class CLITransport: AWSTransport {
    public typealias Runner = @Sendable (ProgramCall) async throws -> ProgramRun

    /// How long a call may take, its retries aside.
    private static let limit = Duration.seconds(120)
    /// Of processes at a time.
    private static let width = 4

    private let endpoints: Endpoints
    private let profile: String?
    private let runtime: Runtime
    private let run: Runner
    private let policy = RetryPolicy()
    private let turns = ConcurrencyLimit(width)
    private let paces = Dictionary(uniqueKeysWithValues: AWSService.allCases.map { ($0, RequestPace()) })
    private let calls = Mutex(0)

    /// - Parameter run: runs a program; the machine's own where none is given.
    public init(endpoints: Endpoints, profile: String?, runtime: Runtime, run: Runner? = nil) {
        self.endpoints = endpoints
        self.profile = profile
        self.runtime = runtime
        self.run = run ?? { try await ProgramRun.of($0) }
    }

    /// How many processes it took.
    public var count: Int { calls.withLock { $0 } }

    public func call(_ operation: AWSOperation, _ input: Value) async throws(ServiceError) -> Value {
        var attempt = 1
        while true {
            do throws(ServiceError) {
                let answer = try await turns.run { () throws(ServiceError) in try await once(operation, input) }
                paces[operation.service]?.wasAnswered()
                return answer
            } catch {
                let isTransient = [.throttled, .unavailable].contains(error.reason) || error.code == "ConcurrentModificationException"
                if error.reason == .throttled { paces[operation.service]?.wasThrottled(now: runtime.now()) }
                guard isTransient, !operation.isOptional, attempt < policy.attempts else { throw error }
                try await wait(policy.backoff(after: attempt, jitter: runtime.jitter()), before: operation)
                attempt += 1
            }
        }
    }

    private func once(_ operation: AWSOperation, _ input: Value) async throws(ServiceError) -> Value {
        if let turn = paces[operation.service]?.takeTurn(now: runtime.now()), turn > .zero { try await wait(turn, before: operation) }
        if Task.isCancelled { throw .interrupted(.aws, operation.name) }
        let result = try await finished(operation, input)
        guard result.code == 0 else { throw redacted(CLIFailure(result).error(of: operation)) }
        return try Self.answer(operation, result.output)
    }

    /// The program's end: one that was begun isn't cut off, since that would leave open what became of it.
    private func finished(_ operation: AWSOperation, _ input: Value) async throws(ServiceError) -> ProgramRun {
        calls.withLock { $0 += 1 }
        let command = CLICommand(operation, endpoints: endpoints, profile: profile)
        let running = Task { () async -> Result<ProgramRun, ServiceError> in
            do {
                let run = self.run
                return .success(
                    try await InputArgument.with(input) { argument in
                        // Retries are this program's, and nobody is there to page through an answer.
                        try await run(
                            ProgramCall(
                                command.arguments + ["--cli-input-json", argument],
                                variables: ["AWS_PAGER": "", "AWS_MAX_ATTEMPTS": "1", "AWS_RETRY_MODE": "standard"], limit: Self.limit,
                                isApart: true))
                    })
            } catch {
                return .failure(Self.failure(operation, error))
            }
        }
        return try await running.value.get()
    }

    private static func failure(_ operation: AWSOperation, _ error: any Error) -> ServiceError {
        switch error {
        case is ProgramCall.NotFound:
            ServiceError(
                .invalid, system: .aws, operation: operation.name, summary: "there is no program `aws` in the PATH",
                fix: "install the AWS CLI, or leave out `--aws-transport cli`")
        case is ProgramRun.TimedOut:
            ServiceError(
                .unavailable, system: .aws, operation: operation.name,
                summary: "the AWS CLI did not end \(operation.name) within \(limit.components.seconds) seconds", fix: "check the network")
        default:
            ServiceError(
                .unexpectedAnswer, system: .aws, operation: operation.name, summary: "the AWS CLI can't be run", message: "\(error)",
                fix: "see that `aws --version` works")
        }
    }

    private static func answer(_ operation: AWSOperation, _ output: String) throws(ServiceError) -> Value {
        let text = output.drop { $0.isWhitespace }
        let value = text.isEmpty ? .map([:]) : try? Value(json: String(text))
        let problem =
            value == nil ? "it is no JSON" : operation.answer.flatMap { value?[$0] == nil || value?[$0] == .null ? "it has no \($0)" : nil }
        guard let value, problem == nil else {
            throw ServiceError(
                .unexpectedAnswer, system: .aws, operation: operation.name,
                summary: "the AWS CLI's answer to \(operation.name) can't be understood: \(problem ?? "")",
                message: text.isEmpty ? nil : String(text.prefix(300)), fix: "see what `aws` prints by itself")
        }
        return value
    }

    private func wait(_ duration: Duration, before operation: AWSOperation) async throws(ServiceError) {
        do { try await runtime.sleep(duration) } catch { throw .interrupted(.aws, operation.name) }
    }

    private func redacted(_ error: ServiceError) -> ServiceError {
        let secrets = ["AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"].compactMap(runtime.variable)
        return error.redacting(secrets)
    }
}

/// The input of a call as an argument: as it is, or a file that holds it and is gone afterwards.
enum InputArgument {
    static func with<Result: Sendable>(_ input: Value, _ body: (String) async throws -> Result) async throws -> Result {
        let text = input.json
        guard text.utf8.count > CLICommand.longestInput else { return try await body(text) }
        let file = FileManager.default.temporaryDirectory.appending(path: "reconcile-\(UUID().uuidString).json")
        guard
            FileManager.default.createFile(
                atPath: file.path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        else { throw CocoaError(.fileWriteUnknown) }
        defer { try? FileManager.default.removeItem(at: file) }
        return try await body("file://\(file.path)")
    }
}
