internal import Model

/// Creates, changes and deletes rules.
struct RuleWriter {
    let account: Stack.AWS
    let transport: any AWSTransport

    func perform(_ operation: Operation) async throws(ServiceError) -> [String: Value] {
        let arn = RuleARN(account, bus: operation.identity.scope, name: operation.identity.name)
        switch operation.action {
        case .create:
            try await put(operation, tags: Tags.wanted(operation))
        case .update:
            if operation.attributes.fields != operation.live?.attributes.fields { try await put(operation, tags: nil) }
            try await Tags(transport: transport).converge(operation, arn: arn.description)
        case .delete:
            _ = try await transport.call(.deleteRule, ["Name": .string(arn.name), "EventBusName": .string(arn.bus)])
            return [:]
        }
        return ["arn": .string(arn.description)]
    }

    /// PutRule replaces the whole rule: what is left out becomes AWS's default. Tags it takes only where it creates.
    private func put(_ operation: Operation, tags: [String: String]?) async throws(ServiceError) {
        let fields = operation.attributes
        let input: [String: Value?] = [
            "Name": .string(operation.identity.name), "EventBusName": .string(operation.identity.scope),
            "EventPattern": fields["eventPattern"].map { .string($0.string ?? $0.json) },
            "ScheduleExpression": fields["scheduleExpression"], "State": fields["state"] ?? "ENABLED",
            "Description": fields["description"], "RoleArn": fields["roleArn"], "Tags": tags.map(Tags.wire),
        ]
        _ = try await transport.call(.putRule, .map(input.compactMapValues { $0 }))
    }
}

extension [String: Value] {
    /// What PutRule writes.
    fileprivate var fields: [String: Value] { filter { $0.key != "tags" } }
}
