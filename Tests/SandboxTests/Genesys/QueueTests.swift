import Model
import Sandbox
import Testing

@Suite("Routing queues")
struct QueueTests {
    private let path = "/api/v2/routing/queues"

    private func names(_ query: String, _ sandbox: Sandbox, token: String) async throws -> [String] {
        let answer = try await sandbox.genesys("GET", "\(path)?\(query)", token: token)
        return answer["entities"]?.list?.compactMap { $0["name"]?.string } ?? []
    }

    @Test("The tutorial's queue exists from the start, the partner set's doesn't")
    func initial() async throws {
        try await withSandbox { sandbox in
            let token = try await sandbox.token()
            #expect(try await names("", sandbox, token: token) == ["Support Queue"])
            let queue = try await sandbox.genesys("GET", "\(path)/\(SandboxIdentity.supportQueueID)", token: token)
            #expect(queue["division"]?["id"] == .string(SandboxIdentity.homeDivisionID))
        }
    }

    @Test("A new queue answers 200 with what the server fills in")
    func creates() async throws {
        try await withSandbox { sandbox in
            let answer = try await sandbox.genesys(
                "POST", path,
                ["name": "Care", "acwSettings": ["timeoutMs": 30_000], "id": "ignored", "memberCount": 7],
                token: sandbox.token())
            #expect(answer.status == 200)
            #expect(answer["acwSettings"] == ["timeoutMs": 30_000, "wrapupPrompt": "MANDATORY_TIMEOUT"])
            #expect(answer["mediaSettings"]?["call"]?["alertingTimeoutSeconds"] == 8)
            #expect(answer["memberCount"] == 0)
            #expect(answer["id"] != "ignored")
            #expect(answer["dateCreated"] == "2025-12-12T15:04:25.000Z")
        }
    }

    @Test("A PUT replaces the whole queue: what it leaves out is gone, or the server's default again")
    func replaces() async throws {
        try await withSandbox { sandbox in
            let token = try await sandbox.token()
            let created = try await sandbox.genesys(
                "POST", path,
                ["name": "Care", "description": "old", "outboundEmailAddress": ["route": ["id": "x"]]], token: token)
            let id = created["id"]?.string ?? ""
            let replaced = try await sandbox.genesys("PUT", "\(path)/\(id)", ["name": "Care 2"], token: token)
            #expect(replaced["name"] == "Care 2")
            #expect(replaced["description"] == "")
            #expect(replaced["outboundEmailAddress"] == nil)
            #expect(replaced["id"] == created["id"])
            #expect(replaced["dateCreated"] == created["dateCreated"])
        }
    }

    @Test("Names are searched with a star at either end, without regard to capitals")
    func wildcards() async throws {
        try await withSandbox { sandbox in
            let token = try await sandbox.token()
            for name in ["Support DE", "Care"] { _ = try await sandbox.genesys("POST", path, ["name": .string(name)], token: token) }
            #expect(try await names("name=support*", sandbox, token: token) == ["Support DE", "Support Queue"])
            #expect(try await names("name=*queue", sandbox, token: token) == ["Support Queue"])
            #expect(try await names("name=*or*", sandbox, token: token) == ["Support DE", "Support Queue"])
            #expect(try await names("name=Support%20Queue", sandbox, token: token) == ["Support Queue"])
            #expect(try await names("name=Support", sandbox, token: token) == [])
        }
    }

    @Test("The list filters by id, division and peer")
    func filters() async throws {
        try await withSandbox { sandbox in
            let token = try await sandbox.token()
            let peer = try await sandbox.genesys("POST", path, ["name": "Peer", "peerId": "p"], token: token)
            #expect(try await names("hasPeer=true", sandbox, token: token) == ["Peer"])
            #expect(try await names("hasPeer=false", sandbox, token: token) == ["Support Queue"])
            #expect(try await names("id=\(peer["id"]?.string ?? "")", sandbox, token: token) == ["Peer"])
            #expect(try await names("divisionId=nope", sandbox, token: token) == [])
        }
    }

    @Test("A list's wrapper leads from page to page")
    func pages() async throws {
        try await withSandbox { sandbox in
            let token = try await sandbox.token()
            for name in ["A", "B"] { _ = try await sandbox.genesys("POST", path, ["name": .string(name)], token: token) }
            let first = try await sandbox.genesys("GET", "\(path)?pageSize=2", token: token)
            #expect(first["total"] == 3)
            #expect(first["pageCount"] == 2)
            #expect(first["nextUri"] == .string("\(path)?pageSize=2&pageNumber=2"))
            #expect(first["previousUri"] == nil)
            let second = try await sandbox.genesys("GET", first["nextUri"]?.string ?? "", token: token)
            #expect(second["entities"]?.list?.compactMap { $0["name"]?.string } == ["Support Queue"])
            #expect(second["nextUri"] == nil)
            for query in ["pageSize=501", "pageSize=0", "pageNumber=0", "pageNumber=\(Int.max)"] {
                #expect(try await sandbox.genesys("GET", "\(path)?\(query)", token: token).status == 400)
            }
        }
    }

    @Test(
        "Bad settings are refused",
        arguments: [
            [:], ["name": ""], ["name": "x", "mediaSettings": ["call": ["alertingTimeoutSeconds": 6]]],
            ["name": "x", "mediaSettings": ["call": ["serviceLevel": ["percentage": 2]]]],
            ["name": "x", "mediaSettings": ["call": ["serviceLevel": ["durationMs": 999]]]],
            ["name": "x", "acwSettings": ["wrapupPrompt": "SOMETIMES"]],
        ] as [Value])
    func refuses(_ body: Value) async throws {
        try await withSandbox { sandbox in
            let answer = try await sandbox.genesys("POST", path, body, token: sandbox.token())
            #expect(answer.status == 400)
        }
    }

    @Test("A second queue of the same name is a conflict")
    func duplicate() async throws {
        try await withSandbox { sandbox in
            let answer = try await sandbox.genesys("POST", path, ["name": "support queue"], token: sandbox.token())
            #expect(answer.status == 409)
        }
    }

    @Test("A queue with members goes only by force")
    func deletes() async throws {
        try await withSandbox { sandbox in
            let token = try await sandbox.token()
            let queue = "\(path)/\(SandboxIdentity.supportQueueID)"
            #expect(try await sandbox.genesys("POST", "\(queue)/members", [["id": "u1"], ["id": "u2"]], token: token).status == 204)
            #expect(try await sandbox.genesys("GET", queue, token: token)["memberCount"] == 2)
            #expect(try await sandbox.genesys("POST", "\(queue)/members?delete=true", [["id": "u1"]], token: token).status == 204)
            let members = try await sandbox.genesys("GET", "\(queue)/members", token: token)
            #expect(members["entities"]?.list?.compactMap { $0["id"]?.string } == ["u2"])
            #expect(try await sandbox.genesys("DELETE", queue, token: token).status == 409)
            #expect(try await sandbox.genesys("DELETE", "\(queue)?forceDelete=true", token: token).status == 204)
            #expect(try await sandbox.genesys("GET", queue, token: token).status == 404)
        }
    }

    @Test("Wrap-up codes are added and taken off, a hundred at once at the most")
    func wrapupCodes() async throws {
        try await withSandbox { sandbox in
            let token = try await sandbox.token()
            let codes = "\(path)/\(SandboxIdentity.supportQueueID)/wrapupcodes"
            #expect(try await sandbox.genesys("POST", codes, [["id": "a"], ["id": "b"]], token: token).status == 200)
            #expect(try await sandbox.genesys("DELETE", "\(codes)/a", token: token).status == 204)
            #expect(try await sandbox.genesys("DELETE", "\(codes)/a", token: token).status == 404)
            #expect(try await sandbox.genesys("GET", codes, token: token)["total"] == 1)
            let many = Value.list((0...100).map { ["id": .string("c\($0)")] })
            #expect(try await sandbox.genesys("POST", codes, many, token: token).status == 400)
        }
    }
}
