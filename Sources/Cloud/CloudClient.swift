internal import Logging

/// The one place where calls to a service are bounded, retried and logged.
public struct CloudClient: Sendable {
    /// Whether a call may be made again when it is not known what became of it.
    public enum Repetition: Hashable, Sendable {
        case safe
        /// A creation without a key of its own: the caller looks before it tries again.
        case unsafe
    }

    public let runtime: Runtime
    private let transport: any HTTPTransport
    private let policy: RetryPolicy
    private let limit: ConcurrencyLimit
    private let name: String

    /// - Parameter name: the service, for the log.
    public init(
        _ name: String, transport: any HTTPTransport, runtime: Runtime, policy: RetryPolicy = RetryPolicy(),
        concurrency: Int = 32
    ) {
        self.name = name
        self.transport = transport
        self.runtime = runtime
        self.policy = policy
        self.limit = ConcurrencyLimit(concurrency)
    }

    /// Makes a call until it is answered, within the policy.
    ///
    /// - Parameters:
    ///   - operation: its name, for the log: the log never shows headers or bodies.
    ///   - repetition: whether it may be sent again after a failure that leaves open what became of it.
    ///   - prepare: makes the request of one attempt, so that each is signed afresh.
    ///   - judge: reads the service's own way to say "come again".
    /// - Throws: `HTTPFailure` where no attempt was answered. After the last attempt a bad answer is given to the caller as it is.
    public func call(
        _ operation: String, _ repetition: Repetition,
        prepare: @Sendable () async throws(HTTPFailure) -> HTTPRequest,
        judge: @Sendable (HTTPResponse) -> Verdict
    ) async throws(HTTPFailure) -> HTTPResponse {
        var attempt = 1
        while true {
            let request = try await prepare()
            let outcome: Result<HTTPResponse, HTTPFailure> = await limit.run {
                do throws(HTTPFailure) { return .success(try await transport.send(request)) } catch { return .failure(error) }
            }
            guard attempt < policy.attempts, let wait = wait(after: outcome, attempt: attempt, repetition, judge) else {
                log(operation, outcome, attempt: attempt)
                return try outcome.get()
            }
            log(operation, outcome, attempt: attempt)
            do { try await runtime.sleep(wait) } catch { throw .interrupted }
            attempt += 1
        }
    }

    /// How long to wait before the next attempt; `nil` where there must be none.
    private func wait(
        after outcome: Result<HTTPResponse, HTTPFailure>, attempt: Int, _ repetition: Repetition,
        _ judge: @Sendable (HTTPResponse) -> Verdict
    ) -> Duration? {
        let backoff = policy.backoff(after: attempt, jitter: runtime.jitter())
        switch outcome {
        case .failure(let failure):
            return failure.remedy == nil && (repetition == .safe || failure.wasNotSent) ? backoff : nil
        case .success(let response):
            switch judge(response) {
            case .answer: return nil
            case .throttled(let asked?): return asked <= policy.longestRetryAfter ? asked : nil
            case .throttled(nil): return backoff
            case .failed: return repetition == .safe ? backoff : nil
            }
        }
    }

    private func log(_ operation: String, _ outcome: Result<HTTPResponse, HTTPFailure>, attempt: Int) {
        let result =
            switch outcome {
            case .success(let response): "HTTP \(response.status)"
            case .failure(let failure): failure.description
            }
        runtime.logger.debug("\(name) \(operation): \(result)", metadata: ["attempt": "\(attempt)"])
    }
}
