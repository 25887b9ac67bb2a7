import Model
import Sandbox
import Testing

@Suite("AWS's protocols")
struct ProtocolTests {
    @Test("JSON 1.1 errors have a type, a message and a request id")
    func json() async throws {
        try await withSandbox { sandbox in
            let answer = try await sandbox.describeRule("nope")
            #expect(answer.status == 400)
            #expect(answer.headers["content-type"] == "application/x-amz-json-1.1")
            #expect(answer.headers["x-amzn-requestid"]?.isEmpty == false)
            #expect(answer.value == ["__type": "ResourceNotFoundException", "message": "Rule nope does not exist on EventBus default."])
            #expect(try await sandbox.call("events.Nonsense").type == "UnknownOperationException")
            let malformed = try await sandbox.send("POST", "/", headers: ["X-Amz-Target": "AWSEvents.ListRules"], body: "{")
            #expect(malformed.type == "SerializationException")
        }
    }

    @Test("SQS names its errors twice, as its JSON protocol and as its former one does")
    func sqs() async throws {
        try await withSandbox { sandbox in
            let answer = try await sandbox.call("sqs.GetQueueUrl", ["QueueName": "nope"])
            #expect(answer.headers["content-type"] == "application/x-amz-json-1.0")
            #expect(answer.type == "com.amazonaws.sqs#QueueDoesNotExist")
            #expect(answer.headers["x-amzn-query-error"] == "AWS.SimpleQueueService.NonExistentQueue;Sender")
        }
    }

    @Test("A queue's policy is set, read and checked")
    func queuePolicy() async throws {
        try await withSandbox { sandbox in
            let url = try await sandbox.call("sqs.GetQueueUrl", ["QueueName": "genesys-dlq"])["QueueUrl"] ?? .null
            let policy: Value = #"{"Statement":[],"Version":"2012-10-17"}"#
            func read() async throws -> Value? {
                let input: Value = ["QueueUrl": url, "AttributeNames": ["Policy", "QueueArn"]]
                return try await sandbox.call("sqs.GetQueueAttributes", input)["Attributes"]
            }
            #expect(try await read() == ["QueueArn": "arn:aws:sqs:us-east-1:123456789012:genesys-dlq"])
            try await sandbox.call("sqs.SetQueueAttributes", ["QueueUrl": url, "Attributes": ["Policy": policy]])
            #expect(try await read()?["Policy"] == policy)
            let bad = try await sandbox.call("sqs.SetQueueAttributes", ["QueueUrl": url, "Attributes": ["Policy": "{"]])
            #expect(bad.type == "com.amazonaws.sqs#InvalidAttributeValue")
            #expect(try await read()?["Policy"] == policy)
        }
    }

    @Test("A topic always has a policy; the policies of CloudWatch Logs have names, ten at the most")
    func otherPolicies() async throws {
        try await withSandbox { sandbox in
            let policy = #"{"Statement":[{"Sid":"a"}],"Version":"2012-10-17"}"#
            func form(_ action: String, _ fields: String) async throws -> Answer {
                try await sandbox.send("POST", "/", body: "Action=\(action)&Version=2010-03-31&\(fields)")
            }
            let topic = "TopicArn=arn:aws:sns:us-east-1:123456789012:ended"
            #expect(try await form("GetTopicAttributes", topic).text.contains("__default_statement_ID"))
            #expect(try await form("SetTopicAttributes", "\(topic)&AttributeName=Policy&AttributeValue=\(policy)").status == 200)
            #expect(try await form("SetTopicAttributes", "\(topic)&AttributeName=Policy&AttributeValue={}").status == 400)
            #expect(
                try await form("GetTopicAttributes", topic).text.contains(
                    "<entry><key>Policy</key><value>{&quot;Statement&quot;:[{&quot;Sid&quot;:&quot;a&quot;}]"))
            let missing = try await form("GetTopicAttributes", "TopicArn=nope")
            #expect(missing.status == 404 && missing.text.contains("<Code>NotFound</Code>"))

            for number in 1...11 {
                let answer = try await sandbox.call(
                    "logs.PutResourcePolicy", ["policyName": .string("p\(number)"), "policyDocument": .string(policy)])
                #expect(answer.type == (number == 11 ? "LimitExceededException" : nil))
            }
            let all = try await sandbox.call("logs.DescribeResourcePolicies")["resourcePolicies"]?.list ?? []
            #expect(all.count == 10 && all.allSatisfy { $0["policyDocument"] == .string(policy) })
            #expect(try await sandbox.call("logs.DeleteResourcePolicy", ["policyName": "p1"]).status == 200)
            #expect(try await sandbox.call("logs.DeleteResourcePolicy", ["policyName": "p1"]).type == "ResourceNotFoundException")
        }
    }

    @Test("A role says what it allows")
    func role() async throws {
        try await withSandbox { sandbox in
            func decide(_ action: String) async throws -> String {
                try await sandbox.send(
                    "POST", "/",
                    body: "Action=SimulatePrincipalPolicy&Version=2010-05-08&ActionNames.member.1=\(action)&ResourceArns.member.1=x"
                        + "&PolicySourceArn=arn:aws:iam::123456789012:role/EventBridge_InvokeLambda_Role"
                ).text
            }
            let (invoking, sending) = (try await decide("lambda:InvokeFunction"), try await decide("sqs:SendMessage"))
            #expect(invoking.contains("<EvalDecision>allowed</EvalDecision>"))
            #expect(sending.contains("<EvalDecision>implicitDeny</EvalDecision>"))
        }
    }

    @Test("Query services take forms and answer in XML")
    func query() async throws {
        try await withSandbox { sandbox in
            let identity = try await sandbox.send("POST", "/", body: "Action=GetCallerIdentity&Version=2011-06-15")
            #expect(identity.status == 200)
            #expect(identity.headers["content-type"] == "text/xml")
            #expect(identity.text.contains("<GetCallerIdentityResult><Account>123456789012</Account>"))
            let role = try await sandbox.send("POST", "/", body: "Action=GetRole&Version=2010-05-08&RoleName=%3Cnope%3E")
            #expect(role.status == 404)
            #expect(role.text.contains("<Code>NoSuchEntity</Code><Message>The role with name &lt;nope&gt; cannot be found.</Message>"))
        }
    }

    @Test("Making a rule with tags needs the permission to tag as well")
    func deniedTags() async throws {
        try await withSandbox(.test { $0.deniedOperations = ["events.TagResource"] }) { sandbox in
            let answer = try await sandbox.putRule("r", ["Tags": [["Key": "a", "Value": "b"]]])
            #expect(answer.message?.contains("events:TagResource") == true)
            #expect(try await sandbox.putRule("r").status == 200)
        }
    }

    @Test("A denied operation says what permission is missing")
    func denied() async throws {
        try await withSandbox(.test { $0.deniedOperations = ["events.ListTagsForResource"] }) { sandbox in
            let answer = try await sandbox.call("events.ListTagsForResource", ["ResourceARN": "x"])
            #expect(answer.type == "AccessDeniedException")
            #expect(answer.message?.contains("is not authorized to perform: events:ListTagsForResource") == true)
        }
    }
}
