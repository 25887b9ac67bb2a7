import AWS
import Cloud
import Model
import Testing

/// What goes over the wire, by protocol.
@Suite struct WireTests {
    let aws = StubAWS()
    let world = TestWorld()

    private func transport(_ environment: [String: String] = [:], region: String = "us-east-1") throws -> RESTTransport {
        let runtime = world.runtime(TestWorld.credentials)
        return RESTTransport(
            CloudClient("AWS", transport: aws, runtime: runtime),
            endpoints: try Endpoints(Stack.AWS(region: region, accountID: "1"), environment: environment),
            credentials: TestWorld.keys)
    }

    private func request(_ operation: AWSOperation, _ input: Value, _ environment: [String: String] = [:]) async throws -> HTTPRequest {
        aws.on(operation.name) { _, _ in .json(.map([operation.answer ?? "Nothing": "something"])) }
        _ = try? await transport(environment).call(operation, input)
        return try #require(aws.requests.last)
    }

    private func header(_ name: String, of request: HTTPRequest) -> String? { request.headers.first { $0.name == name }?.value }

    @Test func `AWS JSON: the operation is in a header, the input is the body`() async throws {
        let request = try await request(.listRules, ["EventBusName": "default"])
        #expect((request.method, request.url) == ("POST", "https://events.us-east-1.amazonaws.com/"))
        #expect(header("X-Amz-Target", of: request) == "AWSEvents.ListRules")
        #expect(header("Content-Type", of: request) == "application/x-amz-json-1.1")
        #expect(String(decoding: request.body, as: UTF8.self) == #"{"EventBusName":"default"}"#)
    }

    @Test func `AWS query: the operation is in a form`() async throws {
        let request = try await request(.getCallerIdentity, [:])
        #expect((request.method, request.url) == ("POST", "https://sts.us-east-1.amazonaws.com/"))
        #expect(String(decoding: request.body, as: UTF8.self) == "Action=GetCallerIdentity&Version=2011-06-15")
    }

    @Test func `REST JSON: members go into path, query and body`() async throws {
        let add = try await request(.addPermission, ["FunctionName": "arn:a/b", "Qualifier": "li ve", "StatementId": "s"])
        #expect(
            (add.method, add.url)
                == ("POST", "https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/arn%3Aa%2Fb/policy?Qualifier=li%20ve"))
        #expect(String(decoding: add.body, as: UTF8.self) == #"{"StatementId":"s"}"#)

        let remove = try await request(.removePermission, ["FunctionName": "f", "StatementId": "s"])
        #expect((remove.method, remove.url) == ("DELETE", "https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/f/policy/s"))
        #expect(remove.body.isEmpty)

        let get = try await request(.getPolicy, ["FunctionName": "f"])
        #expect((get.method, get.url) == ("GET", "https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/f/policy"))
    }

    @Test func `a request is signed for its service and region, with the session token and the host that is called`() async throws {
        let request = try await request(.getResources, [:], ["AWS_ENDPOINT_URL": "http://127.0.0.1:5000"])
        #expect(header("Host", of: request) == "127.0.0.1:5000")
        #expect(header("X-Amz-Date", of: request) == "20150830T123600Z")
        #expect(header("X-Amz-Security-Token", of: request) == "session-token-value")
        let authorization = try #require(header("Authorization", of: request))
        #expect(authorization.hasPrefix("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/tagging/aws4_request, "))
        #expect(authorization.contains("SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-amz-target, "))
    }

    @Test func `each attempt is signed afresh`() async throws {
        aws.on(
            "ListRules", .text("", status: 503), .text("", status: 503), .text("", status: 503), .text("", status: 503),
            .json(["Rules": []]))
        _ = try await transport().call(.listRules, [:])
        let dates = aws.requests.map { header("X-Amz-Date", of: $0) }
        #expect(dates.count == 5)
        #expect(Set(dates).count > 1)
    }

    @Test func `an operation without an answer takes an empty one`() async throws {
        aws.on("DeleteRule", .text(""))
        aws.on("TagResource", .text("{}"))
        #expect(try await transport().call(.deleteRule, [:]) == [:])
        #expect(try await transport().call(.tagResource, [:]) == [:])
    }

    @Test("services are told apart by their permissions' prefixes, and each operation once", arguments: AWSOperation.all)
    func table(_ operation: AWSOperation) {
        let prefix = operation.service == .tagging ? "tag" : operation.service.rawValue
        #expect(operation.permissions.first == "\(prefix):\(operation.name)")
        #expect(AWSOperation.all.count { $0.name == operation.name } == 1)
        let reads = ["Get", "List", "Describe", "Simulate", "Test"].contains { operation.name.hasPrefix($0) }
        #expect(operation.isMutating != reads)
        #expect(operation.pages == nil || operation.answer != nil)
    }
}
