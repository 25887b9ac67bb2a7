internal import Model

/// Reads the policies of functions, queues, topics and log groups.
struct PolicyReader {
    let transport: any AWSTransport

    /// The policy by which a holder lets others in; of a log group the stack's own. `nil` where there is none.
    func policy(of holder: PolicyHolder, _ stack: StackMark) async throws(ServiceError) -> PolicyDocument? {
        switch holder.service {
        case .lambda: try await FunctionPolicy(function: holder, transport: transport).read()
        case .sqs: try await QueuePolicy(queue: holder, transport: transport).read()
        case .sns: try await TopicPolicy(topic: holder, transport: transport).read()
        case .logs: try await LogsPolicy(stack, transport: transport).read()
        }
    }

    /// The statements that have a Sid; of a log group those in the stack's own policy that are about it.
    func statements(of holder: PolicyHolder, _ stack: StackMark) async throws(ServiceError) -> [PolicyStatement] {
        try await policy(of: holder, stack)?.statements(about: holder) ?? []
    }
}

extension PolicyDocument {
    /// The policy of log groups is one for many.
    func statements(about holder: PolicyHolder) -> [PolicyStatement] {
        guard holder.service == .logs else { return statements(of: holder) }
        return statements.filter { $0["Resource"]?.string == holder.resource || $0["Resource"]?.strings == [holder.resource] }
            .compactMap { PolicyStatement($0, of: holder) }
    }
}
