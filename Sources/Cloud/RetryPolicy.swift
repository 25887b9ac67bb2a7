/// When a call is made again, and after how long.
public struct RetryPolicy: Hashable, Sendable {
    /// Of one call, the first one included.
    public var attempts: Int
    /// How long a service may take that fails or doesn't answer: all attempts of one call, from their sending to their end, and the waits after
    /// failures.
    ///
    /// Waits for a turn, and those that a throttling service asks for, are not counted: they come from a large run or a busy account, and such a call
    /// would get its answer. What bounds them is the number of attempts and `longestRetryAfter`.
    public var deadline: Duration
    /// The first wait's upper bound; it doubles with each attempt.
    public var base: Duration
    /// No wait of our own is longer.
    public var cap: Duration
    /// The longest wait that a service may ask for (`Retry-After`); where it asks for more, the call fails.
    public var longestRetryAfter: Duration

    public init(
        attempts: Int = 8, deadline: Duration = .seconds(120), base: Duration = .milliseconds(200), cap: Duration = .seconds(20),
        longestRetryAfter: Duration = .seconds(180)
    ) {
        self.attempts = attempts
        self.deadline = deadline
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
