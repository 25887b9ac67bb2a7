import Model
import Sandbox
import Testing

@Suite("Genesys Cloud's tokens")
struct TokenTests {
    @Test("Both dialects get a token, and it opens the API")
    func tokens() async throws {
        try await withSandbox { sandbox in
            for token in [try await sandbox.token(), try await sandbox.platformToken()] {
                let answer = try await sandbox.genesys("GET", "/api/v2/organizations/me", token: token)
                #expect(answer.status == 200)
                #expect(answer["id"] == .string(SandboxIdentity.organizationID))
            }
        }
    }

    @Test(
        "A bad request for a token is refused in OAuth's shape",
        arguments: [
            ("grant_type=password", 400, "unsupported_grant_type"), ("", 400, "invalid_request"),
            ("grant_type=client_credentials&client_id=x&client_secret=y", 401, "invalid_client"),
            ("grant_type=client_credentials&client_id=\(SandboxIdentity.clientID)&client_secret=y", 401, "invalid_client"),
        ])
    func refusals(_ body: String, _ status: Int, _ code: String) async throws {
        try await withSandbox { sandbox in
            let answer = try await sandbox.send("POST", "/oauth/token", body: body)
            #expect(answer.status == status)
            #expect(answer["error"] == .string(code))
            #expect(answer["description"]?.string?.isEmpty == false)
        }
    }

    @Test("Without a token, with a wrong one or with an old one the API answers 401 in its own shape")
    func unauthenticated() async throws {
        let clock = TestClock()
        try await withSandbox(.test(clock: clock) { $0.genesys.tokenLife = 300 }) { sandbox in
            let none = try await sandbox.send("GET", "/api/v2/organizations/me")
            #expect(none.status == 401)
            #expect(none["code"] == "authentication.required")
            #expect(none["contextId"]?.string == none.headers["inin-correlation-id"])
            let wrong = try await sandbox.genesys("GET", "/api/v2/organizations/me", token: "wrong")
            #expect(wrong["code"] == "bad.credentials")
            let token = try await sandbox.token()
            clock.advance(by: 300)
            #expect(try await sandbox.genesys("GET", "/api/v2/organizations/me", token: token).status == 401)
        }
    }

    @Test("The dialect `platform` needs the scope event:write, and names it where it is missing")
    func scope() async throws {
        try await withSandbox { sandbox in
            let path = "/api/v2/platform/eventbridge/integrations"
            for token in [try await sandbox.token(), try await sandbox.platformToken(scope: "other")] {
                let answer = try await sandbox.genesys("GET", path, token: token)
                #expect(answer.status == 403)
                #expect(answer.message?.contains("event:write") == true)
            }
            #expect(try await sandbox.genesys("GET", path, token: sandbox.platformToken()).status == 200)
        }
    }

    @Test("A client without the scope gets a token that lacks it")
    func clientScope() async throws {
        try await withSandbox(.test { $0.genesys.clientScopes = [] }) { sandbox in
            let token = try await sandbox.platformToken()
            let answer = try await sandbox.genesys("GET", "/api/v2/platform/eventbridge/integrations", token: token)
            #expect(answer.status == 403)
        }
    }

    @Test("A denied operation names the permission")
    func permission() async throws {
        try await withSandbox(.test { $0.deniedOperations = ["POST /api/v2/routing/queues"] }) { sandbox in
            let answer = try await sandbox.genesys("POST", "/api/v2/routing/queues", ["name": "x"], token: sandbox.token())
            #expect(answer.status == 403)
            #expect(answer.message?.contains("routing:queue:add") == true)
        }
    }

    @Test("Answers tell what is left of the minute; beyond it comes a 429 that says when to come again")
    func rateLimit() async throws {
        let clock = TestClock()
        try await withSandbox(.test(clock: clock) { $0.genesys.requestsPerMinute = 2 }) { sandbox in
            let token = try await sandbox.token()
            func ask() async throws -> Answer { try await sandbox.genesys("GET", "/api/v2/organizations/me", token: token) }
            clock.advance(by: 20)
            _ = try await ask()
            let second = try await ask()
            #expect(second.headers["inin-ratelimit-count"] == "2")
            #expect(second.headers["inin-ratelimit-allowed"] == "2")
            #expect(second.headers["inin-ratelimit-reset"] == "40")
            let third = try await ask()
            #expect(third.status == 429)
            #expect(third.headers["retry-after"] == "40")
            clock.advance(by: 40)
            #expect(try await ask().status == 200)
        }
    }
}
