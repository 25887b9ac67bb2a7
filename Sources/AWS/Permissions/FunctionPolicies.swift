internal import Model

/// Reads the resource policies of functions.
struct FunctionPolicies {
    let transport: any AWSTransport

    /// The statements on a function, version or alias; none where it has no policy, or where there is no such function.
    func statements(on function: FunctionARN) async throws(ServiceError) -> [PolicyStatement] {
        let answer: Value
        do throws(ServiceError) {
            answer = try await transport.call(.getPolicy, Self.input(function))
        } catch {
            if error.reason == .notFound { return [] }
            throw error
        }
        guard let statements = answer["Policy"]?.string.flatMap(PolicyStatement.statements) else {
            throw ServiceError(
                .unexpectedAnswer, system: .aws, operation: AWSOperation.getPolicy.name,
                summary: "the policy of \(function) can't be understood", message: answer["Policy"]?.string.map { String($0.prefix(300)) })
        }
        return statements
    }

    /// What names a function, version or alias in a request.
    static func input(_ function: FunctionARN, and members: [String: Value] = [:]) -> Value {
        var members = members
        members["FunctionName"] = .string(function.function)
        members["Qualifier"] = function.qualifier.map { .string($0) }
        return .map(members)
    }
}
