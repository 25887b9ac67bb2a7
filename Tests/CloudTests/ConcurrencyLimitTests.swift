import Cloud
import Synchronization
import Testing

@Suite struct ConcurrencyLimitTests {
    private struct Refusal: Error {}

    /// How many calls are under way, and how many there have been at a time.
    private final class Gauge: Sendable {
        private let counts = Mutex((now: 0, most: 0))
        var most: Int { counts.withLock(\.most) }
        func enter() { counts.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) } }
        func leave() { counts.withLock { $0.now -= 1 } }

        /// Goes on once so many have been under way at a time, however slow the machine is; or, where they never are, after many turns.
        func meet(_ count: Int) async {
            enter()
            for _ in 0..<1_000_000 where most < count { await Task.yield() }
            leave()
        }
    }

    @Test("as many calls run at a time as are allowed, and no more", arguments: [1, 4, 32])
    func bound(limit: Int) async {
        let gauge = Gauge()
        let concurrency = ConcurrencyLimit(limit)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    await concurrency.run { await gauge.meet(limit) }
                }
            }
        }
        #expect(gauge.most == limit)
    }

    @Test func `a call that fails makes room for the next`() async throws {
        let concurrency = ConcurrencyLimit(1)
        for _ in 0..<3 {
            await #expect(throws: Refusal.self) { try await concurrency.run { () throws(Refusal) in throw Refusal() } }
        }
        #expect(await concurrency.run { 7 } == 7)
    }

    @Test func `a client bounds its calls`() async throws {
        let transport = GaugedTransport()
        let client = CloudClient("test", transport: transport, runtime: TestWorld().runtime(), concurrency: 3)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<30 {
                group.addTask {
                    _ = try await client.call("Get", .safe) { () throws(HTTPFailure) in
                        HTTPRequest("GET", "http://h/")
                    } judge: { _ in
                        .answer
                    } unanswered: { failure, _ in
                        failure
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(transport.gauge.most == 3)
    }

    private struct GaugedTransport: HTTPTransport {
        let gauge = Gauge()

        func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
            await gauge.meet(3)
            return HTTPResponse(status: 200)
        }
    }
}
