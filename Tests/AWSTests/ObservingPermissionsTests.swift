import Model
import Testing

@Suite struct ObservingPermissionsTests {
    let fixture: Fixture
    var aws: StubAWS { fixture.aws }

    init() throws {
        fixture = try Fixture()
        aws.on("GetResources", tagged([]))
        aws.on("ListRules", listed([]))
    }

    @Test("a statement as AddPermission writes it is ours", arguments: ["ArnLike", "ArnEquals"], ["AWS:SourceArn", "aws:SourceArn"])
    func ours(comparison: String, key: String) async {
        let permission = permission()
        aws.on("GetPolicy", policy(permission, ["Condition": [comparison: [key: .string(ruleARN("ended"))]]].mapValues { .map($0) }))
        let live = await fixture.observe([permission]).objects[permission.identity]
        #expect(live?.attributes == permission.attributes)
        #expect(live?.ownership == .ours(resource: ""))
        #expect(live?.id == permission.identity.name)
        #expect(aws.inputs("GetPolicy") == [["FunctionName": .string(Fixture.function)]])
    }

    @Test(
        "a statement that was edited is nobody's",
        arguments: [
            ["Effect": "Deny"], ["Action": "lambda:*"], ["Principal": "*"], ["Principal": ["AWS": "123456789012"]], ["Condition": .null],
            ["Principal": ["Service": "sns.amazonaws.com"]],
            ["Condition": ["ArnLike": ["AWS:SourceArn": "arn:aws:events:us-east-1:123456789012:rule/*"]]],
            ["Condition": ["ArnLike": ["AWS:SourceArn": .string(ruleARN("ended"))], "StringEquals": ["AWS:SourceAccount": "1"]]],
        ] as [[String: Value]])
    func edited(_ members: [String: Value]) async {
        aws.on("GetPolicy", policy(permission(), members))
        #expect(await fixture.observe([permission()]).objects[permission().identity]?.ownership == .unmarked)
    }

    @Test func `a qualifier makes a function of its own, with its own policy and Sids`() async {
        let plain = permission()
        let alias = permission(qualifier: "live")
        aws.on("GetPolicy") { input, _ in policy(input["Qualifier"] == "live" ? alias : plain) }
        let seen = await fixture.observe([plain, alias])
        #expect(seen.objects[plain.identity]?.ownership == .ours(resource: ""))
        #expect(seen.objects[alias.identity]?.attributes == alias.attributes)
        #expect(seen.objects[alias.identity]?.ownership == .ours(resource: ""))
        #expect(
            Set(aws.inputs("GetPolicy")) == [
                ["FunctionName": .string(Fixture.function)], ["FunctionName": .string(Fixture.function), "Qualifier": "live"],
            ])
    }

    @Test func `a function that is only an owned rule's live target is read too, once`() async {
        aws.on("ListRules", listed([wireRule("ended"), wireRule("old"), wireRule("older")]))
        aws.on("GetResources", tagged(["ended", "old", "older"].map { (ruleARN($0), ownTags($0)) }))
        aws.on("ListTagsForResource") { input, _ in
            .json(["Tags": wireTags(ownTags(input["ResourceARN"]?.string?.split(separator: "/").last.map(String.init) ?? ""))])
        }
        aws.on("ListTargetsByRule") { input, _ in
            let arn = input["Rule"] == "ended" ? Fixture.function : "\(Fixture.function)2:live"
            return .json(["Targets": [["Id": "main", "Arn": .string(arn)], ["Id": "q", "Arn": "arn:aws:sqs:us-east-1:1:q"]]])
        }
        let old = permission("old", function: "\(Fixture.function)2", qualifier: "live")
        aws.on("GetPolicy") { input, _ in policy(input["Qualifier"] == nil ? permission() : old) }

        let seen = await fixture.observe([rule(), permission()])
        #expect(seen.objects[old.identity]?.ownership == .ours(resource: ""))
        #expect(aws.counts["GetPolicy"] == 2)
    }

    @Test func `no policy and no function mean no statement`() async {
        aws.on("GetPolicy", .error("ResourceNotFoundException", status: 404))
        let seen = await fixture.observe([permission()])
        #expect(seen.lookUp(permission().identity) == .absent)
        #expect(seen.gaps.isEmpty)
    }

    @Test(
        "a policy that can't be read is unknown, of that function alone",
        arguments: [
            StubAWS.Reply.error("AccessDeniedException", status: 403), .text("", status: 404), .json(["Policy": "not JSON"]), .text(""),
            .json(["Policy": "{}"]),
        ])
    func unreadable(_ reply: StubAWS.Reply) async {
        let other = permission(function: "\(Fixture.function)2")
        aws.on("GetPolicy") { input, _ in input["FunctionName"] == .string(Fixture.function) ? reply : policy(other) }
        let seen = await fixture.observe([permission(), other])
        #expect(seen.gaps.map(\.scope) == [Fixture.function])
        #expect(seen.objects[other.identity] != nil)
    }

    @Test func `statements without a Sid, and a policy with one statement that is no list, are read`() async {
        let statement: Value = ["Sid": "x", "Effect": "Allow", "Principal": "*", "Action": "lambda:InvokeFunction"]
        aws.on("GetPolicy", .json(["Policy": .string(Value.map(["Statement": statement]).json)]))
        let seen = await fixture.observe([permission()])
        #expect(seen.objects.values.map(\.id) == ["x"])
        aws.on("GetPolicy", .json(["Policy": #"{"Statement":[{"Effect":"Allow"}]}"#]))
        #expect(await fixture.observe([permission()]) == Observation())
    }
}
