import Cloud
import Model
import Synchronization
import Testing

/// How long one call may take.
@Suite struct DeadlineTests {
    private let world = TestWorld()

    /// A host that takes its time over each answer, or for as long as the request lets it. Keeps how long it took, and the limits that it was given.
    private final class SlowTransport: HTTPTransport {
        private let world: TestWorld
        private let delay: Duration
        private let replies: ScriptedTransport
        private let asked = Mutex<[Duration?]>([])

        init(_ world: TestWorld, delay: Duration, _ replies: ScriptedTransport) {
            self.world = world
            self.delay = delay
            self.replies = replies
        }

        var timeouts: [Duration?] { asked.withLock { $0 } }

        func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
            asked.withLock { $0.append(request.timeout) }
            let limit = min(request.timeout ?? .seconds(30), .seconds(30))
            world.pass(min(delay, limit))
            if delay >= limit { throw HTTPFailure("no answer in time", wasNotSent: false) }
            return try await replies.send(request)
        }
    }

    /// Lets requests through after so long.
    private struct SlowGate: Gate {
        let world: TestWorld
        let wait: Duration

        func enter() async throws(HTTPFailure) { world.pass(wait) }
        func leave(_ response: HTTPResponse?) {}
    }

    private func call(
        _ transport: some HTTPTransport, _ policy: RetryPolicy = RetryPolicy(deadline: .seconds(120)), jitter: Double = 0.5,
        gate: (any Gate)? = nil
    ) async throws(ServiceError) -> CloudClient.Answer {
        var client = CloudClient("test", transport: transport, runtime: world.runtime(jitter: jitter), policy: policy)
        if let gate { client = client.through(gate) }
        return try await client.call("Get", .safe) { () throws(ServiceError) in
            HTTPRequest("GET", "http://h/")
        } judge: { response in
            switch response.status {
            case 429: .throttled(retryAfter: response.header("retry-after").flatMap { Int($0) }.map { .seconds($0) })
            case 500...: .failed
            default: .answer
            }
        } unanswered: { failure, effort in
            ServiceError(.unavailable, system: .aws, operation: "Get", summary: failure.description).after(effort)
        }
    }

    @Test func `where nobody answers, the last attempt ends by the deadline, and the error says how often and how long it was tried`()
        async throws
    {
        let host = SlowTransport(world, delay: .seconds(1_000), ScriptedTransport(.status(200)))
        let error = await #expect(throws: ServiceError.self) { try await call(host) }
        #expect(error?.summary == "no answer in time (tried 4 times within 120 s)")
        #expect(world.time == .seconds(120))
        // 30 s each, waits of 0.1, 0.2 and 0.4 s, and what is left.
        #expect(host.timeouts == [.seconds(120), .milliseconds(89_900), .milliseconds(59_700), .milliseconds(29_300)])
    }

    @Test func `one that fails at once has all its attempts`() async throws {
        let answer = try await call(ScriptedTransport(.status(500)), jitter: 0.999)
        #expect(answer.effort?.attempts == RetryPolicy().attempts)
        #expect(world.time < .seconds(26))
    }

    @Test func `no attempt is begun of which a second or less would be left`() async throws {
        let host = SlowTransport(world, delay: .seconds(9), ScriptedTransport(.status(500)))
        _ = try await call(host, RetryPolicy(deadline: .seconds(10)))
        #expect(host.timeouts.count == 1)
        #expect(world.sleeps.isEmpty)
    }

    @Test func `what throttling asks for is waited, however long it takes in all`() async throws {
        let throttled = ScriptedTransport.Reply.status(429, HTTPHeader("Retry-After", "100"))
        let answer = try await call(ScriptedTransport(throttled, throttled, throttled, throttled, throttled, .status(200)))
        #expect(answer.response.status == 200)
        #expect(answer.effort == nil)
        #expect(world.time == .seconds(500))
    }

    @Test func `a service that throttles for good ends the call by its attempts`() async throws {
        let answer = try await call(ScriptedTransport(.status(429, HTTPHeader("Retry-After", "100"))))
        #expect(answer.effort == Effort(attempts: 8, duration: .seconds(700)))
    }

    @Test func `waits for a turn do not count`() async throws {
        let gate = SlowGate(world: world, wait: .seconds(1_000))
        let answer = try await call(ScriptedTransport(.status(500), .status(500), .status(200)), gate: gate)
        #expect(answer.response.status == 200)
        #expect(world.time > .seconds(3_000))
    }

    @Test func `a request's own limit holds where it is shorter`() async throws {
        let host = SlowTransport(world, delay: .zero, ScriptedTransport(.status(200)))
        var request = HTTPRequest("GET", "http://h/")
        request.timeout = .seconds(2)
        let client = CloudClient("test", transport: host, runtime: world.runtime())
        _ = try await client.call("Get", .safe) { [request] () throws(HTTPFailure) in
            request
        } judge: { _ in
            .answer
        } unanswered: { failure, _ in
            failure
        }
        #expect(host.timeouts == [.seconds(2)])
    }

    @Test("a wait for a turn that is interrupted sends nothing and tries nothing again")
    func interrupted() async {
        struct Closed: Gate {
            func enter() async throws(HTTPFailure) { throw .interrupted }
            func leave(_ response: HTTPResponse?) { Issue.record("nobody was let in") }
        }
        let transport = ScriptedTransport(.status(200))
        let error = await #expect(throws: ServiceError.self) { try await call(transport, gate: Closed()) }
        #expect(error?.summary == "interrupted")
        #expect(transport.requests.isEmpty && world.sleeps.isEmpty)
    }
}
