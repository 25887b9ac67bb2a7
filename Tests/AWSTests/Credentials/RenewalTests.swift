import AWS
import Cloud
import Model
import Synchronization
import Testing

@Suite struct RenewalTests {
    private let world = CredentialWorld()
    private let environment = ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/role"]

    /// The container answers with other credentials each time, from the second request on a good while later.
    private func serve(_ expirations: String...) {
        let count = Mutex(0)
        world.on("http://169.254.170.2/role") { _ in
            let number = count.withLock { count in
                count += 1
                return count
            }
            guard number <= expirations.count else { return HTTPResponse(status: 400) }
            return HTTPResponse(status: 200, body: Array(CredentialWorld.document("K\(number)", expiration: expirations[number - 1]).utf8))
        }
    }

    private func pass(_ duration: Duration) async throws { try await world.time.runtime().sleep(duration) }

    @Test func `credentials are kept until five minutes before they end`() async throws {
        serve("2015-08-30T13:36:00Z", "2015-08-30T14:36:00Z")
        let provider = try world.provider(environment)
        #expect(try await provider.credentials().accessKeyID == "K1")
        try await pass(.seconds(54 * 60))
        #expect(try await provider.credentials().accessKeyID == "K1")
        try await pass(.seconds(61))
        #expect(try await provider.credentials().accessKeyID == "K2")
        #expect(world.requests.count == 2)
    }

    @Test func `all requests that wait share one look`() async throws {
        serve("2015-08-30T13:36:00Z")
        let provider = try world.provider(environment)
        try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<50 { group.addTask { try await provider.credentials().accessKeyID } }
            for try await id in group { #expect(id == "K1") }
        }
        #expect(world.requests.count == 1)
    }

    @Test func `a renewal that fails leaves the last ones in use while they hold, and is tried again after a minute`() async throws {
        serve("2015-08-30T13:36:00Z")
        let provider = try world.provider(environment)
        _ = try await provider.credentials()
        try await pass(.seconds(56 * 60))
        #expect(try await provider.credentials().accessKeyID == "K1")
        #expect(try await provider.credentials().accessKeyID == "K1")
        #expect(world.requests.count == 2)
        try await pass(.seconds(61))
        _ = try await provider.credentials()
        #expect(world.requests.count == 3)
        try await pass(.seconds(3 * 60))
        let error = try await Fixture.failure { try await provider.credentials() }
        #expect(error.summary.contains("HTTP 400"))
    }

    @Test func `a session shorter than the margin is used for half of its time`() async throws {
        serve("2015-08-30T12:38:00Z", "2015-08-30T12:40:00Z")
        let provider = try world.provider(environment)
        _ = try await provider.credentials()
        #expect(try await provider.credentials().accessKeyID == "K1")
        try await pass(.seconds(61))
        #expect(try await provider.credentials().accessKeyID == "K2")
    }

    @Test func `a look that failed is made again by the next request`() async throws {
        let provider = try world.provider(environment)
        _ = try await Fixture.failure { try await provider.credentials() }
        serve("2015-08-30T13:36:00Z")
        #expect(try await provider.credentials().accessKeyID == "K1")
    }
}
