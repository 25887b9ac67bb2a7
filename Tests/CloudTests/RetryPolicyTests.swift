import Cloud
import Testing

@Suite struct RetryPolicyTests {
    let policy = RetryPolicy(base: .milliseconds(200), cap: .seconds(20))

    @Test(
        "a wait's upper bound doubles up to the cap",
        arguments: [
            (1, Duration.milliseconds(100)), (2, .milliseconds(200)), (7, .milliseconds(6_400)), (8, .seconds(10)), (1_000, .seconds(10)),
        ])
    func doubling(attempt: Int, wait: Duration) {
        #expect(policy.backoff(after: attempt, jitter: 0.5) == wait)
    }

    @Test func `jitter spreads a wait over all of it`() {
        #expect(policy.backoff(after: 3, jitter: 0) == .zero)
        #expect(policy.backoff(after: 3, jitter: 0.25) == .milliseconds(200))
    }
}
