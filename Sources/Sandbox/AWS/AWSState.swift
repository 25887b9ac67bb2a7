import FoundationEssentials
import Model

/// What the account holds in its one region, as the state's file has it.
struct AWSState: Codable, Sendable {
    /// By name; `default` is always there.
    var eventBuses: [String: EventBus]
    /// Partner event sources by name.
    var eventSources: [String: EventSource]
    /// Lambda functions by name.
    var functions: [String: Function]
    /// SQS queues by name.
    var queues: [String: SQSQueue]
    /// SNS topics by name.
    var topics: [String: Topic]
    /// The policies of CloudWatch Logs by name, each as the text that it was put as.
    var logPolicies: [String: String]
    /// IAM roles by name.
    var roles: [String: Role]
    /// What the rules handed to targets, in order.
    var deliveries: [Delivery]
}

struct EventBus: Codable, Sendable {
    /// The partner event source that it is associated with; its own name then.
    var eventSourceName: String?
    var description: String?
    var tags: [String: String]
    /// By name.
    var rules: [String: Rule]
    var createdAt: Date?
}

struct Rule: Codable, Sendable {
    /// JSON in a string, as it was put.
    var eventPattern: String?
    var scheduleExpression: String?
    var state: String
    var description: String?
    var roleArn: String?
    /// The AWS service that the rule belongs to.
    var managedBy: String?
    var tags: [String: String]
    /// EventBridge's `Target` by its Id.
    var targets: [String: Document]
    var createdAt: Date?
}

struct EventSource: Codable, Sendable {
    enum State: String, Codable, Sendable {
        /// Not associated with a bus; deleted at its `expiresAt`.
        case pending = "PENDING"
        case active = "ACTIVE"
        /// Deleted by the partner while a bus is associated.
        case deleted = "DELETED"
    }

    var state: State
    /// When the account first sees it.
    var createdAt: Date
    var expiresAt: Date?
}

struct Function: Codable, Sendable {
    /// Published versions and aliases: what a `Qualifier` may name, beside `$LATEST`.
    var qualifiers: [String]
    /// The policy's statements by qualifier, the function's own under the empty one, each in the order of its making.
    var statements: [String: [Document]]
    var tags: [String: String]
}

struct SQSQueue: Codable, Sendable {
    var attributes: [String: String]
    var tags: [String: String]
}

struct Topic: Codable, Sendable {
    /// The policy that was set; the one that a topic is made with where there is none.
    var policy: String?
    var tags: [String: String]
}

struct Role: Codable, Sendable {
    var assumeRolePolicyDocument: Document
    /// Inline policies: what the role may do.
    var policies: [Document]
}

struct Delivery: Codable, Sendable {
    var eventBusName: String
    var ruleName: String
    var targetID: String
    var targetArn: String
    var event: Document
}

extension AWSState {
    /// What exists from the start: what the example manifests name and don't make.
    static var initial: AWSState {
        AWSState(
            eventBuses: ["default": EventBus(tags: [:], rules: [:])],
            eventSources: [:],
            functions: ["ProcessGenesysEndEvents": Function(qualifiers: ["1", "live"], statements: [:], tags: [:])],
            queues: [
                "ended": SQSQueue(attributes: [:], tags: [:]),
                "genesys-dlq": SQSQueue(attributes: [:], tags: [:]),
            ],
            topics: ["ended": Topic(tags: [:])],
            logPolicies: [:],
            roles: [
                "EventBridge_InvokeLambda_Role": Role(
                    assumeRolePolicyDocument: Document([
                        "Version": "2012-10-17",
                        "Statement": [
                            [
                                "Effect": "Allow", "Principal": ["Service": "events.amazonaws.com"],
                                "Action": "sts:AssumeRole",
                            ]
                        ],
                    ]),
                    policies: [
                        Document([
                            "Version": "2012-10-17",
                            "Statement": [["Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": "*"]],
                        ])
                    ])
            ],
            deliveries: [])
    }
}
