import Cloud
import Genesys
import Model
import Testing

struct QueueTests {
    private static let list = "GET /api/v2/routing/queues"
    private static let read = "GET /api/v2/routing/queues/q-1"
    private static let create = "POST /api/v2/routing/queues"
    private static let write = "PUT /api/v2/routing/queues/q-1"

    private let fixture = Fixture()
    private var service: ScriptedService { fixture.service }

    private static let wire: Value = [
        "id": "q-1", "name": "Support Queue", "division": ["id": "d-1", "name": "Home", "selfUri": "/d"], "description": "",
        "dateCreated": "2025-01-01T00:00:00Z", "dateModified": "2025-01-02T00:00:00Z", "createdBy": "u", "modifiedBy": "u",
        "memberCount": 4, "userMemberCount": 3, "joinedMemberCount": 1, "selfUri": "/api/v2/routing/queues/q-1", "peerId": .null,
        "acwSettings": ["wrapupPrompt": "OPTIONAL", "timeoutMs": 10000],
        "outboundEmailAddress": ["domain": ["id": "x", "selfUri": "/x"], "route": ["id": "y"]],
        "memberGroups": [
            ["id": "g-2", "name": "B", "type": "TEAM", "memberCount": 7, "selfUri": "/g"], ["id": "g-1", "type": "SKILLGROUP"],
        ], "cannedResponseLibraries": ["mode": "SelectedOnly", "libraryIds": ["b", "a"]],
    ]

    private func live() async throws -> LiveObject {
        service.on(Self.read, .value(Self.wire))
        service.on(Self.write, .value(Self.wire))
        return try await fixture.observe(queue(id: "q-1")).object()
    }

    // MARK: Reading

    @Test("A queue is looked for in both listings, by its exact name, whatever stands in it")
    func listings() async throws {
        let name = #"Müller & "Söhne"/✓ 100%*"#
        let query = "name=M%C3%BCller%20%26%20%22S%C3%B6hne%22%2F%E2%9C%93%20100%25%2A"
        service.on("\(Self.list)?pageSize=100&pageNumber=1&\(query)&hasPeer=false", page(["id": "q-2", "name": "Müller"]))
        service.on("\(Self.list)?pageSize=100&pageNumber=1&\(query)&hasPeer=true", page(["id": "q-1", "name": .string(name)]))
        let object = try await fixture.observe(queue(name)).object()
        #expect(object.id == "q-1")
        #expect(object.identity == LiveIdentity(.queue, name: name))
        #expect(service.routes.count == 2)
    }

    @Test("A live queue has all that can be declared, sets in order, and nothing that the service alone writes")
    func attributes() async throws {
        let object = try await live()
        #expect(
            object.attributes == [
                "name": "Support Queue", "division": "Home", "acwSettings": ["wrapupPrompt": "OPTIONAL", "timeoutMs": 10000],
                "outboundEmailAddress": ["domain": ["id": "x"], "route": ["id": "y"]],
                "memberGroups": [["id": "g-1", "type": "SKILLGROUP"], ["id": "g-2", "type": "TEAM"]],
                "cannedResponseLibraries": ["mode": "SelectedOnly", "libraryIds": ["a", "b"]],
            ])
        #expect(object.outputs == ["id": "q-1"])
        #expect(object.ownership == .shared)
    }

    @Test(
        "A division is told as it is declared: by its id, or by its name", arguments: [("d-1", "d-1"), ("Home", "Home"), ("Care", "Home")])
    func division(declared: String, seen: String) async throws {
        service.on(Self.read, .value(Self.wire))
        let object = try await fixture.observe(queue(id: "q-1", declaring: ["division": .string(declared)])).object()
        #expect(object.attributes["division"] == .string(seen))
    }

    @Test("A queue that has a former name is the one to rename")
    func previousNames() async throws {
        var resource = queue("New Name")
        resource.lifecycle.previousNames = ["Support Queue", "Older Name"]
        service.on(Self.list, page(Self.wire))
        let live = try await fixture.observe(resource).object()
        #expect(live.identity == LiveIdentity(.queue, name: "New Name"))
        #expect(live.attributes["name"] == "Support Queue")

        service.on(Self.read, .value(Self.wire))
        service.on(Self.write, .value(Self.wire))
        _ = try await fixture.perform(.update, resource, live: live)
        #expect(try Value(json: try #require(service.requests.last).text)["name"] == "New Name")

        service.on(Self.list, page(Self.wire, ["id": "q-2", "name": "Older Name"]))
        let error = try await fixture.observe(resource).failure()
        #expect(error.summary == "several former names of Queue/support are live: Older Name, Support Queue")

        service.on(Self.list, page(Self.wire, ["id": "q-2", "name": "Older Name"], ["id": "q-3", "name": "New Name"]))
        #expect(try await fixture.observe(resource).object().id == "q-3")
    }

    @Test("Many queues are looked for in listings of all, not one by one")
    func many() async throws {
        let all = "\(Self.list)?pageSize=500&pageNumber=1"
        let names = (1...11).map { "Queue \($0)" }
        service.on(
            "\(all)&hasPeer=false",
            .value(["entities": .list(names.prefix(9).map { ["id": .string("id of \($0)"), "name": .string($0)] })]))
        service.on("\(all)&hasPeer=true", page(["id": "q-10", "name": "Queue 10"], ["id": "q-11", "name": "Queue 10"]))
        let resources = names.map { queue($0) }
        let seen = await fixture.provider.observe(DesiredState(stack: fixture.stack, resources: resources), focus: nil, progress: { _ in })
        #expect(service.routes.sorted() == ["\(all)&hasPeer=false", "\(all)&hasPeer=true"])
        for name in names.prefix(9) { #expect(seen.objects[LiveIdentity(.queue, name: name)]?.id == "id of \(name)") }
        #expect(seen.gaps.map(\.name) == ["Queue 10"])
        #expect(seen.lookUp(LiveIdentity(.queue, name: "Queue 11")) == .absent)

        service.on("\(all)&hasPeer=true", .status(403))
        let blind = await fixture.provider.observe(DesiredState(stack: fixture.stack, resources: resources), focus: nil, progress: { _ in })
        #expect(blind.objects.isEmpty)
        #expect(blind.gaps.count == 11)
    }

    @Test("A queue that both listings show is one")
    func both() async throws {
        service.on(Self.list, page(Self.wire))
        #expect(try await fixture.observe(queue()).object().id == "q-1")
    }

    @Test("Two of one name are a gap of that queue alone")
    func ambiguous() async throws {
        service.on(Self.list, page(["id": "q-2", "name": "Support Queue"], Self.wire))
        let seen = await fixture.observe(queue(), queue("Other"))
        #expect(seen.gaps.map(\.name) == ["Support Queue"])
        #expect(seen.gaps.first?.error.summary == "there are 2 queues named \"Support Queue\"")
        #expect(seen.gaps.first?.error.fix == "Put the id of the one that is meant into spec.id: q-1 or q-2")
        #expect(seen.lookUp(LiveIdentity(.queue, name: "Other")) == .absent)
    }

    @Test("An id that there isn't is a gap, never an absence")
    func missingID() async throws {
        service.on(Self.read, .json(#"{"message":"Unable to find the queue","code":"not.found"}"#, status: 404))
        let error = try await fixture.observe(queue(id: "q-1")).failure()
        #expect(error.reason == .notFound)
        #expect(error.summary == "there is no queue with the id q-1")
        #expect(error.fix?.contains("spec.id") == true)
    }

    @Test("Where one of the listings fails, the queue is unknown")
    func partial() async throws {
        service.on(Self.list, page())
        service.on("\(Self.list)?pageSize=100&pageNumber=1&name=Support%20Queue&hasPeer=true", .status(403))
        #expect(try await fixture.observe(queue()).failure().reason == .forbidden)
    }

    // MARK: Changing

    @Test("A creation is one call with what is declared, its division by id")
    func create() async throws {
        service.on(
            "GET /api/v2/authorization/divisions?pageSize=100&pageNumber=1&name=Care",
            page(["id": "d-7", "name": "Care"], ["id": "d-8", "name": "Care EU"]))
        service.on(Self.create, .value(["id": "q-9"]))
        let resource = queue(declaring: ["division": "Care", "acwSettings": ["timeoutMs": 30000]])
        #expect(try await fixture.perform(.create, resource) == ["id": "q-9"])
        #expect(
            service.mutations == [#"\#(Self.create) {"acwSettings":{"timeoutMs":30000},"division":{"id":"d-7"},"name":"Support Queue"}"#])
    }

    @Test("A division that there isn't, or that there is twice, is an error before anything is made")
    func wrongDivision() async throws {
        let divisions = "GET /api/v2/authorization/divisions"
        service.on(divisions, page(["id": "d-8", "name": "Care EU"]))
        let missing = try await failure { try await fixture.perform(.create, queue(declaring: ["division": "Care"])) }
        #expect(missing.reason == .notFound)
        #expect(missing.summary == "there is no division named \"Care\"")
        service.on(divisions, page(["id": "d-8", "name": "Care"], ["id": "d-7", "name": "Care"]))
        let twice = try await failure { try await fixture.perform(.create, queue(declaring: ["division": "Care"])) }
        #expect(twice.fix == "Put the id of the one that is meant into spec.division: d-7 or d-8")
        #expect(service.mutations.isEmpty)
    }

    @Test("A creation whose answer was lost is looked up, not made again")
    func lostCreation() async throws {
        service.on(Self.create, .lost)
        service.on(Self.list, page(), page(), page(Self.wire))
        #expect(try await fixture.perform(.create, queue()) == ["id": "q-1"])
        #expect(service.mutations.count == 1)
    }

    @Test("A creation that keeps failing is tried three times, looked for each time")
    func failingCreation() async throws {
        service.on(Self.create, .status(503))
        service.on(Self.list, page())
        let error = try await failure { try await fixture.perform(.create, queue()) }
        #expect(error.reason == .unavailable)
        #expect(service.mutations.count == 3)
        let lastCreation = try #require(service.routes.lastIndex(of: Self.create))
        #expect(service.routes.suffix(from: lastCreation).count > 2)
    }

    @Test("A throttled creation was not taken, so it is simply made again")
    func throttledCreation() async throws {
        service.on(Self.create, .json("{}", status: 429, headers: ["Retry-After": "3"]), .value(["id": "q-9"]))
        #expect(try await fixture.perform(.create, queue()) == ["id": "q-9"])
        #expect(service.routes == [Self.create, Self.create])
        #expect(fixture.world.sleeps == [.seconds(3)])
    }

    @Test("An update sends the whole queue, the declared merged in deep: what is left out would be removed")
    func update() async throws {
        let live = try await live()
        _ = try await fixture.perform(
            .update, queue(id: "q-1", declaring: ["acwSettings": ["timeoutMs": 30000], "description": "New"]), live: live)
        let body = try Value(json: try #require(service.requests.last).text)
        #expect(body["acwSettings"] == ["wrapupPrompt": "OPTIONAL", "timeoutMs": 30000])
        #expect(body["description"] == "New")
        #expect(body["outboundEmailAddress"]?["route"] == ["id": "y"])
        #expect(body["memberGroups"]?.list?.count == 2)
        for key in ["id", "division", "dateCreated", "memberCount", "selfUri"] { #expect(body[key] == nil, "\(key)") }
        #expect(service.routes.suffix(2) == [Self.read, Self.write])
    }

    @Test("Nothing is written that is so already")
    func noUpdate() async throws {
        let live = try await live()
        let same = queue(
            id: "q-1", declaring: ["acwSettings": ["timeoutMs": 10000], "memberGroups": live.attributes["memberGroups"] ?? []])
        #expect(try await fixture.perform(.update, same, live: live) == ["id": "q-1"])
        #expect(service.mutations.isEmpty)
    }

    @Test("A queue moves to another division by a call of its own")
    func move() async throws {
        let live = try await live()
        service.on("GET /api/v2/authorization/divisions", page(["id": "d-7", "name": "Care"]))
        service.on("POST /api/v2/authorization/divisions/d-7/objects/QUEUE", .status(204))
        _ = try await fixture.perform(.update, queue(id: "q-1", declaring: ["division": "Care"]), live: live)
        #expect(service.mutations == [#"POST /api/v2/authorization/divisions/d-7/objects/QUEUE ["q-1"]"#])
    }

    @Test("A deletion waits until the queue is listed no more")
    func delete() async throws {
        service.on(Self.list, page(Self.wire), page(Self.wire), page(Self.wire), page(Self.wire), page())
        let live = try await fixture.observe(queue()).object()
        service.on("DELETE /api/v2/routing/queues/q-1", .status(204))
        #expect(try await fixture.perform(.delete, queue(), live: live) == [:])
        #expect(fixture.messages.all.last == "waiting for the queue Support Queue to be gone")
        #expect(service.mutations == ["DELETE /api/v2/routing/queues/q-1"])
    }

    @Test("A deletion by id waits until the id leads nowhere, and is forced only where that is declared", arguments: [true, false])
    func deleteByID(isForced: Bool) async throws {
        service.on(Self.read, .value(Self.wire), .value(Self.wire), .status(404))
        let live = try await fixture.observe(queue(id: "q-1")).object()
        let route = "DELETE /api/v2/routing/queues/q-1" + (isForced ? "?forceDelete=true" : "")
        service.on("DELETE /api/v2/routing/queues/q-1", .status(204))
        service.on(route, .status(204))
        var operation = fixture.operation(.delete, queue(id: "q-1"), live: live)
        operation.isForced = isForced
        #expect(try await fixture.perform(operation) == [:])
        #expect(service.mutations == [route])
    }

    @Test("A queue that can't go while something belongs to it says what would delete it all the same")
    func refusedDeletion() async throws {
        let live = try await live()
        service.on("DELETE /api/v2/routing/queues/q-1", .status(409))
        let error = try await failure { try await fixture.perform(.delete, queue(), live: live) }
        #expect(error.reason == .conflict && error.fix?.contains("forceDelete: true") == true)
    }

    @Test("An id that leads nowhere is what a queue that is to be gone wants, and so is a former name")
    func absent() async throws {
        var gone = queue(id: "q-1")
        gone.lifecycle.ensure = .absent
        service.on(Self.read, .status(404))
        #expect(await fixture.observe(gone) == Observation())

        var renamed = queue("Gone")
        renamed.lifecycle = Lifecycle(ensure: .absent, previousNames: ["Support Queue"])
        service.on("GET /api/v2/routing/queues?pageSize=100&pageNumber=1&name=Gone&hasPeer=false", page())
        service.on("GET /api/v2/routing/queues?pageSize=100&pageNumber=1&name=Gone&hasPeer=true", page())
        #expect(await fixture.observe(renamed) == Observation())
    }

    // MARK: Members and wrap-up codes

    private static let members = "GET /api/v2/routing/queues/q-1/members?pageSize=100&pageNumber=1&memberBy=user"
    private static let codes = "GET /api/v2/routing/queues/q-1/wrapupcodes?pageSize=100&pageNumber=1"

    @Test("Members and wrap-up codes are read only where they are declared, in order")
    func readRosters() async throws {
        service.on(Self.read, .value(Self.wire))
        service.on(Self.members, page(["id": "u-2"], ["id": "u-1"]))
        #expect(try await fixture.observe(queue(id: "q-1", declaring: ["members": []])).object().attributes["members"] == ["u-1", "u-2"])
        service.on(Self.codes, page(["id": "w-1"]))
        let object = try await fixture.observe(queue(id: "q-1", declaring: ["wrapupCodes": ["w-9"]])).object()
        #expect(object.attributes["wrapupCodes"] == ["w-1"])
        #expect(object.attributes["members"] == nil)
    }

    @Test("Members and wrap-up codes are added and removed by what differs, and the queue is not written for them")
    func writeRosters() async throws {
        let live = try await live()
        service.on(Self.members, page(["id": "u-1"], ["id": "u-2"]))
        service.on(Self.codes, page(["id": "w-1"], ["id": "w-2"]))
        service.on("POST /api/v2/routing/queues/q-1/members", .status(202))
        service.on("POST /api/v2/routing/queues/q-1/wrapupcodes", .json("[]"))
        service.on("DELETE /api/v2/routing/queues/q-1/wrapupcodes/w-1", .status(204))
        service.on("DELETE /api/v2/routing/queues/q-1/wrapupcodes/w-2", .status(404))
        let resource = queue(id: "q-1", declaring: ["members": ["u-2", "u-3"], "wrapupCodes": ["w-3"]])
        _ = try await fixture.perform(.update, resource, live: live)
        #expect(
            service.mutations == [
                #"POST /api/v2/routing/queues/q-1/members [{"id":"u-3"}]"#,
                #"POST /api/v2/routing/queues/q-1/members?delete=true [{"id":"u-1"}]"#,
                #"POST /api/v2/routing/queues/q-1/wrapupcodes [{"id":"w-3"}]"#,
                "DELETE /api/v2/routing/queues/q-1/wrapupcodes/w-1", "DELETE /api/v2/routing/queues/q-1/wrapupcodes/w-2",
            ])
    }

    @Test("A hundred members travel in one call, and a new queue that can't take them yet is waited for")
    func manyMembers() async throws {
        service.on(Self.create, .value(["id": "q-1"]))
        service.on(Self.members, .status(404), page())
        service.on("POST /api/v2/routing/queues/q-1/members", .status(204))
        let users = (100..<350).map { Value.string("u-\($0)") }
        _ = try await fixture.perform(.create, queue(declaring: ["members": .list(users)]))
        let bodies = try service.requests.filter { $0.route.hasSuffix("/members") && $0.method == "POST" }.map { try Value(json: $0.text) }
        #expect(bodies.map { $0.list?.count } == [100, 100, 50])
        #expect(bodies.flatMap { $0.list ?? [] } == users.map { ["id": $0] })
        #expect(service.mutations.first == #"POST /api/v2/routing/queues {"name":"Support Queue"}"#)
    }

    // MARK: Settling

    @Test("A new queue is settled once it is listed")
    func settle() async throws {
        service.on(Self.list, page(), page(), page(), page(), page(Self.wire))
        try await fixture.settle(.create, queue(), outputs: ["id": "q-1"])
        #expect(fixture.messages.all == ["waiting for the queue Support Queue to be listed"])
    }

    @Test("A changed queue is settled once it is read as it was written, members and codes included")
    func settleChange() async throws {
        let written = Value.map((Self.wire.map ?? [:]).merging(["description": "New"]) { $1 })
        service.on(Self.list, page(Self.wire), page(Self.wire), page(written))
        service.on(Self.members, page(["id": "u-1"]), page(["id": "u-1"], ["id": "u-2"]))
        let changed = queue(declaring: ["description": "New", "members": ["u-2", "u-1"]])
        try await fixture.settle(.update, changed, outputs: ["id": "q-1"])
        #expect(fixture.messages.all == ["waiting for the queue Support Queue to be read as it was written"])
        #expect(fixture.world.sleeps == [.milliseconds(500)])
    }

    @Test("A queue that stays another than it was written is left to the proof, after half a minute")
    func neverAsWritten() async throws {
        service.on(Self.list, page(Self.wire))
        try await fixture.settle(.update, queue(declaring: ["description": "New"]), outputs: ["id": "q-1"])
        #expect((.seconds(30)..<Duration.seconds(36)).contains(fixture.world.sleeps.reduce(.zero, +)))
    }

    @Test("A deletion by id waits until the queue can't be read any more")
    func deleteByID() async throws {
        service.on(Self.read, .value(Self.wire), .value(Self.wire), .status(404))
        let live = try await fixture.observe(queue(id: "q-1")).object()
        service.on("DELETE /api/v2/routing/queues/q-1", .status(204))
        #expect(try await fixture.perform(.delete, queue(id: "q-1"), live: live) == [:])
        #expect(fixture.messages.all.last == "waiting for the queue q-1 to be gone")
    }

    @Test("A queue that is never listed is an error, after a minute")
    func neverListed() async throws {
        service.on(Self.list, page())
        let error = try await failure { try await fixture.settle(.create, queue(), outputs: ["id": "q-1"]) }
        #expect(error.reason == .timedOut)
    }
}
