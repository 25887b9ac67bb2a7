import Model

/// SQS's queues and their policies (SQS API reference: `GetQueueUrl`, `ListQueues`, `GetQueueAttributes`, `SetQueueAttributes`).
enum SQSOperations {
    static let all = [
        AWSOperation(.sqs, "GetQueueUrl", .reads) { state, call throws(AWSError) in
            let name = call.required("QueueName")
            guard state.queues[name] != nil else { throw .missingQueue }
            return ["QueueUrl": .string(url(name, call))]
        },
        AWSOperation(.sqs, "ListQueues", .reads) { state, call throws(AWSError) in
            let prefix = call.string("QueueNamePrefix") ?? ""
            let names = state.queues.keys.filter { $0.hasPrefix(prefix) }.sorted()
            return names.isEmpty ? [:] : ["QueueUrls": .list(names.map { .string(url($0, call)) })]
        },
        AWSOperation(.sqs, "GetQueueAttributes", .reads, run: getQueueAttributes),
        AWSOperation(.sqs, "SetQueueAttributes", .mutates, run: setQueueAttributes),
    ]

    /// What may be set, with what a queue has of it otherwise; a policy has no default.
    private static let settable = [
        "DelaySeconds": "0", "MaximumMessageSize": "262144", "MessageRetentionPeriod": "345600",
        "ReceiveMessageWaitTimeSeconds": "0", "VisibilityTimeout": "30", "SqsManagedSseEnabled": "true", "Policy": "",
        "RedrivePolicy": "", "RedriveAllowPolicy": "", "KmsMasterKeyId": "", "KmsDataKeyReusePeriodSeconds": "300",
    ]

    private static func getQueueAttributes(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let name = try queueName(call, in: state)
        let asked = Set(call.list("AttributeNames").compactMap(\.string))
        var attributes = settable.merging(state.queues[name]?.attributes ?? [:]) { $1 }.filter { !$0.value.isEmpty }
        attributes["QueueArn"] = ARN.queue(name)
        attributes["ApproximateNumberOfMessages"] = "0"
        if name.hasSuffix(".fifo") { attributes["FifoQueue"] = "true" }
        let shown = attributes.filter { asked.contains("All") || asked.contains($0.key) }
        return shown.isEmpty ? [:] : ["Attributes": .map(shown.mapValues { .string($0) })]
    }

    /// SQS developer guide, "Policy quotas".
    private static let policyLimit = (bytes: 8_192, statements: 20)

    private static func setQueueAttributes(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let name = try queueName(call, in: state)
        for (attribute, value) in call.input["Attributes"]?.map ?? [:] {
            guard settable[attribute] != nil else {
                throw AWSError(code: "InvalidAttributeName", message: "Unknown Attribute \(attribute).")
            }
            guard let text = value.string, !attribute.hasSuffix("Policy") || text.isEmpty || (try? Value(json: text))?.map != nil else {
                throw AWSError(code: "InvalidAttributeValue", message: "Invalid value for the parameter \(attribute).")
            }
            if attribute == "Policy" {
                let statements = (try? Value(json: text))?["Statement"]?.list ?? []
                guard text.utf8.count <= policyLimit.bytes, statements.count <= policyLimit.statements else {
                    throw AWSError(code: "OverLimit", message: "The policy has too many bytes or statements.")
                }
            }
            state.queues[name]?.attributes[attribute] = text
        }
        return .null
    }

    /// A queue's URL ends in its account and name.
    private static func queueName(_ call: AWSCall, in state: AWSState) throws(AWSError) -> String {
        let parts = call.required("QueueUrl").split(separator: "/").map(String.init)
        guard let name = parts.last, parts.count >= 2, parts[parts.count - 2] == SandboxIdentity.accountID, state.queues[name] != nil
        else { throw .missingQueue }
        return name
    }

    private static func url(_ name: String, _ call: AWSCall) -> String {
        "http://\(call.host)/\(SandboxIdentity.accountID)/\(name)"
    }
}

extension AWSError {
    fileprivate static let missingQueue = AWSError(code: "QueueDoesNotExist", message: "The specified queue does not exist.")
}
