import Model
import Testing

@Suite struct ChangingTargetsTests {
    let fixture: Fixture
    var aws: StubAWS { fixture.aws }
    let good = StubAWS.Reply.json(["FailedEntryCount": 0, "FailedEntries": []])

    init() throws { fixture = try Fixture() }

    private func failed(_ entries: [(id: String, code: String)]) -> StubAWS.Reply {
        .json([
            "FailedEntryCount": .number(Number(entries.count)),
            "FailedEntries": .list(
                entries.map { ["TargetId": .string($0.id), "ErrorCode": .string($0.code), "ErrorMessage": .string("\($0.id) failed")] }),
        ])
    }

    /// Every member of EventBridge's `Target` that is not like its own name with a capital, and one that is.
    private static let everything: [(canonical: Value, wire: Value)] = [
        (
            [
                "deadLetterConfig": ["arn": "arn:aws:sqs:us-east-1:1:q"],
                "retryPolicy": ["maximumRetryAttempts": 3, "maximumEventAgeInSeconds": 600], "input": #"{"a": 1}"#,
            ],
            [
                "DeadLetterConfig": ["Arn": "arn:aws:sqs:us-east-1:1:q"],
                "RetryPolicy": ["MaximumRetryAttempts": 3, "MaximumEventAgeInSeconds": 600], "Input": #"{"a": 1}"#,
            ]
        ),
        (
            ["inputTransformer": ["inputPathsMap": ["queueId": "$.detail.queueId", "Id": "$.id"], "inputTemplate": "<queueId>"]],
            ["InputTransformer": ["InputPathsMap": ["queueId": "$.detail.queueId", "Id": "$.id"], "InputTemplate": "<queueId>"]]
        ),
        (
            [
                "httpParameters": [
                    "headerParameters": ["x-Key": "v"], "queryStringParameters": ["Type": "t", "type": "u"], "pathParameterValues": ["p"],
                ]
            ],
            [
                "HttpParameters": [
                    "HeaderParameters": ["x-Key": "v"], "QueryStringParameters": ["Type": "t", "type": "u"], "PathParameterValues": ["p"],
                ]
            ]
        ),
        (
            [
                "ecsParameters": [
                    "taskDefinitionArn": "t", "enableECSManagedTags": true,
                    "capacityProviderStrategy": [["capacityProvider": "c", "weight": 1, "base": 2]],
                    "networkConfiguration": ["awsvpcConfiguration": ["subnets": ["s"], "assignPublicIp": "DISABLED"]],
                    "placementConstraints": [["type": "memberOf", "expression": "e"]],
                    "placementStrategy": [["type": "spread", "field": "f"]],
                    "tags": [["key": "k", "value": "v"]],
                ]
            ],
            [
                "EcsParameters": [
                    "TaskDefinitionArn": "t", "EnableECSManagedTags": true,
                    "CapacityProviderStrategy": [["capacityProvider": "c", "weight": 1, "base": 2]],
                    "NetworkConfiguration": ["awsvpcConfiguration": ["Subnets": ["s"], "AssignPublicIp": "DISABLED"]],
                    "PlacementConstraints": [["type": "memberOf", "expression": "e"]],
                    "PlacementStrategy": [["type": "spread", "field": "f"]],
                    "Tags": [["Key": "k", "Value": "v"]],
                ]
            ]
        ),
        (
            [
                "sqsParameters": ["messageGroupId": "g"], "roleArn": "r", "inputPath": "$.detail",
                "appSyncParameters": ["graphQLOperation": "q"],
            ],
            [
                "SqsParameters": ["MessageGroupId": "g"], "RoleArn": "r", "InputPath": "$.detail",
                "AppSyncParameters": ["GraphQLOperation": "q"],
            ]
        ),
    ]

    @Test("a target is written by EventBridge's names and read back by the manifests'", arguments: everything)
    func shape(canonical: Value, wire: Value) async throws {
        let target = target("main", canonical.map ?? [:])
        var entry = wire.map ?? [:]
        entry.merge(["Id": "main", "Arn": .string(Fixture.function)]) { $1 }
        aws.on("PutTargets", good)
        _ = try await fixture.perform(.create, target)
        #expect(aws.inputs("PutTargets") == [["Rule": "ended", "EventBusName": "default", "Targets": [.map(entry)]]])

        entry["EcsParameters"] = entry["EcsParameters"] ?? .null
        aws.on("GetResources", tagged([(ruleARN("ended"), ownTags())]))
        aws.on("ListRules", listed([wireRule()]))
        aws.on("ListTargetsByRule", .json(["Targets": [.map(entry)]]))
        aws.on("GetPolicy", .error("ResourceNotFoundException", status: 404))
        #expect(await fixture.observe([rule(), target]).objects[target.identity]?.attributes == target.attributes)
    }

    @Test func `the targets of a rule go in one request`() async throws {
        aws.on("PutTargets", good)
        let bus = Fixture.partnerBus
        let targets = ["a", "b", "c"].map { target($0, bus: bus) }
        let outcome = await fixture.perform(.create, targets)
        #expect(outcome.values.allSatisfy { $0 == .success([:]) })
        #expect(outcome.count == 3)
        #expect(aws.counts == ["PutTargets": 1])
        #expect(aws.inputs("PutTargets").first?["Rule"] == "ended")
        #expect(aws.inputs("PutTargets").first?["EventBusName"] == .string(bus))
    }

    @Test func `of a good answer each failed entry fails for itself`() async throws {
        aws.on("PutTargets", failed([("b", "LimitExceededException")]))
        let targets = ["a", "b"].map { target($0) }
        let outcome = await fixture.perform(.create, targets)
        #expect(outcome[targets[0].address] == .success([:]))
        let error = try await Fixture.failure { try #require(outcome[targets[1].address]).get() }
        #expect((error.reason, error.code, error.message, error.status) == (.limitExceeded, "LimitExceededException", "b failed", 200))
        #expect(error.fix?.contains("5 targets") == true)
        #expect(aws.counts == ["PutTargets": 1])
    }

    @Test(
        "entries that failed for the moment are sent again, they alone",
        arguments: [
            "ConcurrentModificationException", "ThrottlingException", "InternalException",
        ])
    func transient(code: String) async throws {
        aws.on("PutTargets", failed([("b", code)]), good)
        let outcome = await fixture.perform(.create, ["a", "b"].map { target($0) })
        #expect(outcome.values.allSatisfy { $0 == .success([:]) })
        #expect(aws.inputs("PutTargets").map { $0["Targets"]?.list?.map { $0["Id"] } } == [["a", "b"], ["b"]])
    }

    @Test func `entries that keep failing end as failures`() async throws {
        aws.on("PutTargets", failed([("main", "ThrottlingException")]))
        let error = try await Fixture.failure { try await fixture.perform(.create, target()) }
        #expect(error.reason == .throttled)
        #expect(aws.counts == ["PutTargets": 8])
    }

    @Test func `a failure that no entry names may be any of them`() async throws {
        aws.on("PutTargets", .json(["FailedEntryCount": 1, "FailedEntries": []]))
        let error = try await Fixture.failure { try await fixture.perform(.create, target()) }
        #expect(error.reason == .unexpectedAnswer)
    }

    @Test func `a rule that can't be found just after it was made is waited for`() async throws {
        aws.on("PutTargets", .error("ResourceNotFoundException"), .error("ResourceNotFoundException"), good)
        _ = try await fixture.perform(.create, target())
        #expect(aws.counts == ["PutTargets": 3])
        #expect(fixture.world.sleeps == [.milliseconds(100), .milliseconds(200)])
    }

    @Test func `a rule that never comes is told`() async throws {
        aws.on("PutTargets", .error("ResourceNotFoundException", "Rule ended does not exist on EventBus default."))
        let error = try await Fixture.failure { try await fixture.perform(.create, target()) }
        #expect(error.reason == .notFound)
        #expect(error.message == "Rule ended does not exist on EventBus default.")
    }

    @Test func `a request that fails as a whole fails each of its targets, and is not repeated beyond the client's own`() async throws {
        aws.on("PutTargets", .error("AccessDeniedException"))
        let outcome = await fixture.perform(.create, ["a", "b"].map { target($0) })
        #expect(outcome.count == 2)
        #expect(aws.counts == ["PutTargets": 1])
    }

    @Test func `targets are removed by their Ids in one request`() async throws {
        aws.on("RemoveTargets", good)
        let outcome = await fixture.perform(.delete, ["a", "b"].map { target($0) })
        #expect(outcome.values.allSatisfy { $0 == .success([:]) })
        #expect(aws.calls == [.init("RemoveTargets", ["Rule": "ended", "EventBusName": "default", "Ids": ["a", "b"]])])
    }

    @Test func `a target of a rule that is gone is gone`() async throws {
        aws.on("RemoveTargets", .error("ResourceNotFoundException"))
        _ = try await fixture.perform(.delete, target())
        #expect(aws.counts == ["RemoveTargets": 1])
    }

    @Test func `an entry that can't be removed fails`() async throws {
        aws.on("RemoveTargets", failed([("main", "ManagedRuleException")]))
        let error = try await Fixture.failure { try await fixture.perform(.delete, target()) }
        #expect(error.reason == .invalid && error.fix?.contains("AWS service that made it") == true)
    }

    @Test func `a bus that loses its role is removed first, since PutTargets would leave the role`() async throws {
        aws.on("RemoveTargets", good)
        aws.on("PutTargets", good)
        let bus: [String: Value] = ["arn": "arn:aws:events:us-east-1:999999999999:event-bus/central"]
        let target = target("main", bus)
        let live = LiveObject(
            identity: target.identity, id: "main", attributes: target.attributes.merging(["roleArn": "arn:aws:iam::1:role/r"]) { $1 },
            ownership: .ours(resource: "r-ended"))
        _ = try await fixture.perform(.update, target, live: live)
        #expect(aws.calls.map(\.operation) == ["RemoveTargets", "PutTargets"])
    }

    @Test func `any other target that loses its role is put in its place`() async throws {
        aws.on("PutTargets", good)
        let live = LiveObject(
            identity: target().identity, id: "main", attributes: target("main", ["roleArn": "arn:aws:iam::1:role/r"]).attributes,
            ownership: .ours(resource: "r-ended"))
        _ = try await fixture.perform(.update, target(), live: live)
        #expect(aws.calls.map(\.operation) == ["PutTargets"])
    }
}
