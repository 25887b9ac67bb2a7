import Genesys
import Model
import Sandbox
import Testing

/// An integration with other coordinates is made beside the one that it replaces, under its name.
@Suite struct ReplacementTests {
    private func declared(_ suffix: String) -> DesiredResource {
        integration(
            declaring: [
                "enabled": true, "topics": [.string(acdEnd)], "contributedTopics": [.string(acdEnd)],
                "awsAccountId": .string(SandboxIdentity.accountID), "awsAccountRegion": "us-east-1", "eventSourceSuffix": .string(suffix),
            ])
    }

    private func names(_ client: SandboxClient) async throws -> [String] {
        (try await client.sandbox.state()["genesys"]?["integrations"]?.map ?? [:]).values.compactMap { $0["name"]?.string }.sorted()
    }

    @Test("The former stays enabled under another name, known by its mark, until it is deleted; people's notes move to the new one")
    func whole() async throws {
        try await SandboxClient.with(.public, world: TestWorld()) { client in
            var former = try await client.converge(declared("prod"))
            let notes = try #require(
                try await client.sandbox.state()["genesys"]?["integrations"]?[former.id]?["configuration"]?["notes"]?.string)
            try await client.sandbox.merge([
                "genesys": ["integrations": [former.id: ["configuration": ["notes": .string("Ask Ann\n\(notes)")]]]]
            ])
            let outputs = try await client.make(.create, declared("next"), live: former)
            #expect(outputs["id"] != .string(former.id) && outputs["eventSource"]?.string?.hasSuffix("/next") == true)
            #expect(try await names(client) == ["prod-events", "prod-events (replaced)"])

            let state = try await client.sandbox.state()["genesys"]?["integrations"]
            #expect(state?[former.id]?["intendedState"] == "ENABLED")
            let made = try #require(outputs["id"]?.string)
            #expect(state?[made]?["configuration"]?["notes"]?.string?.hasPrefix("Ask Ann\nreconcile:stack=") == true)

            former = try #require(try await client.see(declared("next")).objects[.id(.integration, former.id)])
            #expect(former.ownership == .ours(resource: "events"))
            var retired = declared("next")
            retired.identity = former.identity
            _ = try await client.make(.delete, retired, live: former)
            #expect(try await names(client) == ["prod-events"])
            #expect(try await client.see(declared("next")).objects.count == 1)
        }
    }

    @Test("Where the manifest goes back to the former's coordinates, that is found again under its other name")
    func back() async throws {
        try await SandboxClient.with(.public, world: TestWorld()) { client in
            let former = try await client.converge(declared("prod"))
            try await client.sandbox.merge(["genesys": ["integrations": [former.id: ["name": "prod-events (replaced)"]]]])

            #expect(try await client.observe(declared("next")) == nil)
            #expect(try await client.observe(declared("prod"))?.id == former.id)
            _ = try await client.converge(declared("prod"))
            #expect(try await names(client) == ["prod-events"])
        }
    }
}
