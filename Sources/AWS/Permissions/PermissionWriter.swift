internal import Cloud
internal import Model

/// Puts statements into policies and takes them out: into a function's one by one, into all others' together.
struct PermissionWriter {
    typealias Outcome = [Address: Result<[String: Value], ServiceError>]

    let transport: any AWSTransport
    let journal: PolicyJournal

    func perform(_ operations: [Operation]) async -> Outcome {
        let byPolicy = Dictionary(grouping: operations) { PolicyHolder($0.identity.scope) }
        let outcomes = await sideBySide(byPolicy.sorted { ($0.key?.arn ?? "") < ($1.key?.arn ?? "") }) { holder, operations in
            await perform(operations, on: holder)
        }
        return outcomes.reduce(into: Outcome()) { $0.merge($1) { $1 } }
    }

    private func perform(_ operations: [Operation], on holder: PolicyHolder?) async -> Outcome {
        guard let holder, let first = operations.first else {
            return Self.outcome(operations) { .failure(.withoutPolicy($0)) }
        }
        let policy: any WholePolicy
        switch holder.service {
        case .lambda:
            let function = FunctionPolicy(function: holder, transport: transport)
            let results = await sideBySide(operations) { operation in
                await result { () throws(ServiceError) in
                    // Of additions to a function's policies that meet some are lost (hashicorp/terraform-provider-aws, `aws_lambda_permission`:
                    // "a bug in the API (reported and acknowledged by AWS)").
                    try await journal.inTurn(holder.unqualifiedARN) { () async throws(ServiceError) in
                        try await function.perform(operation)
                    }
                    try await forget(operation)
                    return [String: Value]()
                }
            }
            return Dictionary(zip(operations.map(\.address), results), uniquingKeysWith: { first, _ in first })
        case .sqs: policy = QueuePolicy(queue: holder, transport: transport)
        case .sns: policy = TopicPolicy(topic: holder, transport: transport)
        case .logs: policy = LogsPolicy(first.stack, transport: transport)
        }
        let written = await result { () throws(ServiceError) in try await write(operations, into: policy, of: holder) }
        guard case .success = written else { return Self.outcome(operations) { _ in written.map { [:] } } }
        let forgotten = await sideBySide(operations) { operation in
            await result { () throws(ServiceError) in
                try await forget(operation)
                return [String: Value]()
            }
        }
        return Dictionary(zip(operations.map(\.address), forgotten), uniquingKeysWith: { first, _ in first })
    }

    private func write(_ operations: [Operation], into policy: any WholePolicy, of holder: PolicyHolder) async throws(ServiceError) {
        guard let stack = operations.first?.stack else { return }
        var changes: [String: Value?] = [:]
        for operation in operations {
            let statement = operation.action == .delete ? nil : PolicyGrant(operation.identity, operation.attributes)?.wire
            changes.updateValue(statement, forKey: operation.identity.name)
        }
        do throws(ServiceError) {
            try await journal.change(policy, changes) { $0.fitted(to: holder, stack) }
        } catch {
            var error = error
            if error.reason == .notFound { error.fix = "create \(holder) first, or correct the target's arn" }
            throw error
        }
    }

    /// A rule remembers where its statements are until they are gone.
    private func forget(_ operation: Operation) async throws(ServiceError) {
        guard operation.action == .delete, let source = operation.live?.attributes["sourceArn"]?.string else { return }
        try await FormerHolders(transport: transport).forget(operation.identity.name, of: source)
    }

    private static func outcome(
        _ operations: [Operation], _ result: (Operation) -> Result<[String: Value], ServiceError>
    ) -> Outcome {
        Dictionary(operations.map { ($0.address, result($0)) }, uniquingKeysWith: { first, _ in first })
    }
}

extension ServiceError {
    fileprivate static func withoutPolicy(_ operation: Operation) -> ServiceError {
        ServiceError(
            .invalid, system: .aws, operation: operation.action.rawValue,
            summary: "\(operation.identity.scope) is no ARN of a function, queue, topic or log group")
    }
}
