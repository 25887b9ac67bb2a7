import Cloud
import Genesys
import Model
import Testing

struct ErrorTests {
    private func error(_ reply: ScriptedService.Reply) async throws -> ServiceError {
        let fixture = Fixture()
        fixture.service.on("GET /api/v2/routing/queues/q-1", reply)
        return try await fixture.observe(queue(id: "q-1")).failure()
    }

    @Test(
        "A status says what the caller may do",
        arguments: [
            (400, ServiceError.Reason.invalid), (403, .forbidden), (404, .notFound), (405, .invalid), (409, .conflict), (410, .notFound),
            (412, .conflict), (413, .invalid), (429, .throttled), (500, .unavailable), (503, .unavailable), (302, .unexpectedAnswer),
        ])
    func reasons(status: Int, reason: ServiceError.Reason) async throws {
        let error = try await error(.json("{}", status: status))
        #expect(error.reason == reason)
        #expect(error.status == status)
        #expect(error.operation == "GET /api/v2/routing/queues/{queueId}")
        #expect(error.system == .genesys)
    }

    @Test("The whole body of an error is heard")
    func body() async throws {
        let body = #"""
            {"message":"Validation failed","code":"bad.request","status":400,"contextId":"ctx-1","entityId":"q-1","entityName":"queue",
             "messageWithParams":"Validation {x}","messageParams":{"x":"failed"},
             "details":[{"errorCode":"invalid.value","fieldName":"acwSettings.timeoutMs"}],
             "errors":[{"message":"timeoutMs is too large","code":"x"}]}
            """#
        let error = try await error(.json(body, status: 400, headers: ["inin-correlation-id": "corr-1"]))
        #expect(error.code == "bad.request")
        #expect(error.message == "Validation failed; acwSettings.timeoutMs invalid.value; timeoutMs is too large")
        #expect(error.requestID == "corr-1 (contextId ctx-1)")
    }

    @Test("An id that both body and header give is shown once")
    func sameID() async throws {
        let error = try await error(.json(#"{"message":"no","contextId":"ctx-1"}"#, status: 400, headers: ["ININ-Correlation-Id": "ctx-1"]))
        #expect(error.requestID == "ctx-1")
    }

    @Test("A full quota is told from a wrong request")
    func limit() async throws {
        let body = #"{"message":"Too many queues","code":"general.limit","limit":{"key":"queues.max","namespace":"routing","value":5000}}"#
        #expect(try await error(.json(body, status: 400)).reason == .limitExceeded)
    }

    @Test("A 403 names the permission, and of the tutorial's API the scope")
    func forbidden() async throws {
        let body =
            #"{"message":"You are missing the following permission(s): routing:queue:view","code":"missing.any.permissions","status":403}"#
        let permission = try await error(.json(body, status: 403))
        #expect(permission.summary == "can't read a queue: a permission is missing")
        #expect(permission.fix == "Grant the permission routing:queue:view to a role of the OAuth client")

        let fixture = Fixture(.platform)
        fixture.service.on("GET /api/v2/platform/eventbridge/integrations/i-1", .json("{}", status: 403))
        let scope = try await fixture.observe(integration(id: "i-1")).failure()
        #expect(scope.summary == "can't read an integration: the scope event:write is missing")
        #expect(scope.fix == "Give the OAuth client the scope event:write: Admin, Integrations, OAuth")
    }

    @Test(
        "What is no error body is described, not dumped",
        arguments: [
            ("<html>\n<head><title>502 Bad\n Gateway</title></head><body>…</body></html>", "an HTML page: 502 Bad Gateway"),
            ("<!DOCTYPE html><p>", "an HTML page"), (#"{"message":"Validation fai"#, "a JSON text that is cut or malformed"),
            ("upstream timed out", "upstream timed out"), ("", nil), ("   ", nil), ("[1]", "[1]"), (#"{"status":400}"#, nil),
            (#"{"message":""}"#, nil), (#"{"message":7}"#, nil),
        ] as [(String, String?)])
    func strange(body: String, message: String?) async throws {
        #expect(try await error(.json(body, status: 400)).message == message)
    }

    @Test(
        "A good status with a bad body is an answer that can't be understood",
        arguments: ["", "<html><title>Sign in</title>", #"{"id":"q-"#, "[]", "{}", #"{"id":7}"#])
    func badBody(body: String) async throws {
        let error = try await error(.json(body))
        #expect(error.reason == .unexpectedAnswer)
        #expect(error.message != nil)
    }

    @Test("What a service repeats of our secrets is not shown")
    func redaction() async throws {
        let error = try await error(.json(#"{"message":"bad header Bearer token-1, client s3cr3t-value"}"#, status: 400))
        #expect(error.message == "bad header Bearer <redacted>, client <redacted>")
    }

    @Test("A host that can't be reached is named, with its variable")
    func unreachable() async throws {
        let error = try await error(.unreachable)
        #expect(error.reason == .unavailable)
        #expect(error.summary == "can't read a queue: no answer from https://api.mypurecloud.com (tried 8 times within 13 s)")
        #expect(error.message == "no connection")
        #expect(error.fix?.contains("the Stack's region us-east-1; GENESYSCLOUD_API_URL overrides it") == true)
    }

    @Test("Throttling is waited out for as long as the service asks, up to three minutes")
    func retryAfter() async throws {
        let fixture = Fixture()
        let me = ScriptedService.Reply.json(#"{"id":"org-1"}"#)
        fixture.service.on("GET /api/v2/organizations/me", .json("{}", status: 429, headers: ["Retry-After": "7"]), me)
        try await fixture.provider.verifyIdentity(of: fixture.stack)
        #expect(fixture.world.sleeps == [.seconds(7)])

        fixture.service.on("GET /api/v2/organizations/me", .json("{}", status: 429, headers: ["Retry-After": "181"]), me)
        let error = try await failure { try await fixture.provider.verifyIdentity(of: fixture.stack) }
        #expect(error.reason == .throttled)
        #expect(error.summary.hasSuffix("the service asks to wait 181 s, longer than the 180 s that a run waits"))
        #expect(error.fix == "Wait 181 s, then run again: what was done stays done")
    }

    @Test("A service that fails is asked again, and its last word is told", arguments: [500, 502, 503, 504, 408])
    func failing(status: Int) async throws {
        let fixture = Fixture()
        fixture.service.on("GET /api/v2/organizations/me", .status(status), .lost, .json(#"{"id":"org-1"}"#))
        try await fixture.provider.verifyIdentity(of: fixture.stack)
        #expect(fixture.service.routes.count == 3)

        fixture.service.on("GET /api/v2/organizations/me", .json(#"{"message":"down"}"#, status: status))
        let error = try await failure { try await fixture.provider.verifyIdentity(of: fixture.stack) }
        #expect(error.message == "down")
        #expect(fixture.service.routes.count == 3 + 8)
    }
}
