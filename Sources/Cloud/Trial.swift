public import FoundationEssentials

/// The attempts of one call so far: whether there may be another, when, and for how long.
public struct Trial: Sendable {
    /// An attempt that has less left would hardly be answered, and a change that is cut off leaves open what became of it.
    private static let shortest = Duration.seconds(1)

    private let policy: RetryPolicy
    private let runtime: Runtime
    private var attempts = 0
    private var period: (start: Date, end: Date)?
    /// Of the deadline.
    private var spent = Duration.zero

    public init(_ policy: RetryPolicy, _ runtime: Runtime) {
        self.policy = policy
        self.runtime = runtime
    }

    /// How long the next attempt may take.
    public var rest: Duration { policy.deadline - spent }

    public var effort: Effort {
        Effort(attempts: attempts, duration: period.map { Self.duration(from: $0.start, to: $0.end) } ?? .zero)
    }

    /// Counts an attempt, by when it was sent and when it ended.
    public mutating func count(from start: Date, to end: Date) {
        attempts += 1
        period = (period?.start ?? start, end)
        spent += Self.duration(from: start, to: end)
    }

    /// To the millisecond: a date counts seconds in binary fractions.
    private static func duration(from start: Date, to end: Date) -> Duration {
        .milliseconds(Int64((end.timeIntervalSince(start) * 1_000).rounded()))
    }

    /// How long to wait before the next attempt; `nil` where there must be none.
    public mutating func wait(after verdict: Verdict) -> Duration? {
        guard verdict != .answer, attempts < policy.attempts, rest >= Self.shortest else { return nil }
        let backoff = policy.backoff(after: attempts, jitter: runtime.jitter())
        guard case .failed = verdict else {
            guard case .throttled(let asked?) = verdict else { return backoff }
            return asked <= policy.longestRetryAfter ? asked : nil
        }
        guard rest - backoff >= Self.shortest else { return nil }
        spent += backoff
        return backoff
    }
}
