import FoundationEssentials
import Model
import Sandbox
import Testing

/// Requests that botocore signed with the sandbox's key on 2025-12-12T15:04:25Z.
@Suite("Signatures")
struct SignatureTests {
    private func authorization(_ service: String, headers: String, signature: String, key: String = SandboxIdentity.accessKeyID) -> String {
        "AWS4-HMAC-SHA256 Credential=\(key)/20251212/us-east-1/\(service)/aws4_request, SignedHeaders=\(headers), Signature=\(signature)"
    }

    private static let signature = "4df295394ee9ad556b7932a546dd9afe4c87db58d7b5d0c117319bf399fbc750"

    private func listRules(_ sandbox: Sandbox, limit: Int = 5, authorization: String?) async throws -> Answer {
        var headers = [
            "Host": "events.us-east-1.amazonaws.com", "X-Amz-Target": "AWSEvents.ListRules", "X-Amz-Date": "20251212T150425Z",
            "Content-Type": "application/x-amz-json-1.1",
        ]
        headers["Authorization"] = authorization
        return try await sandbox.send("POST", "/", headers: headers, body: #"{"Limit":\#(limit)}"#)
    }

    private var valid: String {
        authorization("events", headers: "content-type;host;x-amz-date;x-amz-target", signature: Self.signature)
    }

    private func withVerifier(clock: TestClock = TestClock(), _ body: (Sandbox) async throws -> Void) async throws {
        try await withSandbox(.test(clock: clock) { $0.verifiesSignatures = true }, body)
    }

    @Test("What botocore signed is accepted, whatever the protocol")
    func accepts() async throws {
        try await withVerifier { sandbox in
            #expect(try await listRules(sandbox, authorization: valid).status == 200)

            let function = "arn%3Aaws%3Alambda%3Aus-east-1%3A123456789012%3Afunction%3AProcessGenesysEndEvents"
            let lambda = try await sandbox.send(
                "GET", "/2015-03-31/functions/\(function)?Qualifier=live",
                headers: [
                    "Host": "lambda.us-east-1.amazonaws.com", "X-Amz-Date": "20251212T150425Z",
                    "Authorization": authorization(
                        "lambda", headers: "host;x-amz-date",
                        signature: "0131c08e991952dff545ccd505ae3439a846b7b1e20ab0d888033d68ee3123f8"),
                ])
            #expect(lambda.status == 200)

            let sts = try await sandbox.send(
                "POST", "/",
                headers: [
                    "Host": "sts.us-east-1.amazonaws.com", "X-Amz-Date": "20251212T150425Z",
                    "Content-Type": "application/x-www-form-urlencoded; charset=utf-8",
                    "Authorization": authorization(
                        "sts", headers: "content-type;host;x-amz-date",
                        signature: "9896f5095f1016b4b4c36453aea86006cb9ed7bd04efa09142a7e8b44734ccba"),
                ], body: "Action=GetCallerIdentity&Version=2011-06-15")
            #expect(sts.status == 200)
        }
    }

    @Test("A request that was changed after signing is refused")
    func refusesChange() async throws {
        try await withVerifier { sandbox in
            let answer = try await listRules(sandbox, limit: 6, authorization: valid)
            #expect(answer.status == 400)
            #expect(answer.type == "InvalidSignatureException")
        }
    }

    @Test("Nobody's key, half a header and none are refused, each by its name")
    func refusesOthers() async throws {
        try await withVerifier { sandbox in
            let stranger = valid.replacing(SandboxIdentity.accessKeyID, with: "AKIANOBODY")
            #expect(try await listRules(sandbox, authorization: stranger).type == "UnrecognizedClientException")
            #expect(try await listRules(sandbox, authorization: "AWS4-HMAC-SHA256 Credential=x").type == "IncompleteSignatureException")
            #expect(try await listRules(sandbox, authorization: nil).type == "MissingAuthenticationTokenException")
            let query = try await sandbox.send("POST", "/", body: "Action=GetCallerIdentity&Version=2011-06-15")
            #expect(query.status == 403)
            #expect(query.text.contains("<Code>MissingAuthenticationToken</Code>"))
        }
    }

    @Test("A signature is good for five minutes")
    func refusesOld() async throws {
        let clock = TestClock()
        try await withVerifier(clock: clock) { sandbox in
            clock.advance(by: 300)
            let inTime = try await listRules(sandbox, authorization: valid)
            #expect(inTime.status == 200)
            clock.advance(by: 1)
            #expect(try await listRules(sandbox, authorization: valid).message?.hasPrefix("Signature expired") == true)
        }
    }

    @Test("Without the option, nothing need be signed")
    func optional() async throws {
        try await withSandbox { sandbox in
            let answer = try await listRules(sandbox, authorization: nil)
            #expect(answer.status == 200)
        }
    }
}
