import Cloud
import Genesys
import Model
import Sandbox
import Testing

/// The provider against the sandbox: each change is seen afterwards as it was declared, whatever the service leaves open.
struct SandboxTests {
    private let world = TestWorld()

    private func withClient(
        _ api: Stack.GenesysAPI = .public, _ configure: (inout SandboxConfiguration) -> Void = { _ in },
        _ body: (SandboxClient) async throws -> Void
    ) async throws {
        try await SandboxClient.with(api, world: world, configure, body)
    }

    // MARK: Integrations

    @Test("The organization is the sandbox's")
    func organization() async throws {
        try await withClient { client in try await client.verifyIdentity() }
    }

    @Test("An integration lives: made, changed, disabled, deleted", arguments: [false, true])
    func publicLife(marksEmptyNotes: Bool) async throws {
        try await withClient {
            $0.genesys.marksEmptyNotes = marksEmptyNotes
            $0.activationDelay = 20
            $0.listDelay = 5
        } _: { client in
            #expect(try await client.observe(declared()) == nil)
            let made = try await client.converge(declared())
            #expect(made.ownership == .ours(resource: "events"))
            #expect(made.outputs["eventSource"] == .string("aws.partner/genesys.com/cloud/\(SandboxIdentity.organizationID)/prod"))
            #expect(made.condition == nil)
            let changed = try await client.converge(declared([acw, wrapup], enabled: false))
            #expect(changed.id == made.id)
            try await client.make(.delete, declared(), live: changed)
            #expect(try await client.observe(declared()) == nil)
        }
    }

    @Test("Reads that lag behind are waited for, in either dialect", arguments: Stack.GenesysAPI.allCases)
    func staleReads(api: Stack.GenesysAPI) async throws {
        try await withClient(api) {
            $0.genesys.readDelay = 20
        } _: { client in
            let declares: (Bool) -> DesiredResource = {
                api == .public ? declared(enabled: $0) : integration(declaring: ["enabled": .bool($0), "topics": ["conversation.end"]])
            }
            let made = try await client.converge(declares(true))
            #expect(try await client.converge(declares(false)).id == made.id)
            let queue = try await client.converge(queue("Care", declaring: ["members": ["u-1"]]))
            let changed = GenesysTests.queue("Care", declaring: ["description": "New", "members": ["u-2"], "division": "Home"])
            #expect(try await client.converge(changed).id == queue.id)
            // With members in it a queue can't be deleted.
            try await client.converge(GenesysTests.queue("Care", declaring: ["members": []]))
            try await client.make(.delete, changed, live: queue)
            #expect(try await client.observe(changed) == nil)
        }
    }

    @Test("Stacks that contribute at the same time lose none of their topics", arguments: [409, 408, 400])
    func contribution(conflictStatus: Int) async throws {
        try await withClient {
            $0.genesys.versionConflictStatus = conflictStatus
        } _: { owner in
            try await owner.converge(declared([acdEnd]))
            let topics = ["billing": acw, "quality": wrapup, "training": "v2.detail.events.conversation.{id}.user.end"]
            let contributions = topics.map { name, topic in
                (
                    client: owner.another(StackMark(owner: "acme/\(name)", name: "prod")),
                    resource: integration(
                        address: name, declaring: ["topics": [.string(acdEnd), .string(topic)], "contributedTopics": [.string(topic)]])
                )
            }
            let seen = try #require(await contributions[0].client.observe(contributions[0].resource))
            #expect(seen.ownership == .another(Fixture.mark))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (client, resource) in contributions {
                    group.addTask { try await client.make(.update, resource, live: seen) }
                }
                try await group.waitForAll()
            }
            let live = try #require(await owner.observe(declared()))
            #expect(live.ownership == .ours(resource: "events"))
            #expect(live.attributes["topics"]?.list?.count == 4)
            for (client, resource) in contributions {
                #expect(try await client.observe(resource)?.attributes["contributedTopics"] == resource.attributes["contributedTopics"])
            }
        }
    }

    @Test("The tutorial's integration lives: made, changed, and kept")
    func platformLife() async throws {
        try await withClient(.platform) { client in
            let first = integration("tutorial", declaring: ["enabled": true, "topics": ["conversation.end"]])
            let made = try await client.converge(first)
            let second = integration("tutorial", declaring: ["enabled": false, "topics": ["conversation.end", "conversation.start"]])
            #expect(try await client.converge(second).id == made.id)
            let byID = integration(id: made.id, declaring: ["enabled": true])
            #expect(try await client.converge(byID).attributes["topics"]?.list?.count == 2)
        }
    }

    @Test("A service that lists no integrations asks for the id")
    func unlisted() async throws {
        try await withClient(.platform) {
            $0.genesys.listsPlatformIntegrations = false
        } _: { client in
            let error = try await failure { try await client.observe(integration("tutorial")) }
            #expect(error.status == 405)
            #expect(error.fix == "Put the id of the integration into spec.id in the manifest")
        }
    }

    @Test("A client without the scope is told of the scope")
    func scope() async throws {
        try await withClient(.platform) {
            $0.genesys.clientScopes = []
        } _: { client in
            let error = try await failure { try await client.observe(integration("tutorial")) }
            #expect(error.reason == .forbidden)
            #expect(error.summary.contains("event:write"))
        }
    }

    // MARK: Queues

    @Test("A queue lives: made, changed field by field, renamed, deleted")
    func queueLife() async throws {
        try await withClient {
            $0.listDelay = 5
        } _: { client in
            let first = queue(
                "Care: \"Ünï\" & more/?*",
                declaring: ["division": "Home", "acwSettings": ["timeoutMs": 30000, "wrapupPrompt": "OPTIONAL"]])
            let made = try await client.converge(first)
            let second = queue("Care: \"Ünï\" & more/?*", declaring: ["description": "For all", "callingPartyName": "Care"])
            let changed = try await client.converge(second)
            #expect(changed.attributes["acwSettings"]?["timeoutMs"] == 30000)
            var third = queue("Care")
            third.lifecycle.previousNames = ["Care: \"Ünï\" & more/?*"]
            let renamed = try await client.converge(third)
            #expect(renamed.id == made.id)
            #expect(renamed.attributes["callingPartyName"] == "Care")
            try await client.make(.delete, third, live: renamed)
            #expect(try await client.observe(third) == nil)
        }
    }

    @Test("A queue's members and wrap-up codes become what is declared, however many")
    func rosters() async throws {
        try await withClient { client in
            let many = (100..<320).map { Value.string("u-\($0)") }
            let made = try await client.converge(queue("Care", declaring: ["members": .list(many), "wrapupCodes": ["w-1", "w-2"]]))
            let fewer = queue("Care", declaring: ["members": .list(Array(many.prefix(7))), "wrapupCodes": ["w-2", "w-3"]])
            #expect(try await client.converge(fewer).id == made.id)
        }
    }

    @Test("The tutorial's queue is found by its name and by its id")
    func supportQueue() async throws {
        try await withClient(.platform) { client in
            #expect(try await client.observe(queue())?.id == SandboxIdentity.supportQueueID)
            #expect(try await client.observe(queue(id: SandboxIdentity.supportQueueID))?.attributes["name"] == "Support Queue")
            #expect(try await client.observe(queue("support queue")) == nil)
            let error = try await failure { try await client.observe(queue(id: "no-such")) }
            #expect(error.reason == .notFound)
            #expect(error.requestID != nil)
        }
    }

    // MARK: Refusals and limits

    @Test("A missing permission is named")
    func permission() async throws {
        try await withClient {
            $0.deniedOperations = ["POST /api/v2/routing/queues"]
        } _: { client in
            let error = try await failure { try await client.make(.create, queue("New")) }
            #expect(error.reason == .forbidden)
            #expect(error.code == "missing.any.permissions")
            #expect(error.fix == "Grant the permission routing:queue:add to a role of the OAuth client")
        }
    }

    @Test("A small allowance is kept to, not run into")
    func allowance() async throws {
        try await withClient {
            $0.genesys.requestsPerMinute = 4
        } _: { client in
            for _ in 0..<10 { try await client.verifyIdentity() }
            #expect(!client.sandbox.requests.contains { $0.status == 429 })
            #expect(world.sleeps == [.seconds(60), .seconds(60)])
        }
    }

    @Test("A run that outlives its token goes on with another")
    func tokens() async throws {
        try await withClient {
            $0.genesys.tokenLife = 300
        } _: { client in
            for _ in 0..<5 {
                try await client.verifyIdentity()
                world.pass(.seconds(100))
            }
            #expect(client.sandbox.requests.count { $0.operation == "POST /oauth/token" } == 2)
            #expect(!client.sandbox.requests.contains { $0.status == 401 })
        }
    }
}
