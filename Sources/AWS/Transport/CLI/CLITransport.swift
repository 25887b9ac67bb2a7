public import Cloud
internal import FoundationEssentials
public import Model
internal import Synchronization

/// AWS through the user's own `aws` program, for set-ups whose credentials only it understands. Each call is a process: some hundred times slower than
/// over HTTP.
public final class CLITransport: AWSTransport {
    public typealias Runner = @Sendable (ProgramCall) async throws -> ProgramRun

    /// Of processes at a time.
    private static let width = 4

    /// Retries are this program's, and nobody is there to page through an answer or to be asked.
    private static let variables = [
        "AWS_PAGER": "", "AWS_CLI_AUTO_PROMPT": "off", "AWS_MAX_ATTEMPTS": "1", "AWS_RETRY_MODE": "standard",
    ]

    private let endpoints: Endpoints
    private let profile: String?
    private let runtime: Runtime
    private let run: Runner
    private let turns = ConcurrencyLimit(width)
    private let paces: [AWSService: RequestPace]
    private let calls = Mutex(0)

    /// - Parameter run: runs a program; the machine's own where none is given.
    public init(endpoints: Endpoints, profile: String?, runtime: Runtime, run: Runner? = nil) {
        self.endpoints = endpoints
        self.profile = profile
        self.runtime = runtime
        self.run = run ?? { try await ProgramRun.of($0) }
        paces = Dictionary(uniqueKeysWithValues: AWSService.allCases.map { ($0, RequestPace(runtime)) })
    }

    /// How many processes it took.
    public var count: Int { calls.withLock { $0 } }

    public func call(_ operation: AWSOperation, _ input: Value) async throws(ServiceError) -> Value {
        let text = input.json
        guard text.utf8.count > CLICommand.longestInput else {
            return try await call(operation, arguments: ["--cli-input-json", text])
        }
        return try await TemporaryFile.with(Array(text.utf8)) { path throws(ServiceError) in
            try await call(operation, arguments: ["--cli-input-json", "file://\(path)"])
        }
    }

    /// - Parameter arguments: the operation's input.
    func call(_ operation: AWSOperation, arguments: [String]) async throws(ServiceError) -> Value {
        let arguments = CLICommand(operation, endpoints: endpoints, profile: profile).arguments + arguments
        var trial = Trial(RetryPolicy(), runtime)
        while true {
            let rest = trial.rest
            let attempt = try await turns.run { () async throws(ServiceError) -> Attempt in
                try await self.attempt(operation, arguments, within: rest)
            }
            trial.count(from: attempt.start, to: attempt.end)
            do throws(ServiceError) {
                let answer = try attempt.outcome.get()
                paces[operation.service]?.wasAnswered()
                return answer
            } catch {
                if error.reason == .throttled { paces[operation.service]?.wasThrottled() }
                let verdict = operation.isOptional ? .answer : CLIFailure.verdict(error)
                guard let wait = trial.wait(after: verdict) else { throw verdict == .answer ? error : error.after(trial.effort) }
                do { try await runtime.sleep(wait) } catch { throw .interrupted(.aws, operation.name) }
            }
        }
    }

    private struct Attempt: Sendable {
        var outcome: Result<Value, ServiceError>
        var start: Date
        var end: Date
    }

    /// - Throws: `ServiceError` where the run was interrupted before it.
    private func attempt(
        _ operation: AWSOperation, _ arguments: [String], within limit: Duration
    ) async throws(ServiceError) -> Attempt {
        do throws(HTTPFailure) { try await paces[operation.service]?.enter() } catch { throw .interrupted(.aws, operation.name) }
        if Task.isCancelled { throw .interrupted(.aws, operation.name) }
        let start = runtime.now()
        let outcome = await result { () async throws(ServiceError) in
            let run = try await finished(operation, arguments, within: limit)
            guard run.code == 0 else { throw redacted(CLIFailure(run).error(of: operation)) }
            return try Self.answer(operation, run.output)
        }
        return Attempt(outcome: outcome, start: start, end: runtime.now())
    }

    /// The program's end: one that was begun isn't cut off, since that would leave open what became of it.
    private func finished(_ operation: AWSOperation, _ arguments: [String], within limit: Duration) async throws(ServiceError) -> ProgramRun
    {
        calls.withLock { $0 += 1 }
        let call = ProgramCall(arguments, variables: Self.variables, limit: limit, isApart: true)
        let run = self.run
        let running = Task { () async -> Result<ProgramRun, ServiceError> in
            do { return .success(try await run(call)) } catch { return .failure(Self.failure(operation, error, within: limit)) }
        }
        return try await running.value.get()
    }

    private static func failure(_ operation: AWSOperation, _ error: any Error, within limit: Duration) -> ServiceError {
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

    private func redacted(_ error: ServiceError) -> ServiceError {
        let secrets = ["AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN"].compactMap(runtime.variable)
        return error.redacting(secrets)
    }
}
