import Model
import Testing

/// The policies that are written whole: of a queue, of a topic, of log groups. What others have in them stays as it is.
@Suite struct WholePoliciesTests {
    /// Each kind, with the operations that read and write its policy and the members that carry it.
    enum Policy: String, CaseIterable, Sendable {
        case queue = "arn:aws:sqs:us-east-1:123456789012:ended"
        case topic = "arn:aws:sns:us-east-1:123456789012:ended"
        case group = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/events/ended"

        var read: String {
            switch self {
            case .queue: "GetQueueAttributes"
            case .topic: "GetTopicAttributes"
            case .group: "DescribeResourcePolicies"
            }
        }

        var write: String {
            switch self {
            case .queue: "SetQueueAttributes"
            case .topic: "SetTopicAttributes"
            case .group: "PutResourcePolicy"
            }
        }

        /// An answer to `read`.
        func answer(_ policy: Value?) -> StubAWS.Reply {
            let text = policy.map { Value.string($0.json) }
            switch self {
            case .queue:
                return .json(["Attributes": .map(["QueueArn": .string(rawValue)].merging(text.map { ["Policy": $0] } ?? [:]) { $1 })])
            case .topic:
                let escaped = (policy?.json ?? "").replacing("\"", with: "&quot;")
                return .text(
                    "<GetTopicAttributesResponse><GetTopicAttributesResult><Attributes><entry><key>Policy</key><value>\(escaped)</value>"
                        + "</entry></Attributes></GetTopicAttributesResult></GetTopicAttributesResponse>")
            case .group:
                let own = text.map { ["policyName": .string(Self.name), "policyDocument": $0] as Value }
                let others: Value = ["policyName": "others", "policyDocument": #"{"Statement":[{"Sid":"x"}]}"#]
                return .json(["resourcePolicies": .list([others] + (own.map { [$0] } ?? []))])
            }
        }

        /// The policy in a call of `write`.
        func written(_ input: Value) -> Value? {
            let text: Value? =
                switch self {
                case .queue: input["Attributes"]?["Policy"]
                case .topic: input["AttributeValue"]
                case .group: input["policyDocument"]
                }
            return text?.string.flatMap { try? Value(json: $0) }
        }

        static let name = "reconcile-acme-telephony-prod-3dbf969c"

        func permission(_ rule: String = "ended") -> DesiredResource {
            let source = ruleARN(rule)
            guard let holder = PolicyHolder(rawValue) else { preconditionFailure("no holder of a policy: \(rawValue)") }
            let grant = PolicyGrant(holder, source: source, stack: Fixture.mark)
            return DesiredResource(
                address: Address(.permission, "r-\(rule)", part: "main"), identity: grant.identity, attributes: grant.attributes)
        }

        /// The statement that a permission is.
        func statement(_ permission: DesiredResource) -> Value {
            [
                "Sid": .string(permission.identity.name), "Effect": "Allow",
                "Principal": ["Service": permission.attributes["principal"] ?? .null],
                "Action": permission.attributes["action"] ?? .null, "Resource": .string(self == .group ? rawValue + ":*" : rawValue),
                "Condition": ["ArnLike": ["aws:SourceArn": permission.attributes["sourceArn"] ?? .null]],
            ]
        }
    }

    /// Of others: without a Sid, with numbers that no double holds, in another version of the language.
    static let theirs: Value = [
        "Version": "2008-10-17", "Id": "theirs",
        "Statement": [
            ["Effect": "Deny", "NotPrincipal": ["AWS": ["1", "2"]], "NotAction": "sqs:*", "Resource": "*"],
            [
                "Sid": "theirs", "Effect": "Allow", "Principal": "*", "Action": ["sqs:SendMessage"], "Resource": "x",
                "Condition": ["NumericLessThan": ["aws:MultiFactorAuthAge": 9_007_199_254_740_993]],
            ],
        ],
    ]

    static func theirs(and statements: [Value]) -> Value {
        var members = theirs.map ?? [:]
        members["Statement"] = .list((theirs["Statement"]?.list ?? []) + statements)
        return .map(members)
    }

    let fixture: Fixture
    var aws: StubAWS { fixture.aws }

    init() throws {
        fixture = try Fixture()
        for policy in Policy.allCases { aws.on(policy.write, .json(["resourcePolicy": [:]])) }
        aws.on("SetTopicAttributes", .text("<SetTopicAttributesResponse/>"))
        aws.on("DeleteResourcePolicy", .text(""))
        aws.on("ListTagsForResource", .json(["Tags": []]))
        aws.on("GetResources", tagged([]))
        aws.on("ListRules", listed([]))
    }

    private func live(_ permission: DesiredResource) -> LiveObject {
        LiveObject(
            identity: permission.identity, id: permission.identity.name, attributes: permission.attributes, ownership: .ours(resource: ""))
    }

    @Test("statements are put in together, others' stay as they are", arguments: Policy.allCases)
    func added(_ policy: Policy) async throws {
        aws.on(policy.read, policy.answer(Self.theirs))
        let permissions = [policy.permission("ended"), policy.permission("other")]
        let outcome = await fixture.perform(.create, permissions)
        for permission in permissions { _ = try #require(outcome[permission.address]).get() }
        #expect(aws.calls.map(\.operation) == [policy.read, policy.write])
        let wanted = permissions.sorted { $0.identity < $1.identity }.map(policy.statement)
        #expect(aws.inputs(policy.write).compactMap(policy.written) == [Self.theirs(and: wanted)])
    }

    @Test("a statement that is there already is not written again", arguments: Policy.allCases)
    func present(_ policy: Policy) async throws {
        aws.on(policy.read, policy.answer(Self.theirs(and: [policy.statement(policy.permission())])))
        _ = try await fixture.perform(.create, policy.permission())
        #expect(aws.calls.map(\.operation) == [policy.read])
    }

    @Test("a statement is taken out, others' stay as they are", arguments: Policy.allCases)
    func removed(_ policy: Policy) async throws {
        aws.on(policy.read, policy.answer(Self.theirs(and: [policy.statement(policy.permission())])))
        _ = try await fixture.perform(.delete, policy.permission(), live: live(policy.permission()))
        #expect(aws.calls.map(\.operation) == [policy.read, policy.write, "ListTagsForResource"])
        #expect(aws.inputs(policy.write).compactMap(policy.written) == [Self.theirs])
    }

    @Test("with the last statement a queue's policy and the stack's own of the log groups go; a topic gets the one that it was made with")
    func last() async throws {
        for policy in Policy.allCases {
            aws.on(policy.read, policy.answer(["Version": "2012-10-17", "Statement": [policy.statement(policy.permission())]]))
            _ = try await fixture.perform(.delete, policy.permission(), live: live(policy.permission()))
        }
        #expect(aws.inputs("SetQueueAttributes").first?["Attributes"]?["Policy"] == "")
        #expect(
            Policy.topic.written(try #require(aws.inputs("SetTopicAttributes").first))?["Statement"]?.list?.first?["Sid"]
                == "__default_statement_ID")
        #expect(aws.inputs("DeleteResourcePolicy") == [["policyName": .string(Policy.name)]])
    }

    @Test("what this run has written is not taken back when a read lags behind", arguments: Policy.allCases)
    func lagging(_ policy: Policy) async throws {
        aws.on(policy.read, policy.answer(Self.theirs(and: [policy.statement(policy.permission("gone"))])))
        _ = try await fixture.perform(.create, policy.permission("ended"))
        _ = try await fixture.perform(.delete, policy.permission("gone"), live: live(policy.permission("gone")))
        let written = aws.inputs(policy.write).compactMap(policy.written)
        #expect(written.last == Self.theirs(and: [policy.statement(policy.permission("ended"))]))
    }

    @Test("what isn't there is named", arguments: [(Policy.queue, "QueueDoesNotExist"), (.topic, "NotFound")])
    func missing(_ policy: Policy, _ code: String) async throws {
        aws.on(policy.read, .error(code))
        aws.on(policy.write, .error(code))
        let error = try await Fixture.failure { try await fixture.perform(.create, policy.permission()) }
        #expect(error.reason == .notFound)
        #expect(error.fix?.contains(policy.rawValue) == true)
        #expect(await fixture.observe([policy.permission()]) == Observation())
    }

    @Test("the stack's own statement proves itself; what somebody edited is nobody's", arguments: Policy.allCases)
    func observed(_ policy: Policy) async throws {
        let permission = policy.permission()
        var wire = policy.statement(permission).map ?? [:]
        aws.on(policy.read, policy.answer(Self.theirs(and: [.map(wire)])))
        let seen = await fixture.observe([permission]).objects[permission.identity]
        #expect(seen?.attributes == permission.attributes && seen?.ownership == .ours(resource: ""))

        for (member, value) in [("Effect", "Deny"), ("Action", "*"), ("Principal", "*"), ("Condition", [:]), ("NotAction", "x")]
            as [(String, Value)]
        {
            wire = policy.statement(permission).map ?? [:]
            wire[member] = value
            aws.on(policy.read, policy.answer(Self.theirs(and: [.map(wire)])))
            #expect(await fixture.observe([permission]).objects[permission.identity]?.ownership == .unmarked, "\(member)")
        }
    }

    @Test("one that was written with lists of one is the same", arguments: [Policy.queue, .topic])
    func lists(_ policy: Policy) async throws {
        var wire = policy.statement(policy.permission()).map ?? [:]
        for member in ["Action", "Resource"] { wire[member] = .list([wire[member] ?? .null]) }
        wire["Condition"] = ["ArnEquals": ["AWS:SourceArn": [policy.permission().attributes["sourceArn"] ?? .null]]]
        aws.on(policy.read, policy.answer(Self.theirs(and: [.map(wire)])))
        #expect(await fixture.observe([policy.permission()]).objects[policy.permission().identity]?.ownership == .ours(resource: ""))
    }

    @Test(
        "what can't be read is a gap of that policy", arguments: Policy.allCases,
        [StubAWS.Reply.error("AccessDeniedException", status: 403), .text("<html>", status: 404), .text("{}"), .text("")])
    func unreadable(_ policy: Policy, _ reply: StubAWS.Reply) async {
        aws.on(policy.read, reply)
        let seen = await fixture.observe([policy.permission()])
        #expect(seen.gaps.map(\.scope) == [policy.rawValue])
    }

    @Test("a policy that would hold too much is an error that names perBus, before anything is changed")
    func full() async throws {
        aws.on("GetQueueAttributes", Policy.queue.answer(Self.theirs))
        let many = (1...19).map { number -> DesiredResource in
            var permission = Policy.queue.permission("rule-\(number)")
            permission.address = Address(.permission, "rule-\(number)", part: "main")
            return permission
        }
        let found = await fixture.observe(many).findings
        #expect(found.map(\.code) == ["policy-full"])
        #expect(found.first?.severity == .error && found.first?.fix?.contains("`permission: perBus`") == true)
        #expect(found.first?.summary == "the policy of \(Policy.queue.rawValue) would have 21 statements, and 20 is the most")
        #expect(await fixture.observe(Array(many.dropLast())).findings == [])

        aws.on("GetPolicy", .error("ResourceNotFoundException", status: 404))
        let function = (1...80).map { number -> DesiredResource in
            var permission = permission("rule-\(number)")
            permission.address = Address(.permission, "rule-\(number)", part: "main")
            return permission
        }
        let bytes = await fixture.observe(function).findings
        #expect(bytes.first?.summary.hasSuffix("bytes, and 20480 is the most") == true)
    }

    /// A statement for all rules of the default bus.
    private func shared(_ policy: Policy) throws -> DesiredResource {
        let holder = try #require(PolicyHolder(policy.rawValue))
        let grant = PolicyGrant(holder, source: "arn:aws:events:us-east-1:123456789012:rule/*", stack: Fixture.mark)
        return DesiredResource(
            address: .permission(ofBus: "default", holder: holder.arn), identity: grant.identity, attributes: grant.attributes)
    }

    @Test("where a policy is full of the rules' own, as many of these as must go for the bus'; others' stay", arguments: [18, 17])
    func succession(_ count: Int) async throws {
        let rules = (1...count).map { Policy.queue.permission("rule-\($0)") }
        let shared = try shared(.queue)
        aws.on("GetQueueAttributes", Policy.queue.answer(Self.theirs(and: rules.map(Policy.queue.statement))))
        #expect(await fixture.observe([shared]).findings == [])
        _ = try await fixture.perform(.create, shared)
        let written = try #require(aws.inputs("SetQueueAttributes").compactMap(Policy.queue.written).first?["Statement"]?.list)
        #expect(written.count == 20)
        #expect(written.prefix(2) == Self.theirs["Statement"]?.list?[...])
        #expect(written.contains(Policy.queue.statement(shared)))
    }

    @Test("one that stays declared makes no room")
    func declaredStays() async throws {
        let rules = (1...18).map { number -> DesiredResource in
            var permission = Policy.queue.permission("rule-\(number)")
            permission.address = Address(.permission, "rule-\(number)", part: "main")
            return permission
        }
        aws.on("GetQueueAttributes", Policy.queue.answer(Self.theirs(and: rules.map(Policy.queue.statement))))
        let found = await fixture.observe(rules + [try shared(.queue)]).findings
        #expect(found.map(\.severity) == [.error])
    }

    @Test("what a topic has room for", arguments: [(98, 0), (99, 1)])
    func topic(_ count: Int, _ errors: Int) async throws {
        aws.on("GetTopicAttributes", Policy.topic.answer(["Statement": [["Sid": "theirs", "Effect": "Allow"], ["Effect": "Deny"]]]))
        let many = (1...count).map { number -> DesiredResource in
            var permission = Policy.topic.permission("r\(number)")
            permission.address = Address(.permission, "r\(number)", part: "main")
            return permission
        }
        let found = await fixture.observe(many).findings
        #expect(found.count == errors)
        #expect(found.first?.summary.hasSuffix("would have 101 statements, and 100 is the most") ?? true)
    }

    @Test("a dead-letter queue that a target leaves is remembered, too")
    func deadLetterQueueLeft() async throws {
        let permission = Policy.queue.permission()
        aws.on("GetQueueAttributes", Policy.queue.answer(["Statement": [Policy.queue.statement(permission)]]))
        aws.on("TagResource", .text("{}"))
        aws.on("PutTargets", .json(["FailedEntryCount": 0]))
        let after = target("main", of: "ended")
        var before = after
        before.attributes["deadLetterConfig"] = ["arn": .string(Policy.queue.rawValue)]
        let live = LiveObject(identity: before.identity, id: "main", attributes: before.attributes, ownership: .ours(resource: "r-ended"))
        _ = try await fixture.perform(.update, after, live: live)
        #expect(
            aws.inputs("TagResource").first?["Tags"] == [
                ["Key": .string("reconcile:revoke/\(permission.identity.name)"), "Value": .string(Policy.queue.rawValue)]
            ])
    }

    @Test("a statement for a whole bus is forgotten on every rule that remembers it")
    func sharedForgotten() async throws {
        let source = "arn:aws:events:us-east-1:123456789012:rule/*"
        let holder = try #require(PolicyHolder(Policy.queue.rawValue))
        let grant = PolicyGrant(holder, source: source, stack: Fixture.mark)
        let permission = DesiredResource(
            address: .permission(ofBus: "default", holder: holder.arn), identity: grant.identity, attributes: grant.attributes)
        aws.on("GetQueueAttributes", Policy.queue.answer(["Statement": []]))
        aws.on("GetResources", tagged([(ruleARN("ended"), [:])]))
        aws.on("UntagResource", .text("{}"))
        _ = try await fixture.perform(.delete, permission, live: live(permission))
        #expect(aws.inputs("GetResources").first?["TagFilters"] == [["Key": .string("reconcile:revoke/\(grant.sid)")]])
        #expect(aws.inputs("UntagResource").map { $0["ResourceARN"] } == [.string(ruleARN("ended"))])
    }
}
