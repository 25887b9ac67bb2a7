internal import Model

/// Puts statements into functions' policies and takes them out.
struct PermissionWriter {
    let transport: any AWSTransport

    func perform(_ operation: Operation) async throws(ServiceError) -> [String: Value] {
        guard let function = FunctionARN(operation.identity.scope) else {
            throw ServiceError(
                .invalid, system: .aws, operation: AWSOperation.addPermission.name,
                summary: "\(operation.identity.scope) is no ARN of a Lambda function")
        }
        switch operation.action {
        case .create:
            try await add(operation, to: function)
        case .update:
            try await replace(operation, on: function)
        case .delete:
            try await remove(operation.identity.name, from: function)
            if let rule = operation.live?.attributes["sourceArn"]?.string {
                try await FormerFunctions(transport: transport).forget(operation.identity.name, on: rule)
            }
        }
        return [:]
    }

    /// AddPermission is no upsert. The new statement comes first, so that no event is dropped between the two; only where both bear the
    /// same Sid that can't be.
    private func replace(_ operation: Operation, on function: FunctionARN) async throws(ServiceError) {
        let former = operation.live?.identity.name
        if former == operation.identity.name { try await remove(operation.identity.name, from: function) }
        try await add(operation, to: function)
        if let former, former != operation.identity.name { try await remove(former, from: function) }
    }

    private func add(_ operation: Operation, to function: FunctionARN) async throws(ServiceError) {
        let fields = operation.attributes
        let statement: [String: Value?] = [
            "StatementId": .string(operation.identity.name), "Action": fields["action"], "Principal": fields["principal"],
            "SourceArn": fields["sourceArn"],
        ]
        do throws(ServiceError) {
            _ = try await transport.call(.addPermission, FunctionPolicies.input(function, and: statement.compactMapValues { $0 }))
        } catch {
            var error = error
            if error.reason == .conflict, try await exists(operation, on: function) { return }
            if error.reason == .notFound { error.fix = "create \(function) first, or correct the target's arn" }
            throw error
        }
    }

    /// A call that is made again finds what its first attempt has made.
    private func exists(_ operation: Operation, on function: FunctionARN) async throws(ServiceError) -> Bool {
        try await FunctionPolicies(transport: transport).statements(on: function)
            .contains { $0.attributes(on: function) == operation.attributes }
    }

    private func remove(_ sid: String, from function: FunctionARN) async throws(ServiceError) {
        do throws(ServiceError) {
            _ = try await transport.call(.removePermission, FunctionPolicies.input(function, and: ["StatementId": .string(sid)]))
        } catch {
            if error.reason != .notFound { throw error }
        }
    }
}
