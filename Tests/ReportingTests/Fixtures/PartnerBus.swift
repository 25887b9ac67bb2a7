import Model
import Planning

/// A contact centre's set as the compiler of manifests gives it: an integration, its bus, a queue, and a rule with a permission and a target.
struct PartnerBus {
    static let account = "123456789012"
    static let source = "aws.partner/genesys.com/cloud/6f1a2b3c-0d4e-4f5a-8b6c-7d8e9f0a1b2c/prod"
    static let function = "arn:aws:lambda:us-east-1:123456789012:function:ProcessGenesysEndEvents"
    static let topic = "v2.detail.events.conversation.{id}.acd.end"
    static let queueID = "0b5a2a4e-94f0-4c47-9d9c-1f6a1f3d2c10"

    var stack = Stack(
        mark: StackMark(owner: "acme/telephony", name: "prod"),
        genesys: Stack.Genesys(region: "us-east-1", organizationID: "6f1a2b3c-0d4e-4f5a-8b6c-7d8e9f0a1b2c"),
        aws: Stack.AWS(region: "us-east-1", accountID: account), place: place("stack.yaml", 1))

    var integration = DesiredResource(
        address: Address(.integration, "events"), identity: LiveIdentity(.integration, name: "prod-events"),
        attributes: [
            "name": "prod-events", "enabled": true, "topics": [.string(topic)], "contributedTopics": [.string(topic)],
            "awsAccountId": .string(account), "awsAccountRegion": "us-east-1", "eventSourceSuffix": "prod",
        ],
        lifecycle: Lifecycle(listPolicy: .shared), place: place("integration.yaml", 1))

    var bus = DesiredResource(
        address: Address(.eventBus, "events"), identity: LiveIdentity(.eventBus, name: source),
        attributes: ["name": .string(source), "eventSourceName": unknown(.integration, "events", "eventSource")],
        place: place("integration.yaml", 1))

    var queue = DesiredResource(
        address: Address(.queue, "support"), identity: LiveIdentity(.queue, name: "Support Queue"),
        attributes: [
            "name": "Support Queue",
            "acwSettings": ["wrapupPrompt": "MANDATORY_TIMEOUT", "timeoutMs": 30_000],
            "mediaSettings": [
                "call": [
                    "alertingTimeoutSeconds": 8, "serviceLevel": ["percentage": .number(Number("0.8") ?? Number(0)), "durationMs": 20_000],
                ]
            ],
        ],
        place: place("queues.yaml", 1))

    var rule = Self.rule("support-ended", name: "GenesysCloudQueueEndRule", queue: unknown(.queue, "support", "id"), line: 1)
    var permission = Self.permission("support-ended", ruleName: "GenesysCloudQueueEndRule", line: 10)
    var target = Self.target("support-ended", ruleName: "GenesysCloudQueueEndRule", line: 10)
    /// Further resources.
    var others: [DesiredResource] = []

    var desired: DesiredState {
        DesiredState(stack: stack, resources: [integration, bus, queue, rule, permission, target] + others)
    }
}

extension PartnerBus {
    static func place(_ file: String, _ line: Int) -> SourceLocation {
        SourceLocation(file: "manifests/prod/\(file)", line: line, column: 1)
    }

    static func unknown(_ kind: Kind, _ name: String, _ output: String) -> Value {
        .unknown(Unknown(Reference(Address(kind, name), output)))
    }

    static func ruleARN(_ name: String) -> String { "arn:aws:events:us-east-1:\(account):rule/\(source)/\(name)" }

    static func rule(_ address: String, name: String, queue: Value, line: Int) -> DesiredResource {
        DesiredResource(
            address: Address(.rule, address), identity: LiveIdentity(.rule, scope: source, name: name),
            attributes: [
                "name": .string(name), "eventBusName": .string(source), "state": "ENABLED",
                "eventPattern": [
                    "source": [.string(source)], "detail-type": [.string(topic)], "detail": ["eventBody": ["queueId": [queue]]],
                ],
            ],
            dependencies: [Address(.eventBus, "events")], place: place("rules.yaml", line))
    }

    static func permission(_ address: String, ruleName: String, line: Int) -> DesiredResource {
        let mark = StackMark(owner: "acme/telephony", name: "prod")
        let action = "lambda:InvokeFunction"
        let sid = StatementID.sid(
            mark, resource: function, action: action, principal: "events.amazonaws.com", sourceARN: ruleARN(ruleName))
        return DesiredResource(
            address: Address(.permission, address, part: "LambdaTarget"),
            identity: LiveIdentity(.permission, scope: function, name: sid),
            attributes: [
                "functionName": .string(function), "statementId": .string(sid), "action": .string(action),
                "principal": "events.amazonaws.com", "sourceArn": .string(ruleARN(ruleName)),
            ],
            dependencies: [Address(.rule, address)], place: place("rules.yaml", line))
    }

    static func target(_ address: String, ruleName: String, line: Int) -> DesiredResource {
        DesiredResource(
            address: Address(.target, address, part: "LambdaTarget"),
            identity: LiveIdentity(.target, scope: ruleARN(ruleName), name: "LambdaTarget"),
            attributes: [
                "id": "LambdaTarget", "arn": .string(function),
                "deadLetterConfig": ["arn": .string("arn:aws:sqs:us-east-1:\(account):genesys-dlq")],
                "retryPolicy": ["maximumRetryAttempts": 3, "maximumEventAgeInSeconds": 600],
            ],
            dependencies: [Address(.rule, address)], place: place("rules.yaml", line))
    }
}
