import Model
import Sandbox
import Testing

@Suite("Integrations of the dialect `platform`")
struct PlatformIntegrationTests {
    private let path = "/api/v2/platform/eventbridge/integrations"
    private let body: Value = ["enabled": true, "eventTypes": ["conversation.end"]]

    @Test("A creation's reply carries integrationId; it can be read, listed and replaced")
    func life() async throws {
        try await withSandbox { sandbox in
            let token = try await sandbox.platformToken()
            let created = try await sandbox.genesys("POST", path, body, token: token)
            let id = created["integrationId"]?.string ?? ""
            let replaced = try await sandbox.genesys("PUT", "\(path)/\(id)", ["enabled": false, "eventTypes": []], token: token)
            #expect(replaced.value == ["integrationId": .string(id), "enabled": false, "eventTypes": []])
            #expect(try await sandbox.genesys("GET", "\(path)/\(id)", token: token).value == replaced.value)
            let list = try await sandbox.genesys("GET", path, token: token)
            #expect(list["entities"] == [replaced.value])
            #expect(try await sandbox.genesys("GET", "/api/v2/integrations", token: token)["total"] == 0)
        }
    }

    @Test("An id that doesn't exist is a 404")
    func missing() async throws {
        try await withSandbox { sandbox in
            let token = try await sandbox.platformToken()
            #expect(try await sandbox.genesys("PUT", "\(path)/nope", body, token: token).status == 404)
            #expect(try await sandbox.genesys("GET", "\(path)/nope", token: token).status == 404)
        }
    }

    @Test(
        "Topics of the public API and half a body are refused",
        arguments: [
            ["enabled": true, "eventTypes": ["v2.detail.events.conversation.{id}.acd.end"]], ["enabled": true], ["eventTypes": []],
        ] as [Value])
    func refuses(_ body: Value) async throws {
        try await withSandbox { sandbox in
            let answer = try await sandbox.genesys("POST", path, body, token: sandbox.platformToken())
            #expect(answer.status == 400)
        }
    }

    @Test("The list may be missing")
    func noListing() async throws {
        try await withSandbox(.test { $0.genesys.listsPlatformIntegrations = false }) { sandbox in
            let answer = try await sandbox.genesys("GET", path, token: sandbox.platformToken())
            #expect(answer.status == 405)
        }
    }
}
