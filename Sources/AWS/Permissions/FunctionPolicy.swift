internal import Model

/// The policy of a function, version or alias: it takes statements one by one.
struct FunctionPolicy {
    let function: PolicyHolder
    let transport: any AWSTransport

    /// `nil` where it has no policy, or where there is no such function.
    func read() async throws(ServiceError) -> PolicyDocument? {
        let answer: Value
        do throws(ServiceError) {
            answer = try await transport.call(.getPolicy, input())
        } catch {
            if error.reason == .notFound { return nil }
            throw error
        }
        return try .read(answer["Policy"], .getPolicy, of: function)
    }

    func perform(_ operation: Operation) async throws(ServiceError) {
        switch operation.action {
        case .create: try await add(operation)
        case .update: try await replace(operation)
        case .delete: try await remove(operation.identity.name)
        }
    }

    /// AddPermission is no upsert. The new statement comes first, so that no event is dropped between the two; only where both bear the
    /// same Sid that can't be.
    private func replace(_ operation: Operation) async throws(ServiceError) {
        let former = operation.live?.identity.name
        if former == operation.identity.name { try await remove(operation.identity.name) }
        try await add(operation)
        if let former, former != operation.identity.name { try await remove(former) }
    }

    private func add(_ operation: Operation) async throws(ServiceError) {
        let fields = operation.attributes
        let statement: [String: Value?] = [
            "StatementId": .string(operation.identity.name), "Action": fields["action"], "Principal": fields["principal"],
            "SourceArn": fields["sourceArn"],
        ]
        let input = input(statement.compactMapValues { $0 })
        do throws(ServiceError) {
            _ = try await transport.call(.addPermission, input)
        } catch {
            var error = error
            if error.reason == .conflict, try await exists(operation) { return }
            if error.reason == .limitExceeded, try await makesRoom(for: operation) {
                _ = try await transport.call(.addPermission, input)
                return
            }
            if error.reason == .notFound { error.fix = "create \(function) first, or correct the target's arn" }
            throw error
        }
    }

    /// Revokes one of the stack's own statements that the new one makes superfluous: all are about of a size.
    ///
    /// - Returns: whether there was one.
    private func makesRoom(for operation: Operation) async throws(ServiceError) -> Bool {
        guard let grant = PolicyGrant(operation.identity, operation.attributes), grant.isForBus, var policy = try await read() else {
            return false
        }
        policy.put(grant.wire)
        guard let superfluous = policy.covered(at: function, operation.stack).min() else { return false }
        try await remove(superfluous)
        return true
    }

    /// A call that is made again finds what its first attempt has made.
    private func exists(_ operation: Operation) async throws(ServiceError) -> Bool {
        try await read()?.statements(of: function).contains { $0.grant.attributes == operation.attributes } ?? false
    }

    private func remove(_ sid: String) async throws(ServiceError) {
        do throws(ServiceError) {
            _ = try await transport.call(.removePermission, input(["StatementId": .string(sid)]))
        } catch {
            if error.reason != .notFound { throw error }
        }
    }

    /// What names the function, version or alias in a request.
    private func input(_ members: [String: Value] = [:]) -> Value {
        var members = members
        members["FunctionName"] = .string(function.unqualifiedARN)
        members["Qualifier"] = function.qualifier.map { .string($0) }
        return .map(members)
    }
}

extension PolicyDocument {
    /// A policy's JSON in an answer.
    static func read(_ text: Value?, _ operation: AWSOperation, of holder: PolicyHolder) throws(ServiceError) -> PolicyDocument {
        guard let document = text?.string.flatMap(PolicyDocument.init(json:)) else {
            throw ServiceError(
                .unexpectedAnswer, system: .aws, operation: operation.name, summary: "the policy of \(holder) can't be understood",
                message: text?.string.map { String($0.prefix(300)) })
        }
        return document
    }
}
