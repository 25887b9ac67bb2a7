/// When a call is made again, and after how long.
public struct RetryPolicy: Hashable, Sendable {
    /// Of one call, the first one included.
    public var attempts: Int
    /// The first wait's upper bound; it doubles with each attempt.
    public var base: Duration
    /// No wait of our own is longer.
    public var cap: Duration
    /// The longest wait that a service may ask for (`Retry-After`); where it asks for more, the call fails.
    public var longestRetryAfter: Duration

    public init(
        attempts: Int = 8, base: Duration = .milliseconds(200), cap: Duration = .seconds(20),
        longestRetryAfter: Duration = .seconds(180)
    ) {
        self.attempts = attempts
        self.base = base
        self.cap = cap
        self.longestRetryAfter = longestRetryAfter
    }

    /// Exponential backoff with full jitter (AWS Architecture Blog, "Exponential Backoff And Jitter").
    ///
    /// - Parameters:
    ///   - attempt: the attempt that failed, from 1.
    ///   - jitter: from 0 up to, without, 1.
    public func backoff(after attempt: Int, jitter: Double) -> Duration {
        min(cap, base * (1 << min(attempt - 1, 16))) * jitter
    }
}

/// What a service's answer means for the call.
public enum Verdict: Hashable, Sendable {
    /// An answer to give to the caller, good or bad.
    case answer
    /// The service took nothing and asks to come again, perhaps after a time of its own choosing.
    case throttled(retryAfter: Duration?)
    /// The service failed, and may have done what was asked.
    case failed
}
