import Cloud
import Synchronization
import Testing

@Suite struct CloudClientTests {
    let world = TestWorld()

    @Test(
        "what a service did not take, or what may be sent twice, is sent again",
        arguments: [
            ScriptedTransport.Reply.status(429), .status(500), .status(502), .status(503), .reset, .unreachable,
        ])
    func retried(_ reply: ScriptedTransport.Reply) async throws {
        let transport = ScriptedTransport(reply, reply, .status(200))
        #expect(try await call(transport, .safe).status == 200)
        #expect(transport.requests.count == 3)
        #expect(world.sleeps == [.milliseconds(100), .milliseconds(200)])
    }

    @Test(
        "a creation is not sent again where it may have been made",
        arguments: [
            ScriptedTransport.Reply.status(500), .status(504), .reset,
        ])
    func notRepeated(_ reply: ScriptedTransport.Reply) async throws {
        let transport = ScriptedTransport(reply, .status(200))
        let outcome = await result { () throws(HTTPFailure) in try await call(transport, .unsafe) }
        #expect(outcome == reply)
        #expect(transport.requests.count == 1)
        #expect(world.sleeps.isEmpty)
    }

    @Test("a creation is sent again where it can't have been made", arguments: [ScriptedTransport.Reply.status(429), .unreachable])
    func repeated(_ reply: ScriptedTransport.Reply) async throws {
        let transport = ScriptedTransport(reply, .status(201))
        #expect(try await call(transport, .unsafe).status == 201)
    }

    @Test("an answer that is no plea to come again is given as it is", arguments: [200, 204, 302, 400, 403, 404, 409])
    func answered(status: Int) async throws {
        let transport = ScriptedTransport(.status(status))
        #expect(try await call(transport, .safe).status == status)
        #expect(transport.requests.count == 1)
    }

    @Test("what isn't worth a wait is asked once", arguments: [ScriptedTransport.Reply.status(503), .status(429), .reset, .unreachable])
    func once(_ reply: ScriptedTransport.Reply) async throws {
        let transport = ScriptedTransport(reply)
        let outcome = await result { () throws(HTTPFailure) in try await call(transport, .never) }
        #expect(outcome == reply)
        #expect(transport.requests.count == 1 && world.sleeps.isEmpty)
    }

    @Test func `the service's own time is waited, without jitter`() async throws {
        let transport = ScriptedTransport(.status(429, HTTPHeader("Retry-After", "60")), .status(200))
        #expect(try await call(transport, .unsafe).status == 200)
        #expect(world.sleeps == [.seconds(60)])
    }

    @Test func `a time that is longer than is bearable is not waited`() async throws {
        let transport = ScriptedTransport(.status(429, HTTPHeader("Retry-After", "61")))
        #expect(try await call(transport, .safe, policy: RetryPolicy(longestRetryAfter: .seconds(60))).status == 429)
        #expect(transport.requests.count == 1)
        #expect(world.sleeps.isEmpty)
    }

    @Test func `after the last attempt the caller gets the bad answer`() async throws {
        let transport = ScriptedTransport(.status(503))
        #expect(try await call(transport, .safe, policy: RetryPolicy(attempts: 3)).status == 503)
        #expect(transport.requests.count == 3)
        #expect(world.sleeps.count == 2)
    }

    @Test func `after the last attempt the caller gets the failure`() async throws {
        let transport = ScriptedTransport(.reset)
        let outcome = await result { () throws(HTTPFailure) in try await call(transport, .safe, policy: RetryPolicy(attempts: 3)) }
        #expect(outcome == .reset)
        #expect(transport.requests.count == 3)
    }

    @Test func `each attempt has a request of its own`() async throws {
        let transport = ScriptedTransport(.status(500), .status(200))
        let count = Mutex(0)
        _ = try await client(transport).call("Get", .safe) { () throws(HTTPFailure) in
            HTTPRequest("GET", "http://h/\(count.withLock { $0 += 1; return $0 })")
        } judge: {
            judge($0)
        } unanswered: { failure, _ in
            failure
        }
        #expect(transport.requests.map(\.url) == ["http://h/1", "http://h/2"])
    }

    @Test func `a request that can't be made is not sent`() async {
        let transport = ScriptedTransport(.status(200))
        await #expect(throws: HTTPFailure("no key", wasNotSent: true)) {
            try await client(transport).call("Get", .safe) { () throws(HTTPFailure) in
                throw HTTPFailure("no key", wasNotSent: true)
            } judge: {
                judge($0)
            } unanswered: { failure, _ in
                failure
            }
        }
        #expect(transport.requests.isEmpty)
    }

    @Test func `an interrupted wait ends the call`() async {
        let transport = ScriptedTransport(.status(500))
        let outcome = await result { () throws(HTTPFailure) in
            try await call(transport, .safe, runtime: world.runtime(isInterrupted: true))
        }
        #expect(outcome == .failure(.interrupted))
        #expect(transport.requests.count == 1)
    }

    private func client(_ transport: ScriptedTransport, policy: RetryPolicy = RetryPolicy(), runtime: Runtime? = nil) -> CloudClient {
        CloudClient("test", transport: transport, runtime: runtime ?? world.runtime(), policy: policy)
    }

    private func call(
        _ transport: ScriptedTransport, _ repetition: CloudClient.Repetition, policy: RetryPolicy = RetryPolicy(), runtime: Runtime? = nil
    ) async throws(HTTPFailure) -> HTTPResponse {
        try await client(transport, policy: policy, runtime: runtime).call("Get", repetition) { () throws(HTTPFailure) in
            HTTPRequest("GET", "http://h/")
        } judge: {
            judge($0)
        } unanswered: { failure, _ in
            failure
        }.response
    }
}

/// A service that says things with HTTP's own words.
private func judge(_ response: HTTPResponse) -> Verdict {
    switch response.status {
    case 429: .throttled(retryAfter: response.header("retry-after").flatMap { Int($0) }.map { .seconds($0) })
    case 500...: .failed
    default: .answer
    }
}

private func result(_ body: () async throws(HTTPFailure) -> HTTPResponse) async -> ScriptedTransport.Reply {
    do throws(HTTPFailure) { return .success(try await body()) } catch { return .failure(error) }
}
