internal import Model

/// A policy that is read and written whole.
protocol WholePolicy: Sendable {
    /// What tells it from other policies.
    var key: String { get }

    /// `nil` where there is none, or where there is nothing that could have one.
    func read() async throws(ServiceError) -> PolicyDocument?

    func write(_ document: PolicyDocument) async throws(ServiceError)
}

/// The policy of an SQS queue.
struct QueuePolicy: WholePolicy {
    let queue: PolicyHolder
    let transport: any AWSTransport

    var key: String { queue.arn }

    func read() async throws(ServiceError) -> PolicyDocument? {
        let answer: Value
        do throws(ServiceError) {
            // A queue always tells its ARN, and without a policy nothing of one: an answer without attributes is no queue's.
            answer = try await transport.call(.getQueueAttributes, input(["AttributeNames": ["Policy", "QueueArn"]]))
        } catch {
            if error.reason == .notFound { return nil }
            throw error
        }
        guard let policy = answer["Attributes"]?["Policy"], policy != "" else { return nil }
        return try .read(policy, .getQueueAttributes, of: queue)
    }

    /// An empty text removes the policy (SQS API reference, `SetQueueAttributes`).
    func write(_ document: PolicyDocument) async throws(ServiceError) {
        let policy = document.statements.isEmpty ? "" : document.json
        _ = try await transport.call(.setQueueAttributes, input(["Attributes": ["Policy": .string(policy)]]))
    }

    /// SQS knows a queue by the path of its URL, `/ACCOUNT/NAME` (SQS developer guide, "Queue and message identifiers").
    private func input(_ members: [String: Value]) -> Value {
        let domain = Endpoints.domain(of: Stack.AWS(region: queue.region, accountID: queue.account).partition)
        let url = "https://sqs.\(queue.region).\(domain)/\(queue.account)/\(queue.name)"
        return .map(members.merging(["QueueUrl": .string(url)]) { $1 })
    }
}

/// The policy of an SNS topic, which always has one.
struct TopicPolicy: WholePolicy {
    let topic: PolicyHolder
    let transport: any AWSTransport

    var key: String { topic.arn }

    func read() async throws(ServiceError) -> PolicyDocument? {
        let answer: Value
        do throws(ServiceError) {
            answer = try await transport.call(.getTopicAttributes, ["TopicArn": .string(topic.arn)])
        } catch {
            if error.reason == .notFound { return nil }
            throw error
        }
        return try .read(answer["Attributes"]?["Policy"], .getTopicAttributes, of: topic)
    }

    func write(_ document: PolicyDocument) async throws(ServiceError) {
        let document = document.statements.isEmpty ? Self.initial(topic) : document
        _ = try await transport.call(
            .setTopicAttributes, ["TopicArn": .string(topic.arn), "AttributeName": "Policy", "AttributeValue": .string(document.json)])
    }

    /// A topic can't be without a policy: what remains is the one that it was made with (SNS developer guide, "Default policy").
    private static func initial(_ topic: PolicyHolder) -> PolicyDocument {
        let actions = [
            "AddPermission", "DeleteTopic", "GetTopicAttributes", "ListSubscriptionsByTopic", "Publish", "RemovePermission",
            "SetTopicAttributes", "Subscribe",
        ]
        var document = PolicyDocument.empty
        document.put([
            "Sid": "__default_statement_ID", "Effect": "Allow", "Principal": ["AWS": "*"],
            "Action": .list(actions.map { .string("SNS:\($0)") }), "Resource": .string(topic.arn),
            "Condition": ["StringEquals": ["AWS:SourceOwner": .string(topic.account)]],
        ])
        return document
    }
}
