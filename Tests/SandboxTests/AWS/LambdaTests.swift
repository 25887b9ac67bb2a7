import Model
import Sandbox
import Testing

@Suite("Lambda's resource policies")
struct LambdaTests {
    private let path = "/2015-03-31/functions/ProcessGenesysEndEvents/policy"

    private func add(_ sid: String, _ sandbox: Sandbox, query: String = "", arn: String = "arn:aws:events:us-east-1:123456789012:rule/r")
        async throws -> Answer
    {
        let input: Value = [
            "StatementId": .string(sid), "Action": "lambda:InvokeFunction", "Principal": "events.amazonaws.com",
            "SourceArn": .string(arn),
        ]
        return try await sandbox.send("POST", path + query, body: input.json)
    }

    private func statements(_ sandbox: Sandbox, query: String = "") async throws -> [Value] {
        let answer = try await sandbox.send("GET", path + query)
        return try Value(json: answer["Policy"]?.string ?? "{}")["Statement"]?.list ?? []
    }

    @Test("A statement is added as AWS writes it")
    func adds() async throws {
        try await withSandbox { sandbox in
            #expect(try await sandbox.send("GET", path).status == 404)
            let answer = try await add("s", sandbox)
            #expect(answer.status == 201)
            let expected: Value = [
                "Sid": "s", "Effect": "Allow", "Principal": ["Service": "events.amazonaws.com"], "Action": "lambda:InvokeFunction",
                "Resource": "arn:aws:lambda:us-east-1:123456789012:function:ProcessGenesysEndEvents",
                "Condition": ["ArnLike": ["AWS:SourceArn": "arn:aws:events:us-east-1:123456789012:rule/r"]],
            ]
            #expect(try Value(json: answer["Statement"]?.string ?? "") == expected)
            #expect(try await statements(sandbox) == [expected])
        }
    }

    @Test("The same Sid twice is a conflict, also with the same content")
    func conflict() async throws {
        try await withSandbox { sandbox in
            _ = try await add("s", sandbox)
            let answer = try await add("s", sandbox)
            #expect(answer.status == 409)
            #expect(answer.headers["x-amzn-errortype"] == "ResourceConflictException")
            #expect(try await statements(sandbox).count == 1)
        }
    }

    @Test("A policy larger than 20,480 bytes is refused")
    func limit() async throws {
        try await withSandbox { sandbox in
            let long = "arn:aws:events:us-east-1:123456789012:rule/" + String(repeating: "x", count: 10_000)
            #expect(try await add("a", sandbox, arn: long).status == 201)
            let answer = try await add("b", sandbox, arn: long)
            #expect(answer.status == 400)
            #expect(answer.headers["x-amzn-errortype"] == "PolicyLengthExceededException")
            #expect(try await statements(sandbox).count == 1)
        }
    }

    @Test("A qualifier has a policy of its own, in the query or in the function's ARN")
    func qualifiers() async throws {
        try await withSandbox { sandbox in
            _ = try await add("s", sandbox, query: "?Qualifier=live")
            let live = try await statements(sandbox, query: "?Qualifier=live")
            #expect(live.first?["Resource"]?.string?.hasSuffix(":ProcessGenesysEndEvents:live") == true)
            #expect(try await sandbox.send("GET", path).status == 404)
            let arn = "arn%3Aaws%3Alambda%3Aus-east-1%3A123456789012%3Afunction%3AProcessGenesysEndEvents%3Alive"
            #expect(try await sandbox.send("GET", "/2015-03-31/functions/\(arn)/policy").status == 200)
            #expect(try await sandbox.send("GET", path + "?Qualifier=nope").status == 404)
        }
    }

    @Test("A statement is removed by its Sid; another try says that it isn't there")
    func removes() async throws {
        try await withSandbox { sandbox in
            _ = try await add("a", sandbox)
            _ = try await add("b", sandbox)
            #expect(try await sandbox.send("DELETE", path + "/a").status == 204)
            let again = try await sandbox.send("DELETE", path + "/a")
            #expect(again.status == 404)
            #expect(again.message == "Statement a is not found in resource policy.")
            #expect(try await statements(sandbox).count == 1)
        }
    }

    @Test("A function that doesn't exist is said to be missing")
    func missing() async throws {
        try await withSandbox { sandbox in
            let answer = try await sandbox.send("GET", "/2015-03-31/functions/nope")
            #expect(answer.status == 404)
            #expect(answer.headers["x-amzn-errortype"] == "ResourceNotFoundException")
            #expect(answer.message == "Function not found: arn:aws:lambda:us-east-1:123456789012:function:nope")
        }
    }
}
