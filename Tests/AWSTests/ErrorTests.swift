import AWS
import Cloud
import Model
import Testing

@Suite struct ErrorTests {
    let aws = StubAWS()
    let world = TestWorld()

    private func failure(_ operation: AWSOperation, _ reply: StubAWS.Reply, _ environment: [String: String] = [:]) async throws
        -> ServiceError
    {
        aws.on(operation.name, reply)
        let runtime = world.runtime(TestWorld.credentials)
        let transport = RESTTransport(
            CloudClient("AWS", transport: aws, runtime: runtime),
            endpoints: try Endpoints(Fixture.stack.aws, environment: environment), credentials: TestWorld.keys)
        return try await Fixture.failure { try await transport.call(operation, [:]) }
    }

    @Test(
        "code, message and request id are found in every format",
        arguments: [
            StubAWS.Reply.text(
                #"{"__type":"com.amazonaws.events#ResourceNotFoundException","message":"m"}"#, status: 400,
                headers: HTTPHeader("x-amzn-RequestId", "r")),
            .text(#"{"code":"ResourceNotFoundException","Message":"m"}"#, status: 400, headers: HTTPHeader("x-amz-request-id", "r")),
            .text(
                #"{"Type":"User","Message":"m"}"#, status: 404,
                headers: HTTPHeader("x-amzn-ErrorType", "ResourceNotFoundException:http://internal.amazon.com/"),
                HTTPHeader("x-amzn-requestid", "r")),
            .text(
                "<ErrorResponse xmlns='x'><Error><Type>Sender</Type><Code>ResourceNotFoundException</Code><Message>m</Message></Error>"
                    + "<RequestId>r</RequestId></ErrorResponse>", status: 400),
            .text(
                "<?xml version='1.0'?><!-- S3's way --><Error><Code>ResourceNotFoundException</Code><Message><![CDATA[m]]></Message>"
                    + "<RequestId>r</RequestId></Error>", status: 404),
            .text(
                "<Response><Errors><Error><Code>ResourceNotFoundException</Code><Message>&#109;</Message></Error></Errors>"
                    + "<RequestID>r</RequestID></Response>", status: 400),
            .text(#"{"Error":{"Code":"ResourceNotFoundException","Message":"m"},"RequestId":"r"}"#, status: 400),
        ])
    func formats(_ reply: StubAWS.Reply) async throws {
        let error = try await failure(.listRules, reply)
        #expect((error.reason, error.code, error.message, error.requestID) == (.notFound, "ResourceNotFoundException", "m", "r"))
    }

    @Test(
        "a code decides, then the status",
        arguments: [
            ("UnrecognizedClientException", 400, ServiceError.Reason.unauthenticated), ("ExpiredTokenException", 403, .unauthenticated),
            ("AccessDeniedException", 400, .forbidden), ("Whatever", 403, .forbidden), ("Whatever", 401, .unauthenticated),
            ("LimitExceededException", 400, .limitExceeded), ("ResourceConflictException", 409, .conflict),
            ("ValidationException", 400, .invalid),
            ("ManagedRuleException", 400, .invalid), ("OperationDisabledException", 400, .invalid),
            ("IDPCommunicationError", 400, .unavailable),
            ("Whatever", 404, .notFound), ("ThrottlingException", 400, .throttled), ("TooManyRequestsException", 429, .throttled),
            ("InternalException", 500, .unavailable), ("Whatever", 503, .unavailable), ("Whatever", 302, .unexpectedAnswer),
        ])
    func reasons(code: String, status: Int, reason: ServiceError.Reason) async throws {
        #expect(try await failure(.listRules, .error(code, status: status)).reason == reason)
    }

    @Test(
        "what comes from somebody else never says that something doesn't exist",
        arguments: [
            (404, "<html><h1>Not Found</h1></html>"), (404, ""), (404, "404 page not found"), (404, "[]"), (407, "proxy"),
        ])
    func strangers(status: Int, body: String) async throws {
        let error = try await failure(.listRules, .text(body, status: status))
        #expect(error.reason == .unexpectedAnswer)
        #expect(error.message == (body.isEmpty ? nil : body))
        #expect(error.fix?.contains("proxy") == true)
    }

    @Test(
        "throttling, failures of the service and lost answers are tried again",
        arguments: [
            StubAWS.Reply.error("ThrottlingException"), .error("RequestLimitExceeded", status: 503),
            .error("ConcurrentModificationException"), .error("OperationAbortedException"),
            .error("ResourceConflictException", "The operation cannot be performed at this time. An update is in progress", status: 409),
            .error("InternalException", status: 500), .text("<html>Bad Gateway</html>", status: 502), .lost, .unreachable,
        ])
    func retried(_ reply: StubAWS.Reply) async throws {
        _ = try await failure(.putRule, reply)
        #expect(aws.counts == ["PutRule": 8])
    }

    @Test func `what is given up says how often and how long it was tried, the last reason and its request id`() async throws {
        let error = try await failure(.putRule, .error("InternalException", "try later", status: 500))
        #expect(error.summary == "EventBridge failed at PutRule (tried 8 times within 13 s)")
        #expect((error.message, error.requestID, error.status) == ("try later", "req-1", 500))
    }

    @Test(
        "what only tells people more is asked once",
        arguments: [StubAWS.Reply.error("ServiceFailure", status: 503), .error("Throttling"), .lost, .unreachable])
    func optional(_ reply: StubAWS.Reply) async throws {
        let error = try await failure(.getRole, reply)
        #expect(aws.counts == ["GetRole": 1] && world.sleeps.isEmpty)
        #expect(!error.summary.contains("tried"))
    }

    @Test(
        "refusals are not",
        arguments: [
            "LimitExceededException", "LimitExceeded", "OverLimit", "PolicyLengthExceededException", "AccessDeniedException",
            "ResourceNotFoundException", "ValidationException",
        ])
    func notRetried(code: String) async throws {
        _ = try await failure(.putRule, .error(code))
        #expect(aws.counts == ["PutRule": 1])
    }

    @Test func `a denial names the action and the resource that the message names`() async throws {
        let message =
            "User: arn:aws:sts::1:assumed-role/ci/s is not authorized to perform: events:TagResource on resource: "
            + "arn:aws:events:us-east-1:1:rule/ended because no identity-based policy allows the events:TagResource action"
        let error = try await failure(.putRule, .error("AccessDeniedException", message))
        #expect(error.summary == "EventBridge denied events:TagResource on arn:aws:events:us-east-1:1:rule/ended")
        #expect(error.fix == "allow events:TagResource to these credentials")
    }

    @Test func `a denial that names nothing names what the operation needs`() async throws {
        let error = try await failure(.putRule, .text("", status: 403))
        #expect(error.summary == "EventBridge denied events:PutRule and events:TagResource")
    }

    @Test func `an explicit deny is not cured by allowing`() async throws {
        let message =
            "User: u is not authorized to perform: events:PutRule on resource: r with an explicit deny in a service control policy"
        let error = try await failure(.putRule, .error("AccessDeniedException", message))
        #expect(error.fix == "remove the explicit deny of events:PutRule from the policy that has it")
    }

    @Test(
        "a clock that is wrong is said to be",
        arguments: [
            ("InvalidSignatureException", "Signature expired: 20150830T123600Z is now earlier than 20150830T130000Z"),
            ("SignatureDoesNotMatch", "Signature not yet current: 20150830T123600Z is still later than 20150830T120000Z"),
            ("RequestTimeTooSkewed", "The difference between the request time and the current time is too large."),
        ])
    func clock(code: String, message: String) async throws {
        let error = try await failure(.listRules, .error(code, message, status: 403))
        #expect(error.reason == .unauthenticated)
        #expect(error.fix == "set this machine's clock")
    }

    @Test func `an expired session is said to be`() async throws {
        let error = try await failure(.listRules, .error("ExpiredTokenException", "The security token included in the request is expired"))
        #expect(error.fix == "renew the credentials: the session has ended")
    }

    @Test func `what AWS quotes of a request shows no secret`() async throws {
        let message =
            "The request signature we calculated does not match. Check session-token-value.\n\nThe Canonical String for this request "
            + "should have been\n'POST\n/\nx-amz-security-token:session-token-value'"
        let error = try await failure(.listRules, .error("InvalidSignatureException", message, status: 403))
        #expect(error.message == "The request signature we calculated does not match. Check <redacted>.")
    }

    @Test func `a host that can't be reached is named, with what leads there`() async throws {
        let error = try await failure(.getPolicy, .unreachable, ["AWS_ENDPOINT_URL_LAMBDA": "http://127.0.0.1:9"])
        #expect(error.summary == "Lambda can't be reached at http://127.0.0.1:9 (tried 8 times within 13 s)")
        #expect(error.fix?.contains("AWS_ENDPOINT_URL_LAMBDA") == true)
        #expect((error.reason, error.message, error.status) == (.unavailable, "no connection", nil))
    }

    @Test("a good status with a bad body is no answer", arguments: ["", "<html>", #"{"Rules":"#, "[]", "null", #"{"Rules":null}"#])
    func badAnswer(body: String) async throws {
        let error = try await failure(.listRules, .text(body))
        #expect(error.reason == .unexpectedAnswer)
        #expect(error.summary.hasPrefix("EventBridge's answer to ListRules can't be understood: "))
        #expect(aws.counts == ["ListRules": 1])
    }
}
