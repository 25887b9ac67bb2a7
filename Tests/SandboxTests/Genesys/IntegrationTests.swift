import Model
import Sandbox
import Testing

@Suite("Integrations of the public API")
struct IntegrationTests {
    private func reportedState(_ id: String, _ sandbox: Sandbox, token: String) async throws -> Value? {
        try await sandbox.genesys("GET", "/api/v2/integrations/\(id)", token: token)["reportedState"]
    }

    @Test("A creation makes a disabled integration without properties")
    func creates() async throws {
        try await withSandbox { sandbox in
            let token = try await sandbox.token()
            let created = try await sandbox.genesys(
                "POST", "/api/v2/integrations",
                ["name": "x", "integrationType": ["id": "amazon-eventbridge-source"], "notes": "ignored"], token: token)
            #expect(created.status == 200)
            let id = created["id"]?.string ?? ""
            let read = try await sandbox.genesys("GET", "/api/v2/integrations/\(id)?expand=config.current", token: token)
            #expect(read["intendedState"] == "DISABLED")
            #expect(read["reportedState"]?["code"] == "INACTIVE")
            #expect(read["config"]?["current"]?["properties"] == [:])
            #expect(read["config"]?["current"]?["notes"] == "")
            let other = try await sandbox.genesys("POST", "/api/v2/integrations", ["integrationType": ["id": "nope"]], token: token)
            #expect(other.status == 404)
        }
    }

    @Test("Configured and enabled, it is ACTIVE and offers its event source")
    func activates() async throws {
        try await withSandbox { sandbox in
            let token = try await sandbox.token()
            let id = try await sandbox.makeIntegration(token: token)
            #expect(try await reportedState(id, sandbox, token: token)?["code"] == "ACTIVE")
            let list = try await sandbox.genesys("GET", "/api/v2/integrations?expand=config.current", token: token)
            let current = list["entities"]?.list?.first?["config"]?["current"]
            #expect(current?["properties"] == eventBridgeProperties)
            #expect(current?["version"] == 2)
            #expect(try await sandbox.sourceState() == "PENDING")
        }
    }

    @Test("Enabled without configuration, it is in ERROR and says what it lacks")
    func lacksConfiguration() async throws {
        try await withSandbox { sandbox in
            let token = try await sandbox.token()
            let created = try await sandbox.genesys(
                "POST", "/api/v2/integrations", ["name": "x", "integrationType": ["id": "amazon-eventbridge-source"]], token: token)
            let id = created["id"]?.string ?? ""
            _ = try await sandbox.genesys("PATCH", "/api/v2/integrations/\(id)", ["intendedState": "ENABLED"], token: token)
            let state = try await reportedState(id, sandbox, token: token)
            #expect(state?["code"] == "ERROR")
            #expect(state?["detail"]?["message"]?.string?.contains("awsAccountId") == true)
        }
    }

    @Test("It is ACTIVATING for as long as the delay says")
    func activationDelay() async throws {
        let clock = TestClock()
        try await withSandbox(.test(clock: clock) { $0.activationDelay = 5 }) { sandbox in
            let token = try await sandbox.token()
            let id = try await sandbox.makeIntegration(token: token)
            #expect(try await reportedState(id, sandbox, token: token)?["code"] == "ACTIVATING")
            clock.advance(by: 5)
            #expect(try await reportedState(id, sandbox, token: token)?["code"] == "ACTIVE")
        }
    }

    @Test("Where activity needs the bus, it is ACTIVATING until its source is associated")
    func activationNeedsBus() async throws {
        try await withSandbox(.test { $0.genesys.activationNeedsBus = true }) { sandbox in
            let token = try await sandbox.token()
            let id = try await sandbox.makeIntegration(token: token)
            #expect(try await reportedState(id, sandbox, token: token)?["code"] == "ACTIVATING")
            try await sandbox.call(
                "events.CreateEventBus", ["Name": .string(sourceName), "EventSourceName": .string(sourceName)])
            #expect(try await reportedState(id, sandbox, token: token)?["code"] == "ACTIVE")
        }
    }

    @Test("A configuration of another version is refused, with the status that is chosen", arguments: [409, 408, 400])
    func versions(_ status: Int) async throws {
        try await withSandbox(.test { $0.genesys.versionConflictStatus = status }) { sandbox in
            let token = try await sandbox.token()
            let id = try await sandbox.makeIntegration(token: token)
            let answer = try await sandbox.genesys(
                "PUT", "/api/v2/integrations/\(id)/config/current", ["name": "x", "version": 1, "properties": [:]], token: token)
            #expect(answer.status == status)
            #expect(answer.message?.contains("does not match the current version") == true)
            let current = try await sandbox.genesys("GET", "/api/v2/integrations/\(id)/config/current", token: token)
            #expect(current["properties"] == eventBridgeProperties)
        }
    }

    @Test(
        "Bad properties are refused",
        arguments: [
            ["eventFilter": ["conversation.end"]], ["eventSourceSuffix": "a b"], ["awsAccountId": "1"],
            ["eventSourceSuffix": .string(String(repeating: "x", count: 65))],
        ] as [Value])
    func badProperties(_ properties: Value) async throws {
        try await withSandbox { sandbox in
            let token = try await sandbox.token()
            let id = try await sandbox.makeIntegration(token: token)
            let answer = try await sandbox.genesys(
                "PUT", "/api/v2/integrations/\(id)/config/current", ["name": "x", "version": 2, "properties": properties], token: token)
            #expect(answer.status == 400)
        }
    }

    @Test("Another suffix moves the source, or is refused where the service is set so", arguments: [true, false])
    func coordinates(_ allowed: Bool) async throws {
        try await withSandbox(.test { $0.genesys.allowsCoordinateChange = allowed }) { sandbox in
            let token = try await sandbox.token()
            let id = try await sandbox.makeIntegration(token: token)
            let moved = eventBridgeProperties.map?.merging(["eventSourceSuffix": "other"]) { $1 } ?? [:]
            let answer = try await sandbox.genesys(
                "PUT", "/api/v2/integrations/\(id)/config/current", ["name": "x", "version": 2, "properties": .map(moved)], token: token)
            #expect(answer.status == (allowed ? 200 : 400))
            #expect(try await sandbox.sourceState() == (allowed ? nil : "PENDING"))
        }
    }

    @Test("Empty notes may come back as a marker")
    func emptyNotes() async throws {
        try await withSandbox(.test { $0.genesys.marksEmptyNotes = true }) { sandbox in
            let token = try await sandbox.token()
            let id = try await sandbox.makeIntegration(token: token)
            let current = try await sandbox.genesys("GET", "/api/v2/integrations/\(id)/config/current", token: token)
            #expect(current["notes"] == "node_dynamodb_empty_string")
        }
    }

    @Test("A deleted integration is given back once more, then it is gone")
    func deletes() async throws {
        try await withSandbox { sandbox in
            let token = try await sandbox.token()
            let id = try await sandbox.makeIntegration(token: token)
            let deleted = try await sandbox.genesys("DELETE", "/api/v2/integrations/\(id)", token: token)
            #expect(deleted["id"] == .string(id))
            let gone = try await sandbox.genesys("GET", "/api/v2/integrations/\(id)", token: token)
            #expect(gone.status == 404)
            #expect(gone["code"] == "not.found")
            #expect(try await sandbox.sourceState() == nil)
        }
    }
}
