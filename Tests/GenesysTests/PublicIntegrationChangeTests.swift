import Genesys
import Model
import Testing

struct PublicIntegrationChangeTests {
    private static let create = "POST /api/v2/integrations"
    private static let list = "GET /api/v2/integrations"
    private static let read = "GET /api/v2/integrations/i-1"
    private static let readConfiguration = "GET /api/v2/integrations/i-1/config/current"
    private static let configure = "PUT /api/v2/integrations/i-1/config/current"
    private static let enable = "PATCH /api/v2/integrations/i-1"

    private let fixture = Fixture()
    private var service: ScriptedService { fixture.service }

    private static let made = ScriptedService.Reply.value(wireIntegration("i-1", state: "DISABLED", reported: .null))
    private static let configured =
        #"{"advanced":{},"credentials":{},"name":"prod-events","#
        + #""notes":"\#(ourLine) reconcile:topics=\#(acdEnd)","#
        + #""properties":{"awsAccountId":"123456789012","awsAccountRegion":"us-east-1","eventFilter":["\#(acdEnd)"],"eventSourceSuffix":"prod"},"version":1}"#

    private static let creation = [
        #"POST /api/v2/integrations {"integrationType":{"id":"amazon-eventbridge-source"},"name":"prod-events"}"#,
        "\(configure) \(configured)",
        #"PATCH /api/v2/integrations/i-1 {"intendedState":"ENABLED"}"#,
    ]

    private func scriptCreation() {
        service.on(Self.create, Self.made)
        service.on(Self.readConfiguration, .value(emptyConfiguration))
        service.on(Self.configure, .value(wireConfiguration()))
        service.on(Self.enable, .value(wireIntegration("i-1")))
    }

    private func live(_ notes: String, topics: [String] = [acdEnd]) async throws -> LiveObject {
        service.on(
            "GET /api/v2/integrations?pageSize=100&pageNumber=1&expand=config.current",
            page(wireIntegration("i-1", configuration: wireConfiguration(notes: notes, topics: topics))))
        service.on(Self.read, .value(wireIntegration("i-1")))
        service.on(Self.readConfiguration, .value(wireConfiguration(notes: notes, topics: topics)))
        service.on(Self.configure, .value(wireConfiguration()))
        return try await fixture.observe(declared()).object()
    }

    /// The body of the last configuration that was written.
    private func written() throws -> Value {
        try Value(json: try #require(service.requests.last { $0.route == Self.configure }).text)
    }

    // MARK: Creation

    @Test("A creation creates, configures with our mark, and enables")
    func create() async throws {
        scriptCreation()
        let outputs = try await fixture.perform(.create, declared())
        #expect(service.mutations == Self.creation)
        #expect(outputs == ["id": "i-1", "eventSource": "aws.partner/genesys.com/cloud/org-1/prod"])
    }

    @Test("One that is declared disabled stays so")
    func createDisabled() async throws {
        scriptCreation()
        _ = try await fixture.perform(.create, declared(enabled: false))
        #expect(service.mutations == Array(Self.creation.dropLast()))
    }

    @Test("A creation whose answer was lost is looked up, not made again")
    func lostCreation() async throws {
        scriptCreation()
        service.on(Self.create, .lost)
        // New objects are missing from listings for a while.
        service.on(Self.list, page(), page(), page(wireIntegration("i-1", state: "DISABLED", configuration: emptyConfiguration)))
        let outputs = try await fixture.perform(.create, declared())
        #expect(service.mutations == Self.creation)
        #expect(outputs["id"] == "i-1")
        #expect(fixture.messages.all == ["waiting for what may have been created in spite of a failure"])
    }

    @Test(
        "After any answer that leaves open what became of it, a creation is made again only where nothing is found",
        arguments: [ScriptedService.Reply.status(502), .json("<html>"), .json(#"{"id":"i-"#), .lost])
    func createAgain(reply: ScriptedService.Reply) async throws {
        scriptCreation()
        service.on(Self.create, reply, Self.made)
        service.on(Self.list, page())
        _ = try await fixture.perform(.create, declared())
        #expect(service.mutations == [Self.creation[0]] + Self.creation)
    }

    @Test("A creation that was refused for sure is an error at once", arguments: [400, 403, 409])
    func refusedCreation(status: Int) async throws {
        service.on(Self.create, .json(#"{"message":"no"}"#, status: status))
        let error = try await failure { try await fixture.perform(.create, declared()) }
        #expect(error.message == "no")
        #expect(service.routes == [Self.create])
    }

    @Test("Where looking for it fails as well, that is said, and nothing is made twice")
    func blindCreation() async throws {
        service.on(Self.create, .lost)
        service.on(Self.list, .json("{}", status: 403))
        let error = try await failure { try await fixture.perform(.create, declared()) }
        #expect(error.reason == .unavailable)
        #expect(error.operation == Self.create)
        #expect(error.fix?.hasPrefix("It isn't known whether it was created") == true)
        #expect(service.mutations == [Self.creation[0]])
    }

    @Test("A new integration that can't be read at once is waited for")
    func lateConfiguration() async throws {
        scriptCreation()
        let missing = ScriptedService.Reply.json(#"{"code":"not.found"}"#, status: 404)
        service.on(Self.readConfiguration, missing, missing, .value(emptyConfiguration))
        service.on(Self.enable, missing, .value(wireIntegration("i-1")))
        _ = try await fixture.perform(.create, declared())
        #expect(service.mutations == Self.creation + [Self.creation[2]])
    }

    @Test("A failure between the calls leaves what the next run finishes, by two calls and no third")
    func finishHalfMade() async throws {
        scriptCreation()
        service.on(Self.configure, .json(#"{"message":"no such account"}"#, status: 400))
        let error = try await failure { try await fixture.perform(.create, declared()) }
        #expect(error.message == "no such account")

        let again = Fixture()
        again.service.on(Self.list, page(wireIntegration("i-1", state: "DISABLED", configuration: emptyConfiguration)))
        again.service.on(Self.read, .value(wireIntegration("i-1", state: "DISABLED", configuration: emptyConfiguration)))
        again.service.on(Self.readConfiguration, .value(emptyConfiguration))
        again.service.on(Self.configure, .value(wireConfiguration()))
        again.service.on(Self.enable, .value(wireIntegration("i-1")))
        let live = try await again.observe(declared()).object()
        _ = try await again.perform(.update, declared(), live: live)
        #expect(again.service.mutations == Array(Self.creation.dropFirst()))
    }

    // MARK: Update

    @Test("An update keeps what it doesn't declare: other properties, credentials, people's notes")
    func update() async throws {
        let live = try await live("Call Jane\n\(ourLine) reconcile:topics=\(acdEnd)")
        _ = try await fixture.perform(.update, declared([acdEnd, acw]), live: live)
        #expect(
            try written() == [
                "name": "prod-events", "version": 3, "advanced": [:], "credentials": ["basic": ["id": "cred-1"]],
                "notes": .string("Call Jane\n\(ourLine) reconcile:topics=\(acdEnd),\(acw)"),
                "properties": [
                    "awsAccountId": "123456789012", "awsAccountRegion": "us-east-1", "eventSourceSuffix": "prod",
                    "eventFilter": [.string(acdEnd), .string(acw)], "vendorOption": true,
                ],
            ])
        #expect(service.mutations.count == 1)
    }

    @Test("Topics that others added since the plan was made stay")
    func concurrentTopics() async throws {
        let live = try await live(ourLine, topics: [acdEnd])
        service.on(Self.readConfiguration, .value(wireConfiguration(notes: ourLine, topics: [acdEnd, wrapup])))
        _ = try await fixture.perform(.update, declared([acw]), live: live)
        #expect(try written()["properties"]?["eventFilter"] == [.string(acw), .string(wrapup)])
    }

    @Test(
        "A version that changed in between is read again, in each of the ways that the service says so",
        arguments: [
            (409, #"{"code":"conflict"}"#), (408, "{}"), (400, #"{"message":"The version 3 does not match the current version 4"}"#),
        ])
    func conflict(status: Int, body: String) async throws {
        let live = try await live(ourLine)
        service.on(
            Self.readConfiguration, .value(wireConfiguration(version: 3, notes: ourLine)),
            .value(wireConfiguration(version: 4, notes: ourLine, topics: [acdEnd, wrapup])))
        service.on(Self.configure, .json(body, status: status), .value(wireConfiguration()))
        _ = try await fixture.perform(.update, declared([acdEnd, acw]), live: live)
        #expect(service.mutations.count == 2)
        #expect(try written()["version"] == 4)
        #expect(try written()["properties"]?["eventFilter"] == [.string(acdEnd), .string(acw), .string(wrapup)])
    }

    @Test("A write that was taken although its answer failed is not made again")
    func lostUpdate() async throws {
        let live = try await live("\(ourLine) reconcile:topics=\(acdEnd)")
        let wanted = wireConfiguration(version: 4, notes: "\(ourLine) reconcile:topics=\(acdEnd),\(acw)", topics: [acdEnd, acw])
        service.on(Self.readConfiguration, .value(wireConfiguration(version: 3, notes: ourLine)), .value(wanted))
        service.on(Self.configure, .lost, .json("{}", status: 409))
        _ = try await fixture.perform(.update, declared([acdEnd, acw]), live: live)
        #expect(service.mutations.count == 2)
    }

    @Test("A conflict that doesn't end is an error, after half a minute")
    func endlessConflict() async throws {
        let live = try await live(ourLine)
        service.on(Self.configure, .json(#"{"message":"busy"}"#, status: 409))
        let error = try await failure { try await fixture.perform(.update, declared([acw]), live: live) }
        #expect(error.reason == .conflict)
        #expect(error.message == "busy")
        #expect((.seconds(30)..<Duration.seconds(36)).contains(fixture.world.sleeps.reduce(.zero, +)))
    }

    @Test("Only what differs is written")
    func disable() async throws {
        let live = try await live("\(ourLine) reconcile:topics=\(acdEnd)")
        service.on(Self.enable, .value(wireIntegration("i-1", state: "DISABLED")))
        _ = try await fixture.perform(.update, declared(enabled: false), live: live)
        #expect(service.mutations == [#"PATCH /api/v2/integrations/i-1 {"intendedState":"DISABLED"}"#])
    }

    @Test("To another's integration we contribute, and don't take it over")
    func contribute() async throws {
        let live = try await live(othersLine, topics: [acdEnd])
        let resource = integration(declaring: ["topics": [.string(acdEnd), .string(acw)], "contributedTopics": [.string(acw)]])
        _ = try await fixture.perform(.update, resource, live: live)
        #expect(try written()["notes"] == .string("\(othersLine)\nreconcile:stack=acme/telephony/prod reconcile:topics=\(acw)"))
    }

    @Test("An integration that another stack marked in between is left alone")
    func takenOver() async throws {
        let live = try await live("node_dynamodb_empty_string")
        service.on(Self.readConfiguration, .value(wireConfiguration(notes: othersLine)))
        let error = try await failure { try await fixture.perform(.update, declared([acw]), live: live) }
        #expect(error.summary == "the integration was taken over by the stack acme/billing/prod in between")
        #expect(service.mutations.isEmpty)
    }

    @Test("Where no topics are declared, those in our mark stay")
    func undeclaredTopics() async throws {
        let live = try await live("\(ourLine) reconcile:topics=\(acdEnd)")
        _ = try await fixture.perform(.update, integration(declaring: ["eventSourceSuffix": "prod2"]), live: live)
        #expect(try written()["notes"] == .string("\(ourLine) reconcile:topics=\(acdEnd)"))
        #expect(try written()["properties"]?["eventSourceSuffix"] == "prod2")
        #expect(try written()["properties"]?["eventFilter"] == [.string(acdEnd)])
    }

    // MARK: Deletion

    @Test("A deletion waits until the integration is gone; one that is gone already is as well")
    func delete() async throws {
        let live = try await live(ourLine)
        service.on("DELETE /api/v2/integrations/i-1", .status(204))
        service.on(Self.read, .value(wireIntegration("i-1")), .status(404))
        #expect(try await fixture.perform(.delete, integration(), live: live) == [:])
        #expect(fixture.messages.all.last == "waiting for the integration i-1 to be gone")

        service.on("DELETE /api/v2/integrations/i-1", .status(404))
        #expect(try await fixture.perform(.delete, integration(), live: live) == [:])
    }

    // MARK: Settling

    @Test("An enabled integration is settled once it is ACTIVE")
    func active() async throws {
        service.on(
            Self.read, .value(wireIntegration("i-1", reported: ["code": "INACTIVE"])),
            .value(wireIntegration("i-1", reported: ["code": "ACTIVATING"])), .value(wireIntegration("i-1")))
        try await fixture.settle(.update, declared(), outputs: ["id": "i-1"])
        #expect(fixture.world.sleeps == [.milliseconds(500), .seconds(1)])
        #expect(fixture.messages.all == ["waiting for the integration events to become ACTIVE"])
    }

    @Test("An ERROR is reported with its detail, once it isn't the former configuration's")
    func reportedError() async throws {
        let error = ScriptedService.Reply.value(
            wireIntegration("i-1", reported: ["code": "ERROR", "detail": ["message": "The account doesn't exist"]]))
        service.on(Self.read, error, .value(wireIntegration("i-1")))
        try await fixture.settle(.update, declared(), outputs: ["id": "i-1"])

        service.on(Self.read, error)
        let thrown = try await failure { try await fixture.settle(.update, declared(), outputs: ["id": "i-1"]) }
        #expect(thrown.summary == "the integration is enabled, but Genesys Cloud reports ERROR")
        #expect(thrown.message == "The account doesn't exist")
    }

    @Test("An integration that never becomes ACTIVE is waited for five minutes, with a word every half")
    func neverActive() async throws {
        service.on(Self.read, .value(wireIntegration("i-1", reported: ["code": "ACTIVATING"])))
        let error = try await failure { try await fixture.settle(.update, declared(), outputs: ["id": "i-1"]) }
        #expect(error.reason == .timedOut)
        #expect(error.summary == "waited in vain for the integration events to become ACTIVE")
        #expect(fixture.messages.all.count == 10)
        #expect((.seconds(300)..<Duration.seconds(306)).contains(fixture.world.sleeps.reduce(.zero, +)))
    }

    @Test("A changed integration is settled once it is read as it was written")
    func asWritten() async throws {
        let former = wireConfiguration(notes: "\(ourLine) reconcile:topics=\(acdEnd)", topics: [])
        let written = wireConfiguration(notes: "\(ourLine) reconcile:topics=\(acdEnd)", topics: [acdEnd])
        service.on(
            Self.read, .value(wireIntegration("i-1", state: "DISABLED", configuration: former)),
            .value(wireIntegration("i-1", state: "DISABLED", configuration: written)))
        try await fixture.settle(.update, declared(enabled: false), outputs: ["id": "i-1"])
        #expect(service.routes.count == 2)
        #expect(fixture.messages.all == ["waiting for the integration prod-events to be read as it was written"])
    }

    @Test("A new integration is settled once it is listed, a disabled one needs no more")
    func listed() async throws {
        service.on(Self.list, page(), page(wireIntegration("i-1", state: "DISABLED")))
        try await fixture.settle(.create, declared(enabled: false), outputs: ["id": "i-1"])
        #expect(service.routes.count == 2)
    }
}
