import AWS
import Cloud
import Model
import Testing

@Suite struct PaceTests {
    let aws = StubAWS()
    let world = TestWorld()

    private func transport() throws -> RESTTransport {
        let runtime = world.runtime()
        return RESTTransport(
            CloudClient("AWS", transport: aws, runtime: runtime), endpoints: try Endpoints(Fixture.stack.aws, environment: [:]),
            credentials: TestWorld.keys)
    }

    private func call(_ transport: RESTTransport, _ operation: AWSOperation, times: Int) async throws {
        for _ in 0..<times { _ = try await transport.call(operation, [:]) }
    }

    @Test func `as long as nothing is throttled nothing waits`() async throws {
        aws.on("ListRules", listed([]))
        try await call(transport(), .listRules, times: 200)
        #expect(world.sleeps.isEmpty)
    }

    @Test func `from the first throttling on, calls go at 50 a second`() async throws {
        aws.on("ListRules", .error("ThrottlingException"), listed([]))
        try await call(transport(), .listRules, times: 101)
        // The backoff after the throttling, and a turn for each call after the one that was repeated.
        #expect(world.sleeps.first == .milliseconds(100))
        #expect(world.sleeps.dropFirst() == Array(repeating: .milliseconds(20), count: 100)[...])
    }

    @Test func `where AWS throttles on, the pace falls, and rises again with its answers`() async throws {
        // More than a second lies between the throttlings: what comes together counts once.
        aws.on("ListRules") { _, count in [0, 60, 120].contains(count) ? .error("ThrottlingException") : listed([]) }
        try await call(transport(), .listRules, times: 500)
        let turns = world.sleeps.filter { $0 < .milliseconds(100) }
        let slowest = try #require(turns.max())
        #expect(slowest > .milliseconds(25) && slowest < .milliseconds(50))
        #expect(turns.last == .milliseconds(20))
    }

    @Test func `a service that throttles doesn't slow another`() async throws {
        aws.on("ListRules", .error("ThrottlingException"), listed([]))
        aws.on("GetResources", tagged([]))
        let transport = try transport()
        try await call(transport, .listRules, times: 1)
        let before = world.sleeps.count
        try await call(transport, .getResources, times: 50)
        #expect(world.sleeps.count == before)
    }

    @Test func `a change in between is no throttling`() async throws {
        aws.on("PutRule", .error("ConcurrentModificationException"), .json(["RuleArn": "arn"]))
        try await call(transport(), .putRule, times: 50)
        #expect(world.sleeps == [.milliseconds(100)])
    }
}
