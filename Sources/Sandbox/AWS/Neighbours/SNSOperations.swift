import Model

/// SNS's topics and their policies (SNS API reference: `GetTopicAttributes`, `SetTopicAttributes`).
enum SNSOperations {
    static let all = [
        AWSOperation(.sns, "GetTopicAttributes", .reads) { state, call throws(AWSError) in
            let (name, topic) = try topic(call, in: state)
            let attributes = [
                "TopicArn": ARN.topic(name), "Owner": SandboxIdentity.accountID, "Policy": topic.policy ?? initialPolicy(name),
                "SubscriptionsConfirmed": "0",
            ]
            let entries = attributes.sorted { $0.key < $1.key }.map { ["key": .string($0.key), "value": .string($0.value)] as Value }
            return ["Attributes": ["entry": .list(entries)]]
        },
        AWSOperation(.sns, "SetTopicAttributes", .mutates, [.string("AttributeName", 1...256, required: true)]) {
            state, call throws(AWSError) in
            let (name, _) = try topic(call, in: state)
            guard call.string("AttributeName") == "Policy", let text = call.string("AttributeValue"),
                (try? Value(json: text))?["Statement"]?.list?.isEmpty == false
            else { throw AWSError(code: "InvalidParameter", message: "Invalid parameter: Policy Error: null") }
            state.topics[name]?.policy = text
            return .map([:])
        },
    ]

    private static func topic(_ call: AWSCall, in state: AWSState) throws(AWSError) -> (name: String, topic: Topic) {
        let arn = call.required("TopicArn")
        guard let found = state.topics.first(where: { ARN.topic($0.key) == arn }) else {
            throw AWSError(code: "NotFound", message: "Topic does not exist", status: 404)
        }
        return (found.key, found.value)
    }

    /// SNS developer guide, "Default policy".
    private static func initialPolicy(_ name: String) -> String {
        let policy: Value = [
            "Version": "2008-10-17", "Id": "__default_policy_ID",
            "Statement": [
                [
                    "Sid": "__default_statement_ID", "Effect": "Allow", "Principal": ["AWS": "*"],
                    "Action": ["SNS:Publish", "SNS:Subscribe"],
                    "Resource": .string(ARN.topic(name)),
                    "Condition": ["StringEquals": ["AWS:SourceOwner": .string(SandboxIdentity.accountID)]],
                ]
            ],
        ]
        return policy.json
    }
}
