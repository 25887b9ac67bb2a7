import AWS
import Model
import TestSupport

/// Where an emulator is known to be wrong, and so not to be gone by: expected is what AWS does.
struct EmulatorFault: Sendable {
    let emulator: Emulator
    /// What AWS does, and how that is known.
    let aws: String
    let reality: String
    /// Why it matters here.
    let consequence: String
    /// Whether the emulator does as AWS.
    let isRight: @Sendable (any AWSTransport) async throws -> Bool
}

extension EmulatorFault {
    static let all = moto + ministack

    private static let pattern: Value = #"{"source":["acme"]}"#
    private static let bus: Value = "aws.partner/genesys.com/cloud/org/prod"
    private static let queue: Value = "arn:aws:sqs:us-east-1:123456789012:q"

    private static func answers(_ body: () async throws -> Value) async -> Bool { (try? await body()) != nil }

    private static let moto = [
        EmulatorFault(
            emulator: .moto,
            aws: "a partner bus's name has slashes of its own, and rules sit on it (EventBridge API reference, `CreateEventBus`)",
            reality: "the bus can't be made, or its rules aren't found: the name is split at its slashes",
            consequence: "partner buses are tried on ministack and the sandbox"
        ) { aws in
            guard await answers({ try await aws.call(.createEventBus, ["Name": bus, "EventSourceName": bus]) }),
                await answers({ try await aws.call(.putRule, ["Name": "r", "EventBusName": bus, "EventPattern": pattern]) })
            else { return false }
            let rules = try await aws.call(.listRules, ["EventBusName": bus])["Rules"]?.list ?? []
            let targets = await answers { try await aws.call(.listTargetsByRule, ["Rule": "r", "EventBusName": bus]) }
            let tags = await answers {
                try await aws.call(
                    .listTagsForResource,
                    ["ResourceARN": .string("arn:aws:events:us-east-1:123456789012:rule/\(bus.string ?? "")/r")])
            }
            return rules.count == 1 && targets && tags
        },
        EmulatorFault(
            emulator: .moto, aws: "tags given to PutRule on a rule that exists are ignored (EventBridge API reference, `PutRule`)",
            reality: "they are merged", consequence: "a rule's tags are never left to PutRule"
        ) { aws in
            for tag in ["a", "b"] {
                _ = try await aws.call(
                    .putRule, ["Name": "tagged", "EventPattern": pattern, "Tags": [["Key": .string(tag), "Value": "1"]]])
            }
            let arn: Value = "arn:aws:events:us-east-1:123456789012:rule/tagged"
            return try await aws.call(.listTagsForResource, ["ResourceARN": arn])["Tags"] == [["Key": "a", "Value": "1"]]
        },
        EmulatorFault(
            emulator: .moto,
            aws: "a pattern with an operator that there isn't is refused (EventBridge user guide, \"Comparison operators\")",
            reality: "it is accepted", consequence: "patterns are checked before they are sent"
        ) { aws in
            await !answers { try await aws.call(.putRule, ["Name": "pattern", "EventPattern": #"{"source":[{"prefx":"a"}]}"#]) }
        },
        sixthTarget(.moto),
        EmulatorFault(
            emulator: .moto, aws: "a Sid that is in a function's policy already is a conflict (Lambda API reference, `AddPermission`)",
            reality: "the statement is added a second time", consequence: "repeated additions are tried on the sandbox"
        ) { aws in
            let statement: Value = [
                "FunctionName": .string(Fixture.function), "StatementId": "s", "Action": "lambda:InvokeFunction",
                "Principal": "events.amazonaws.com",
            ]
            _ = try await aws.call(.addPermission, statement)
            return await !answers { try await aws.call(.addPermission, statement) }
        },
        EmulatorFault(
            emulator: .moto, aws: "the tagging API knows rules (Resource Groups Tagging API reference, `GetResources`)",
            reality: "it knows none", consequence: "each rule's tags are asked for, where the tagging API answers nothing"
        ) { aws in
            _ = try await aws.call(.putRule, ["Name": "found", "EventPattern": pattern, "Tags": [["Key": "k", "Value": "1"]]])
            let found = try await aws.call(.getResources, ["TagFilters": [["Key": "k"]], "ResourceTypeFilters": ["events:rule"]])
            return found["ResourceTagMappingList"]?.list?.count == 1
        },
        EmulatorFault(
            emulator: .moto, aws: "IAM tells what a role may do (IAM API reference, `SimulatePrincipalPolicy`)",
            reality: "it fails with 500",
            consequence: "what a role allows isn't checked there"
        ) { aws in
            await answers {
                try await aws.call(
                    .simulatePrincipalPolicy,
                    ["PolicySourceArn": "arn:aws:iam::123456789012:role/r", "ActionNames": ["sqs:SendMessage"], "ResourceArns": [queue]])
            }
        },
    ]

    private static let ministack = [
        EmulatorFault(
            emulator: .ministack, aws: "PutRule replaces: a description that is left out is gone (EventBridge API reference, `PutRule`)",
            reality: "it stays", consequence: "what is cleared is tried on moto and the sandbox"
        ) { aws in
            _ = try await aws.call(.putRule, ["Name": "described", "EventPattern": pattern, "Description": "d"])
            _ = try await aws.call(.putRule, ["Name": "described", "EventPattern": pattern])
            let rules = try await aws.call(.listRules, ["EventBusName": "default"])["Rules"]?.list ?? []
            return rules.first { $0["Name"] == "described" }?["Description"] == nil
        },
        EmulatorFault(
            emulator: .ministack, aws: "tags given to PutRule on a rule that exists are ignored (EventBridge API reference, `PutRule`)",
            reality: "they replace all that the rule has", consequence: "a rule's tags are never left to PutRule"
        ) { aws in
            for tag in ["a", "b"] {
                _ = try await aws.call(
                    .putRule, ["Name": "tagged", "EventPattern": pattern, "Tags": [["Key": .string(tag), "Value": "1"]]])
            }
            let arn: Value = "arn:aws:events:us-east-1:123456789012:rule/tagged"
            return try await aws.call(.listTagsForResource, ["ResourceARN": arn])["Tags"] == [["Key": "a", "Value": "1"]]
        },
        EmulatorFault(
            emulator: .ministack, aws: "a rule with targets isn't deleted (EventBridge API reference, `DeleteRule`)", reality: "it is",
            consequence: "the order of deletions is tried on moto and the sandbox"
        ) { aws in
            _ = try await aws.call(.putRule, ["Name": "kept", "EventPattern": pattern])
            _ = try await aws.call(.putTargets, ["Rule": "kept", "Targets": [["Id": "t", "Arn": queue]]])
            return await !answers { try await aws.call(.deleteRule, ["Name": "kept"]) }
        },
        sixthTarget(.ministack),
        EmulatorFault(
            emulator: .ministack, aws: "the rules of a bus that isn't there can't be listed (EventBridge API reference, `ListRules`)",
            reality: "there are none", consequence: "that a bus is missing is seen on the sandbox alone"
        ) { aws in
            await !answers { try await aws.call(.listRules, ["EventBusName": "aws.partner/nobody/nothing"]) }
        },
        EmulatorFault(
            emulator: .ministack,
            aws: "a partner's event source is there once the partner offers it (EventBridge API reference, `DescribeEventSource`)",
            reality: "every source is there, and ACTIVE", consequence: "waiting for a source is tried on the sandbox"
        ) { aws in
            await !answers { try await aws.call(.describeEventSource, ["Name": "aws.partner/nobody/nothing"]) }
        },
        EmulatorFault(
            emulator: .ministack, aws: "the tags of a rule on a partner bus are told (EventBridge API reference, `ListTagsForResource`)",
            reality: "there is no such rule", consequence: "that rules on partner buses are pruned is tried on the sandbox"
        ) { aws in
            _ = try await aws.call(.createEventBus, ["Name": bus, "EventSourceName": bus])
            let rule = try await aws.call(.putRule, ["Name": "r", "EventBusName": bus, "EventPattern": pattern])
            return await answers { try await aws.call(.listTagsForResource, ["ResourceARN": rule["RuleArn"] ?? .null]) }
        },
        EmulatorFault(
            emulator: .ministack, aws: "CloudWatch Logs keeps policies (CloudWatch Logs API reference, `PutResourcePolicy`)",
            reality: "it knows no such operation", consequence: "log groups' policies are tried on moto and the sandbox"
        ) { aws in
            await answers { try await aws.call(.describeResourcePolicies, [:]) }
        },
    ]

    private static func sixthTarget(_ emulator: Emulator) -> EmulatorFault {
        EmulatorFault(
            emulator: emulator, aws: "a rule takes five targets (EventBridge user guide, \"Quotas\")", reality: "it takes more",
            consequence: "the quota is tried on the sandbox"
        ) { aws in
            _ = try await aws.call(.putRule, ["Name": "full", "EventPattern": pattern])
            let targets = (1...6).map { ["Id": .string("t\($0)"), "Arn": queue] as Value }
            return await !answers { try await aws.call(.putTargets, ["Rule": "full", "Targets": .list(targets)]) }
        }
    }
}
