internal import FoundationEssentials
internal import Logging

/// The one place where calls to a service are bounded, retried and logged.
public struct CloudClient: Sendable {
    /// Whether a call may be made again.
    public enum Repetition: Hashable, Sendable {
        case safe
        /// Not where it isn't known what became of it, as with a creation without a key of its own: the caller looks before it tries again.
        case unsafe
        /// What it tells isn't worth a wait.
        case never
    }

    /// What a service answered.
    public struct Answer: Sendable {
        public var response: HTTPResponse
        /// Where the call was given up, and this is the answer to its last attempt.
        public var effort: Effort?
    }

    public let runtime: Runtime
    private let transport: any HTTPTransport
    private let policy: RetryPolicy
    private let concurrency: Int
    private var limit: ConcurrencyLimit
    private let name: String
    private var gate: (any Gate)?

    /// - Parameters:
    ///   - name: the service, for the log.
    ///   - concurrency: how many requests may be under way at a time.
    public init(
        _ name: String, transport: any HTTPTransport, runtime: Runtime, policy: RetryPolicy = RetryPolicy(),
        concurrency: Int = 32
    ) {
        self.name = name
        self.transport = transport
        self.runtime = runtime
        self.policy = policy
        self.concurrency = concurrency
        limit = ConcurrencyLimit(concurrency)
    }

    /// A client like this one whose requests pass a gate. They are bounded by themselves, so that what waits there holds nobody else up.
    public func through(_ gate: any Gate) -> CloudClient {
        var client = self
        client.gate = gate
        client.limit = ConcurrencyLimit(concurrency)
        return client
    }

    /// Makes a call until it is answered, within the policy.
    ///
    /// - Parameters:
    ///   - operation: its name, for the log: the log never shows headers or bodies.
    ///   - repetition: whether it may be sent again after a failure.
    ///   - prepare: makes the request of one attempt once its turn has come, so that each is signed afresh. It must not call by way of this client, whose
    ///     calls may all be waiting for it.
    ///   - judge: reads the service's own way to say "come again".
    ///   - unanswered: the error where the last attempt was not answered.
    /// - Returns: after the last attempt a bad answer as it is.
    public func call<Failure: Error>(
        _ operation: String, _ repetition: Repetition,
        prepare: @Sendable () async throws(Failure) -> HTTPRequest,
        judge: @Sendable (HTTPResponse) -> Verdict,
        unanswered: @Sendable (HTTPFailure, Effort) -> Failure
    ) async throws(Failure) -> Answer {
        var trial = Trial(policy, runtime)
        while true {
            let rest = trial.rest
            let attempt = try await limit.run { () async throws(Failure) -> Attempt in try await self.attempt(within: rest, prepare) }
            trial.count(from: attempt.start, to: attempt.end)
            log(operation, attempt.outcome, number: trial.effort.attempts)
            let verdict = verdict(attempt.outcome, repetition, judge)
            guard let wait = trial.wait(after: verdict) else {
                switch attempt.outcome {
                case .success(let response): return Answer(response: response, effort: verdict == .answer ? nil : trial.effort)
                case .failure(let failure): throw unanswered(failure, trial.effort)
                }
            }
            do { try await runtime.sleep(wait) } catch { throw unanswered(.interrupted, trial.effort) }
        }
    }

    private struct Attempt: Sendable {
        var outcome: Result<HTTPResponse, HTTPFailure>
        var start: Date
        var end: Date
    }

    private func attempt<Failure: Error>(
        within rest: Duration, _ prepare: @Sendable () async throws(Failure) -> HTTPRequest
    ) async throws(Failure) -> Attempt {
        do throws(HTTPFailure) {
            try await gate?.enter()
        } catch {
            let now = runtime.now()
            return Attempt(outcome: .failure(error), start: now, end: now)
        }
        var response: HTTPResponse?
        defer { gate?.leave(response) }
        var request = try await prepare()
        request.timeout = min(request.timeout ?? rest, rest)
        let start = runtime.now()
        let outcome: Result<HTTPResponse, HTTPFailure>
        do throws(HTTPFailure) {
            let answer = try await transport.send(request)
            response = answer
            outcome = .success(answer)
        } catch {
            outcome = .failure(error)
        }
        return Attempt(outcome: outcome, start: start, end: runtime.now())
    }

    private func verdict(
        _ outcome: Result<HTTPResponse, HTTPFailure>, _ repetition: Repetition, _ judge: @Sendable (HTTPResponse) -> Verdict
    ) -> Verdict {
        if repetition == .never { return .answer }
        switch outcome {
        case .failure(let failure):
            let mayPass = failure.remedy == nil && failure != .interrupted
            return mayPass && (repetition == .safe || failure.wasNotSent) ? .failed : .answer
        case .success(let response):
            let verdict = judge(response)
            return verdict == .failed && repetition == .unsafe ? .answer : verdict
        }
    }

    private func log(_ operation: String, _ outcome: Result<HTTPResponse, HTTPFailure>, number: Int) {
        let result =
            switch outcome {
            case .success(let response): "HTTP \(response.status)"
            case .failure(let failure): failure.description
            }
        runtime.logger.debug("\(name) \(operation): \(result)", metadata: ["attempt": "\(number)"])
    }
}
