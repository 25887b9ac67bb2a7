import Model
import Sandbox
import Testing

@Suite("Partner event sources")
struct PartnerSourceTests {
    private func createBus(_ sandbox: Sandbox) async throws -> Answer {
        try await sandbox.call("events.CreateEventBus", ["Name": .string(sourceName), "EventSourceName": .string(sourceName)])
    }

    @Test("Enabling an integration offers a PENDING source; a bus makes it ACTIVE; deleting the bus sends it back")
    func life() async throws {
        try await withSandbox { sandbox in
            let token = try await sandbox.token()
            let id = try await sandbox.makeIntegration(enabled: false, token: token)
            #expect(try await sandbox.sourceState() == nil)
            _ = try await sandbox.genesys("PATCH", "/api/v2/integrations/\(id)", ["intendedState": "ENABLED"], token: token)
            #expect(try await sandbox.sourceState() == "PENDING")

            #expect(try await createBus(sandbox).status == 200)
            #expect(try await sandbox.sourceState() == "ACTIVE")
            #expect(try await createBus(sandbox).type == "ResourceAlreadyExistsException")

            let rule = try await sandbox.putRule("r", bus: sourceName)
            #expect(rule["RuleArn"] == .string("arn:aws:events:us-east-1:123456789012:rule/\(sourceName)/r"))
            #expect(try await sandbox.call("events.DeleteEventBus", ["Name": .string(sourceName)]).status == 400)
            try await sandbox.call("events.DeleteRule", ["Name": "r", "EventBusName": .string(sourceName)])
            try await sandbox.call("events.DeleteEventBus", ["Name": .string(sourceName)])
            #expect(try await sandbox.sourceState() == "PENDING")
        }
    }

    @Test("A source appears only after the delay")
    func delay() async throws {
        let clock = TestClock()
        try await withSandbox(.test(clock: clock) { $0.sourceDelay = 20 }) { sandbox in
            _ = try await sandbox.makeIntegration(token: sandbox.token())
            clock.advance(by: 19)
            #expect(try await sandbox.call("events.ListEventSources")["EventSources"] == [])
            #expect(try await createBus(sandbox).type == "ResourceNotFoundException")
            clock.advance(by: 1)
            let sources = try await sandbox.call("events.ListEventSources")["EventSources"]?.list
            #expect(sources?.first?["Name"] == .string(sourceName))
            #expect(sources?.first?["CreatedBy"] == "aws.partner/genesys.com")
            #expect(try await createBus(sandbox).status == 200)
        }
    }

    @Test("A source that stays PENDING for two weeks is deleted")
    func expiry() async throws {
        let clock = TestClock()
        try await withSandbox(.test(clock: clock)) { sandbox in
            _ = try await sandbox.makeIntegration(token: sandbox.token())
            let source = try await sandbox.call("events.DescribeEventSource", ["Name": .string(sourceName)])
            let life = (source["ExpirationTime"]?.integer ?? 0) - (source["CreationTime"]?.integer ?? 0)
            #expect(life == 14 * 86_400)
            clock.advance(by: 14 * 86_400 + 1)
            #expect(try await sandbox.sourceState() == nil)
        }
    }

    @Test("Disabling the integration removes a PENDING source and leaves an ACTIVE one as DELETED until its bus goes")
    func takenBack() async throws {
        try await withSandbox { sandbox in
            let token = try await sandbox.token()
            let id = try await sandbox.makeIntegration(token: token)
            func set(_ state: Value) async throws {
                _ = try await sandbox.genesys("PATCH", "/api/v2/integrations/\(id)", ["intendedState": state], token: token)
            }
            try await set("DISABLED")
            #expect(try await sandbox.sourceState() == nil)
            try await set("ENABLED")
            _ = try await createBus(sandbox)
            try await set("DISABLED")
            #expect(try await sandbox.sourceState() == "DELETED")
            try await sandbox.call("events.DeleteEventBus", ["Name": .string(sourceName)])
            #expect(try await sandbox.sourceState() == nil)
        }
    }

    @Test("A partner bus bears its source's name, and only partner buses have slashes")
    func names() async throws {
        try await withSandbox { sandbox in
            _ = try await sandbox.makeIntegration(token: sandbox.token())
            let other = try await sandbox.call("events.CreateEventBus", ["Name": "other", "EventSourceName": .string(sourceName)])
            #expect(other.type == "ValidationException")
            #expect(try await sandbox.call("events.CreateEventBus", ["Name": .string(sourceName)]).type == "ValidationException")
            #expect(try await sandbox.call("events.CreateEventBus", ["Name": "own"]).status == 200)
            let buses = try await sandbox.call("events.ListEventBuses")["EventBuses"]?.list ?? []
            #expect(buses.compactMap { $0["Name"]?.string } == ["default", "own"])
            #expect(try await sandbox.call("events.DeleteEventBus", ["Name": "default"]).status == 400)
        }
    }
}
