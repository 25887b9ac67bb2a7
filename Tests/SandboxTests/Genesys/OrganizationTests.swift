import Model
import Sandbox
import Testing

@Suite("Organization")
struct OrganizationTests {
    @Test("The home division is there by name, by id and as home")
    func divisions() async throws {
        try await withSandbox { sandbox in
            let token = try await sandbox.token()
            let path = "/api/v2/authorization/divisions"
            let home = try await sandbox.genesys("GET", "\(path)/home", token: token)
            #expect(home["id"] == .string(SandboxIdentity.homeDivisionID))
            #expect(try await sandbox.genesys("GET", path, token: token)["entities"] == [home.value])
            #expect(try await sandbox.genesys("GET", "\(path)/\(SandboxIdentity.homeDivisionID)", token: token).value == home.value)
            #expect(try await sandbox.genesys("GET", "\(path)/nope", token: token).status == 404)
        }
    }

    @Test("The topics tell where they can go")
    func topics() async throws {
        try await withSandbox(.test { $0.genesys.topicTransports = ["EventBridge"] }) { sandbox in
            let topics = try await sandbox.genesys("GET", "/api/v2/notifications/availabletopics", token: sandbox.token())["entities"]?.list
            let end = topics?.first { $0["id"] == "v2.detail.events.conversation.{id}.acd.end" }
            #expect(end?["transports"] == ["EventBridge"])
        }
    }

    @Test("An unknown path is a 404, an unknown method a 405, a broken body a 400")
    func unknown() async throws {
        try await withSandbox { sandbox in
            let token = try await sandbox.token()
            #expect(try await sandbox.genesys("GET", "/api/v2/nope", token: token).status == 404)
            #expect(try await sandbox.genesys("PATCH", "/api/v2/routing/queues", token: token).status == 405)
            let broken = try await sandbox.send(
                "POST", "/api/v2/routing/queues", headers: ["Authorization": "Bearer \(token)"], body: "{")
            #expect(broken.status == 400)
            #expect(broken["status"] == 400)
        }
    }
}
