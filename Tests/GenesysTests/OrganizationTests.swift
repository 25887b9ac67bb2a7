import Genesys
import Model
import Testing

struct OrganizationTests {
    @Test("The credentials must reach the organization that the Stack names, whatever its letter case")
    func same() async throws {
        let fixture = Fixture(organization: "ORG-1")
        fixture.service.on("GET /api/v2/organizations/me", .json(#"{"id":"org-1","name":"Acme"}"#))
        try await fixture.provider.verifyIdentity(of: fixture.stack)
        #expect(fixture.service.routes == ["GET /api/v2/organizations/me"])
    }

    @Test("Another organization is an error with both ids", arguments: Stack.GenesysAPI.allCases)
    func other(api: Stack.GenesysAPI) async throws {
        let fixture = Fixture(api)
        fixture.service.on("GET /api/v2/organizations/me", .json(#"{"id":"org-2"}"#))
        let error = try await failure { try await fixture.provider.verifyIdentity(of: fixture.stack) }
        #expect(error.reason == .conflict)
        #expect(error.summary == "the credentials reach the organization org-2, but the Stack names org-1")
    }

    @Test("In the dialect platform nothing is asked where the Stack names no organization")
    func platformWithout() async throws {
        let fixture = Fixture(.platform, organization: nil)
        try await fixture.provider.verifyIdentity(of: fixture.stack)
        #expect(fixture.service.requests.isEmpty)
    }

    @Test("In the dialect platform an organization that the service doesn't tell is no error", arguments: [403, 404, 405])
    func platformUntold(status: Int) async throws {
        let fixture = Fixture(.platform)
        fixture.service.on("GET /api/v2/organizations/me", .status(status))
        try await fixture.provider.verifyIdentity(of: fixture.stack)
        #expect(fixture.service.routes.count == 1)
    }

    @Test("In the dialect public an organization that can't be read is an error")
    func untold() async throws {
        let fixture = Fixture()
        fixture.service.on("GET /api/v2/organizations/me", .status(403))
        let error = try await failure { try await fixture.provider.verifyIdentity(of: fixture.stack) }
        #expect(error.reason == .forbidden)
    }
}
