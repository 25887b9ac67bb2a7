import AWS
import Model
import Testing

/// The policy that a run needs, held against the table of operations itself.
@Suite struct AccessPolicyTests {
    /// Everything that calls an operation of its own.
    static let everything: DesiredState = {
        let arns = [
            "arn:aws:sqs:us-east-1:123456789012:ended", "arn:aws:sns:us-east-1:123456789012:t",
            "arn:aws:logs:us-east-1:123456789012:log-group:/aws/events/g", "\(Fixture.function):live",
        ]
        let permissions = arns.compactMap { PolicyHolder($0) }.map { holder in
            let grant = PolicyGrant(holder, source: ruleARN("ended", bus: Fixture.partnerBus), stack: Fixture.mark)
            return DesiredResource(
                address: Address(.permission, "r-ended", part: holder.service.rawValue), identity: grant.identity,
                attributes: grant.attributes)
        }
        let target = target(bus: Fixture.partnerBus, ["roleArn": "arn:aws:iam::123456789012:role/invoke"])
        return DesiredState(stack: Fixture.stack, resources: [bus(), rule(bus: Fixture.partnerBus), target] + permissions)
    }()

    private func statements(_ state: DesiredState, _ purpose: AccessPurpose) throws -> [(actions: [String], resources: [String])] {
        let statements = try #require(AccessPolicy(state, for: purpose).document["Statement"]?.list)
        return statements.map { ($0["Action"]?.strings ?? [], $0["Resource"]?.strings ?? []) }
    }

    @Test("the policy for plan has what the reading operations need, and nothing that a mutating one needs")
    func reading() throws {
        let actions = Set(try statements(Self.everything, .plan).flatMap(\.actions))
        let readers = AWSOperation.all.filter { !$0.isMutating }
        let writers = AWSOperation.all.filter(\.isMutating)
        #expect(!writers.isEmpty && actions.isDisjoint(with: writers.flatMap(\.permissions)))
        #expect(actions == Set(readers.flatMap(\.permissions)).subtracting(AWSOperation.testEventPattern.permissions))
    }

    @Test("the policy for apply has what every operation of the table needs", arguments: AWSOperation.all)
    func whole(_ operation: AWSOperation) throws {
        let actions = Set(try statements(Self.everything, .apply).flatMap(\.actions))
        guard operation != .testEventPattern else { return }
        #expect(actions.isSuperset(of: operation.permissions))
    }

    @Test("it is as narrow as the manifests tell: their buses, functions, queues, topics and roles")
    func narrow() throws {
        let resources = Dictionary(
            try statements(Self.everything, .apply).flatMap { statement in statement.actions.map { ($0, statement.resources) } },
            uniquingKeysWith: +)
        let rules = "arn:aws:events:us-east-1:123456789012:rule/\(Fixture.partnerBus)/*"
        #expect(resources["events:PutRule"] == [rules])
        #expect(resources["events:TagResource"] == ["arn:aws:events:us-east-1:123456789012:event-bus/\(Fixture.partnerBus)", rules])
        #expect(resources["lambda:AddPermission"] == [Fixture.function, "\(Fixture.function):live"])
        #expect(resources["sqs:SetQueueAttributes"] == ["arn:aws:sqs:us-east-1:123456789012:ended"])
        #expect(resources["sns:GetTopicAttributes"] == ["arn:aws:sns:us-east-1:123456789012:t"])
        #expect(resources["events:DescribeEventSource"] == ["arn:aws:events:us-east-1::event-source/\(Fixture.partnerBus)"])
        #expect(resources["iam:PassRole"] == ["arn:aws:iam::123456789012:role/invoke"])
        let broad = resources.filter { $0.value == ["*"] }.keys.sorted()
        #expect(
            broad == [
                "events:ListRules", "logs:DeleteResourcePolicy", "logs:DescribeResourcePolicies", "logs:PutResourcePolicy",
                "sts:GetCallerIdentity", "tag:GetResources",
            ])
    }

    @Test("a role may be passed to EventBridge alone; a lock is an object of its own")
    func conditions() throws {
        let location: S3Location = try #require(S3Location("s3://locks/prod/lock"))
        let policy = AccessPolicy(Self.everything, for: .apply, locks: location)
        let statements = try #require(policy.document["Statement"]?.list)
        let passing = try #require(statements.first { $0["Action"]?.strings == ["iam:PassRole"] })
        #expect(passing["Condition"] == ["StringEquals": ["iam:PassedToService": "events.amazonaws.com"]])
        let lock = try #require(statements.first { $0["Resource"]?.strings == ["arn:aws:s3:::locks/prod/lock"] })
        #expect(lock["Action"]?.strings == ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"])
    }

    @Test("what the manifests don't have isn't asked for")
    func small() throws {
        let state = DesiredState(
            stack: Fixture.stack, resources: [rule(), target("main", ["arn": "arn:aws:sqs:us-east-1:123456789012:ended"])])
        let actions = Set(try statements(state, .apply).flatMap(\.actions))
        let prefixes = Set(actions.map { $0.prefix { $0 != ":" } })
        #expect(prefixes == ["events", "sqs", "sts", "tag"])
        #expect(!actions.contains("events:CreateEventBus"))
    }
}
