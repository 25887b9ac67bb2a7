import Genesys
import Model
import Testing

struct PlatformIntegrationTests {
    private static let collection = "GET /api/v2/platform/eventbridge/integrations"
    private static let item = "GET /api/v2/platform/eventbridge/integrations/i-1"
    private static let create = "POST /api/v2/platform/eventbridge/integrations"
    private static let write = "PUT /api/v2/platform/eventbridge/integrations/i-1"

    private let fixture = Fixture(.platform)
    private var service: ScriptedService { fixture.service }

    private func declared(_ topics: [String] = ["conversation.end"], enabled: Bool = true, id: String? = nil) -> DesiredResource {
        integration("tutorial", id: id, declaring: ["enabled": .bool(enabled), "topics": .list(topics.map { .string($0) })])
    }

    private static func wire(_ id: String = "i-1", name: String? = nil, _ topics: [Value] = ["conversation.end"], enabled: Bool = true)
        -> Value
    {
        .map([
            "integrationId": .string(id), "name": name.map { .string($0) } ?? .null, "enabled": .bool(enabled), "eventTypes": .list(topics),
        ])
    }

    // MARK: Reading

    @Test("By its id an integration is read, and no listing", arguments: ["integrationId", "id"])
    func byID(key: String) async throws {
        service.on(Self.item, .value([key: "i-1", "enabled": false, "eventTypes": ["b", "a"]]))
        let object = try await fixture.observe(declared(id: "i-1")).object()
        #expect(object.attributes == ["name": "tutorial", "enabled": false, "topics": ["a", "b"]])
        #expect(object.outputs == ["id": "i-1"])
        #expect(object.ownership == .shared)
        #expect(service.routes == [Self.item])
    }

    @Test("Listings are read as a list and as entities, and searched by name")
    func byName() async throws {
        let both: Value = [Self.wire("i-2", name: "other"), Self.wire("i-1", name: "tutorial")]
        for listing in [both, ["entities": both]] {
            service.on(Self.collection, .value(listing))
            #expect(try await fixture.observe(declared()).object().id == "i-1")
        }
        service.on(Self.collection, .value([Self.wire("i-2", name: "other")]))
        #expect(await fixture.observe(declared()) == Observation())
    }

    @Test("A listing of one that has no name is the one")
    func nameless() async throws {
        service.on(Self.collection, .value([Self.wire()]))
        #expect(try await fixture.observe(declared()).object().id == "i-1")
    }

    @Test("Which of several without a name is meant can't be told: the manifest must say it")
    func severalNameless() async throws {
        for listing in [[Self.wire("i-1"), Self.wire("i-2")], [Self.wire("i-1"), Self.wire("i-3", name: "other")]] {
            service.on(Self.collection, .value(.list(listing)))
            let error = try await fixture.observe(declared()).failure()
            #expect(error.reason == .conflict)
            #expect(error.fix?.hasPrefix("Put the id of the one that is meant into spec.id: i-1") == true)
        }
        service.on(Self.collection, .value([Self.wire()]))
        let two = await fixture.observe(declared(), integration("second", address: "second"))
        #expect(two.objects.isEmpty)
        #expect(two.gaps.count == 2)
    }

    @Test("Two of one name are a gap")
    func ambiguous() async throws {
        service.on(Self.collection, .value([Self.wire("i-2", name: "tutorial"), Self.wire("i-1", name: "tutorial")]))
        #expect(try await fixture.observe(declared()).failure().summary == "there are 2 integrations named \"tutorial\"")
    }

    @Test("A service without a listing is a gap that asks for the id", arguments: [404, 405])
    func noListing(status: Int) async throws {
        service.on(Self.collection, .status(status))
        let error = try await fixture.observe(declared()).failure()
        #expect(error.summary == "this service doesn't list its integrations, so an existing one can't be found by name")
        #expect(error.fix == "Put the id of the integration into spec.id in the manifest")
    }

    @Test("An id that there isn't, and a scope that is missing, each say what to do")
    func errors() async throws {
        service.on(Self.item, .json(#"{"message":"Integration not found"}"#, status: 404))
        let missing = try await fixture.observe(declared(id: "i-1")).failure()
        #expect(missing.reason == .notFound)
        #expect(missing.summary == "there is no integration with the id i-1")

        service.on(Self.item, .status(403))
        let forbidden = try await fixture.observe(declared(id: "i-1")).failure()
        #expect(forbidden.summary == "can't read an integration: the scope event:write is missing")
    }

    // MARK: Changing

    @Test("A creation is one call, and its reply carries the id", arguments: ["integrationId", "id"])
    func create(key: String) async throws {
        service.on(Self.create, .value([key: "i-9"], status: 201))
        #expect(try await fixture.perform(.create, declared()) == ["id": "i-9"])
        #expect(service.mutations == [#"\#(Self.create) {"enabled":true,"eventTypes":["conversation.end"],"name":"tutorial"}"#])
    }

    @Test("A creation whose answer was lost is looked up, not made again")
    func lostCreation() async throws {
        service.on(Self.create, .lost)
        service.on(Self.collection, .value([]), .value([Self.wire("i-9", name: "tutorial")]))
        #expect(try await fixture.perform(.create, declared()) == ["id": "i-9"])
        #expect(service.mutations.count == 1)
    }

    @Test("An update writes the whole, with what others added since")
    func update() async throws {
        service.on(Self.item, .value(Self.wire()))
        let live = try await fixture.observe(declared(id: "i-1")).object()
        service.on(Self.item, .value(Self.wire("i-1", ["conversation.end", "other"])))
        service.on(Self.write, .value(Self.wire()))
        #expect(
            try await fixture.perform(.update, declared(["conversation.start"], enabled: false, id: "i-1"), live: live) == ["id": "i-1"])
        #expect(service.mutations == [#"\#(Self.write) {"enabled":false,"eventTypes":["conversation.start","other"]}"#])
    }

    @Test("What isn't declared stays, and nothing is written that is so already")
    func partialUpdate() async throws {
        service.on(Self.item, .value(Self.wire()))
        service.on(Self.write, .value(Self.wire()))
        let live = try await fixture.observe(declared(id: "i-1")).object()
        _ = try await fixture.perform(.update, integration(id: "i-1", declaring: ["enabled": false]), live: live)
        _ = try await fixture.perform(.update, declared(id: "i-1"), live: live)
        #expect(service.mutations == [#"\#(Self.write) {"enabled":false,"eventTypes":["conversation.end"]}"#])
    }

    @Test("An integration that went away before it is written is not found")
    func vanished() async throws {
        service.on(Self.item, .value(Self.wire()))
        service.on(Self.write, .status(404))
        let error = try await failure { try await fixture.perform(.update, declared(enabled: false, id: "i-1")) }
        #expect(error.summary == "there is no integration with the id i-1")
    }

    @Test("This API can't delete")
    func delete() async throws {
        let error = try await failure { try await fixture.perform(.delete, declared(id: "i-1")) }
        #expect(error.fix == "Set enabled: false, or delete it in Genesys Cloud")
        #expect(service.requests.isEmpty)
    }

    @Test("What this API took is in effect once it is read")
    func settle() async throws {
        let live: Value = ["integrationId": "i-1", "enabled": true, "eventTypes": ["conversation.end"]]
        let former: Value = ["integrationId": "i-1", "enabled": false, "eventTypes": []]
        service.on("GET /api/v2/platform/eventbridge/integrations/i-1", .value(former), .value(live))
        try await fixture.settle(.update, declared(id: "i-1"), outputs: ["id": "i-1"])
        #expect(service.routes.count == 2)
        #expect(fixture.messages.all == ["waiting for the integration \(declared(id: "i-1").identity.name) to be read as it was written"])
    }
}
