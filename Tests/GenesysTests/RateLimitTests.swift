import Genesys
import Model
import Testing

struct RateLimitTests {
    private let fixture = Fixture()

    private func me(count: Int? = nil, reset: Int = 12, status: Int = 200, headers: [String: String] = [:]) -> ScriptedService.Reply {
        let limits = count.map { ["inin-ratelimit-count": "\($0)", "inin-ratelimit-allowed": "300", "inin-ratelimit-reset": "\(reset)"] }
        return .json(#"{"id":"org-1"}"#, status: status, headers: headers.merging(limits ?? [:]) { $1 })
    }

    private func ask(_ times: Int) async throws {
        for _ in 0..<times { try await fixture.provider.verifyIdentity(of: fixture.stack) }
    }

    @Test("Once the allowance is used up, the next window is waited for")
    func window() async throws {
        fixture.service.on("GET /api/v2/organizations/me", me(count: 298), me(count: 299), me(count: 300), me(count: 1, reset: 60))
        try await ask(3)
        #expect(fixture.world.sleeps.isEmpty)
        try await ask(2)
        #expect(fixture.world.sleeps == [.seconds(12)])
    }

    @Test("A window that is over holds nobody back")
    func over() async throws {
        fixture.service.on("GET /api/v2/organizations/me", me(count: 300))
        try await ask(1)
        fixture.world.pass(.seconds(12))
        try await ask(1)
        #expect(fixture.world.sleeps.isEmpty)
    }

    @Test("Requests side by side share what is left, also with those that the service hasn't counted yet")
    func shared() async throws {
        fixture.service.on("GET /api/v2/organizations/me", me(count: 296))
        try await ask(1)
        fixture.service.on("GET /api/v2/routing/queues", page())
        let seen = await fixture.observe(queue("A"), queue("B"), queue("C"))
        #expect(seen == Observation())
        let waits = fixture.world.sleeps
        #expect(Set(waits) == [.seconds(12)])
        #expect((1...2).contains(waits.count))
        #expect(fixture.service.routes.count == 7)
    }

    @Test("A 429 holds back everybody, for as long as it asks")
    func throttled() async throws {
        fixture.service.on("GET /api/v2/organizations/me", me(status: 429, headers: ["Retry-After": "5"]), me())
        try await ask(2)
        #expect(fixture.world.sleeps == [.seconds(5)])
    }

    @Test("Nonsense is not heeded", arguments: ["x", "-1", "100000"])
    func nonsense(reset: String) async throws {
        let headers = ["inin-ratelimit-count": "300", "inin-ratelimit-allowed": "300", "inin-ratelimit-reset": reset]
        fixture.service.on("GET /api/v2/organizations/me", me(headers: headers))
        try await ask(2)
        #expect(fixture.world.sleeps.isEmpty)
    }
}
