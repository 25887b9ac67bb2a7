import Genesys
import Model
import Testing

struct PublicIntegrationObservationTests {
    private static let list = "GET /api/v2/integrations?pageSize=100&pageNumber=1&expand=config.current"

    private func observe(_ resource: DesiredResource = declared(), _ wire: Value...) async -> Observation {
        let fixture = Fixture()
        fixture.service.on(Self.list, .value(["entities": .list(wire)]))
        let seen = await fixture.observe(resource)
        #expect(fixture.service.routes == [Self.list])
        return seen
    }

    @Test("A live integration has the attributes that manifests declare, and says its id and event source")
    func attributes() async throws {
        let notes = "Call Jane first\n\(ourLine) reconcile:topics=\(acdEnd)"
        let object = try await observe(
            declared(), wireIntegration("i-1", configuration: wireConfiguration(notes: notes, topics: [acw, acdEnd]))
        ).object()
        #expect(object.identity == LiveIdentity(.integration, name: "prod-events"))
        #expect(object.id == "i-1")
        #expect(
            object.attributes == [
                "name": "prod-events", "enabled": true, "topics": [.string(acdEnd), .string(acw)],
                "contributedTopics": [.string(acdEnd)], "awsAccountId": "123456789012", "awsAccountRegion": "us-east-1",
                "eventSourceSuffix": "prod",
            ])
        #expect(object.outputs == ["id": "i-1", "eventSource": "aws.partner/genesys.com/cloud/org-1/prod"])
        #expect(object.ownership == .ours(resource: "events"))
        #expect(object.condition == nil)
    }

    @Test(
        "Whose an integration is stands in its notes",
        arguments: [
            ("node_dynamodb_empty_string", Ownership.unmarked, nil), ("Call Jane", .unmarked, nil),
            (ourLine, .ours(resource: "events"), []),
            (othersLine, .another(StackMark(owner: "acme/billing", name: "prod")), nil),
            (
                "\(othersLine)\nreconcile:stack=acme/telephony/prod reconcile:topics=\(acw)",
                .another(StackMark(owner: "acme/billing", name: "prod")), [.string(acw)]
            ),
            ("\(ourLine)\nreconcile:stack=acme/billing/prod reconcile:topics=\(acw)", .ours(resource: "events"), []),
            ("\(ourLine)\n\(othersLine)", .another(StackMark(owner: "acme/billing", name: "prod")), []),
        ] as [(String, Ownership, [Value]?)])
    func ownership(notes: String, ownership: Ownership, contributed: [Value]?) async throws {
        let object = try await observe(declared(), wireIntegration("i-1", configuration: wireConfiguration(notes: notes))).object()
        #expect(object.ownership == ownership)
        #expect(object.attributes["contributedTopics"] == contributed.map { .list($0) })
    }

    @Test("One that a cut-short creation left behind is ours to finish")
    func halfMade() async throws {
        let object = try await observe(
            declared(), wireIntegration("i-1", state: "DISABLED", reported: .null, configuration: emptyConfiguration)
        ).object()
        #expect(object.ownership == .ours(resource: "events"))
        #expect(object.attributes == ["name": "prod-events", "enabled": false])
        #expect(object.outputs == ["id": "i-1"])
    }

    @Test("What is enabled, or configured, was made by somebody on purpose")
    func notHalfMade() async throws {
        let enabled = try await observe(declared(), wireIntegration("i-1", configuration: emptyConfiguration)).object()
        #expect(enabled.ownership == .unmarked)
        let configured = try await observe(declared(), wireIntegration("i-1", state: "DISABLED", configuration: wireConfiguration()))
            .object()
        #expect(configured.ownership == .unmarked)
    }

    @Test(
        "A state that people should know of is told",
        arguments: [
            ("ENABLED", ["code": "ERROR", "detail": ["message": "account unknown"]], "its reported state is ERROR: account unknown"),
            ("ENABLED", ["code": "ERROR", "detail": "account unknown"], "its reported state is ERROR: account unknown"),
            ("ENABLED", ["code": "ACTIVATING"], "its reported state is ACTIVATING"),
            ("DISABLED", ["code": "INACTIVE"], nil), ("DISABLED", ["code": "ERROR"], "its reported state is ERROR"),
            ("ENABLED", .null, nil),
        ] as [(String, Value, String?)])
    func conditions(state: String, reported: Value, condition: String?) async throws {
        let object = try await observe(
            declared(), wireIntegration("i-1", state: state, reported: reported, configuration: wireConfiguration())
        ).object()
        #expect(object.condition == condition)
        #expect(object.attributes["enabled"] == .bool(state == "ENABLED"))
    }

    @Test("Another name, another type and a deleted one are none of ours")
    func others() async {
        let seen = await observe(
            declared(), wireIntegration("i-1", name: "Prod-events", configuration: wireConfiguration()),
            wireIntegration("i-2", type: "embedded-client-app", configuration: wireConfiguration()),
            wireIntegration("i-3", state: "DELETED", configuration: wireConfiguration()))
        #expect(seen == Observation())
    }

    @Test("Two of one name are a gap that asks for the id, never an absence")
    func ambiguous() async throws {
        let seen = await observe(
            declared(), wireIntegration("i-2", configuration: wireConfiguration()),
            wireIntegration("i-1", configuration: wireConfiguration()))
        let error = try seen.failure()
        #expect(error.reason == .conflict)
        #expect(error.summary == "there are 2 integrations named \"prod-events\"")
        #expect(error.fix == "Put the id of the one that is meant into spec.id: i-1 or i-2")
        #expect(seen.lookUp(LiveIdentity(.integration, name: "another")) == .absent)
    }

    @Test("One that has a former name is the one to rename")
    func previousNames() async throws {
        var resource = declared()
        resource.lifecycle.previousNames = ["old-events"]
        let object = try await observe(
            resource, wireIntegration("i-1", name: "old-events", configuration: wireConfiguration(notes: ourLine))
        ).object()
        #expect(object.identity == LiveIdentity(.integration, name: "prod-events"))
        #expect(object.attributes["name"] == "old-events")
    }

    @Test("All pages are read, also where the counts lie, and a repeated entity counts once")
    func paging() async throws {
        let fixture = Fixture()
        let fill = (0..<100).map { wireIntegration("fill-\($0)", name: "fill-\($0)") }
        let ours = wireIntegration("i-1", configuration: wireConfiguration(notes: ourLine))
        fixture.service.on(Self.list, .value(["entities": .list(fill), "pageCount": 1, "total": 1]))
        fixture.service.on(
            "GET /api/v2/integrations?pageSize=100&pageNumber=2&expand=config.current",
            .value(["entities": [fill[99], ours], "pageCount": 3]))
        fixture.service.on("GET /api/v2/integrations?pageSize=100&pageNumber=3&expand=config.current", .value(["entities": [ours]]))
        #expect(try await fixture.observe(declared()).object().id == "i-1")
        #expect(fixture.service.routes.count == 3)
    }

    @Test("Pages that go round in circles, and listings that never end, are gaps")
    func endlessPaging() async throws {
        let fixture = Fixture()
        let pages = (1...3).map { page in "GET /api/v2/integrations?pageSize=100&pageNumber=\(page)&expand=config.current" }
        let first = ScriptedService.Reply.value(["entities": [wireIntegration("i-8", name: "x")], "nextUri": "/again"])
        fixture.service.on(pages[0], first)
        fixture.service.on(pages[1], .value(["entities": [wireIntegration("i-9", name: "y")], "nextUri": "/again"]))
        fixture.service.on(pages[2], first)
        #expect(try await fixture.observe(declared()).failure().message == "page 3 repeats pages before it, and says that more follow")

        let nameless = Fixture()
        nameless.service.on("GET /api/v2/integrations", .value(["entities": [["name": "x"]], "nextUri": "/again"]))
        #expect(try await nameless.observe(declared()).failure().message == "more than 1000 pages")
    }

    @Test("A page that repeats the one before it, and an answer that is no listing, are gaps")
    func brokenPaging() async throws {
        let fixture = Fixture()
        fixture.service.on("GET /api/v2/integrations", .value(["entities": [wireIntegration("i-9", name: "x")], "nextUri": "/again"]))
        #expect(try await fixture.observe(declared()).failure().message == "page 2 repeats pages before it, and says that more follow")
        fixture.service.on("GET /api/v2/integrations", .value(["items": []]))
        #expect(try await fixture.observe(declared()).failure().reason == .unexpectedAnswer)
    }

    @Test(
        "A configuration that the listing leaves out, or only refers to, is read by itself",
        arguments: [nil, ["selfUri": "/x"]] as [Value?])
    func unexpanded(reference: Value?) async throws {
        let fixture = Fixture()
        fixture.service.on("GET /api/v2/integrations", page(wireIntegration("i-1", state: "DISABLED", configuration: reference)))
        fixture.service.on("GET /api/v2/integrations/i-1/config/current", .value(wireConfiguration(notes: ourLine)))
        #expect(try await fixture.observe(declared()).object().ownership == .ours(resource: "events"))
    }

    @Test("By its id, one integration is read, and no listing")
    func byID() async throws {
        let fixture = Fixture()
        fixture.service.on(
            "GET /api/v2/integrations/i-1?expand=config.current", .value(wireIntegration("i-1", configuration: wireConfiguration())))
        let object = try await fixture.observe(declared(id: "i-1")).object()
        #expect(object.identity == .id(.integration, "i-1"))
        #expect(fixture.service.routes == ["GET /api/v2/integrations/i-1?expand=config.current"])
    }

    @Test("An id that there isn't, or that is of another type, is a gap that says so")
    func wrongID() async throws {
        let fixture = Fixture()
        fixture.service.on("GET /api/v2/integrations/i-1", .json(#"{"message":"Integration not found","code":"not.found"}"#, status: 404))
        let missing = try await fixture.observe(declared(id: "i-1")).failure()
        #expect(missing.reason == .notFound)
        #expect(missing.summary == "there is no integration with the id i-1")
        #expect(missing.message == "Integration not found")
        #expect(missing.fix?.contains("spec.id") == true)

        fixture.service.on("GET /api/v2/integrations/i-1", .value(wireIntegration("i-1", type: "embedded-client-app")))
        let wrong = try await fixture.observe(declared(id: "i-1")).failure()
        #expect(wrong.summary == "the integration i-1 is of type embedded-client-app, not amazon-eventbridge-source")
    }

    @Test("An id with a slash can't reach another path")
    func escaping() async {
        let fixture = Fixture()
        fixture.service.on("GET /api/v2/integrations/a%2F..%2Fb%3Fc", .status(404))
        _ = await fixture.observe(declared(id: "a/../b?c"))
        #expect(fixture.service.routes == ["GET /api/v2/integrations/a%2F..%2Fb%3Fc?expand=config.current"])
    }

    @Test("What can't be listed is a gap for every integration, and queues are seen all the same")
    func forbidden() async throws {
        let fixture = Fixture()
        fixture.service.on("GET /api/v2/integrations", .json("{}", status: 403))
        fixture.service.on("GET /api/v2/routing/queues", page(["id": "q-1", "name": "Support Queue"]))
        let seen = await fixture.observe(declared(), queue())
        #expect(seen.gaps.map(\.kind) == [.integration])
        #expect(seen.gaps.first?.error.fix == "Grant the permission integrations:integration:view to a role of the OAuth client")
        guard case .unknown = seen.lookUp(declared().identity) else {
            Issue.record("an unreadable integration must be unknown")
            return
        }
        #expect(seen.objects.keys.map(\.kind) == [.queue])
    }

    @Test("Without an organization in the Stack, the event source takes it from the service")
    func organization() async throws {
        let fixture = Fixture(organization: nil)
        fixture.service.on("GET /api/v2/organizations/me", .json(#"{"id":"org-live"}"#))
        fixture.service.on(Self.list, page(wireIntegration("i-1", configuration: wireConfiguration())))
        let object = try await fixture.observe(declared()).object()
        #expect(object.outputs["eventSource"] == "aws.partner/genesys.com/cloud/org-live/prod")
    }
}
