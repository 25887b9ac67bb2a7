internal import Cloud
internal import FoundationEssentials
internal import Model

/// Waits between looks at something that takes its time.
struct Polling: Sendable {
    private let runtime: Runtime
    private let policy = RetryPolicy()

    init(_ runtime: Runtime) { self.runtime = runtime }

    /// How often something is tried that a service takes back soon after a change ("Changes take a short period").
    var attempts: Int { policy.attempts }

    var now: Date { runtime.now() }

    /// Waits before the next of several attempts.
    func backOff(after attempt: Int) async throws(ServiceError) {
        try await wait(policy.backoff(after: attempt, jitter: runtime.jitter()))
    }

    /// Looks until `look` answers, after waits that grow from 1 s to 15 s.
    ///
    /// - Throws: what `look` throws; `timedOut` as it stands where nothing came by then.
    @discardableResult
    func poll<Found>(
        for limit: Duration, orElse timedOut: ServiceError, _ look: () async throws(ServiceError) -> Found?
    ) async throws(ServiceError) -> Found {
        let start = runtime.now()
        var interval = Duration.seconds(1)
        while true {
            if let found = try await look() { return found }
            guard runtime.now().timeIntervalSince(start) < limit / .seconds(1) else { throw timedOut }
            try await wait(interval)
            interval = min(interval * 2, .seconds(15))
        }
    }

    private func wait(_ duration: Duration) async throws(ServiceError) {
        do { try await runtime.sleep(duration) } catch { throw .interrupted(.aws, "the end of a wait") }
    }
}
