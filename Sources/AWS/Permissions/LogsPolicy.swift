internal import Model

/// The stack's own among the policies that CloudWatch Logs keeps for an account and region: one for all its log groups, since there may be ten in all
/// (CloudWatch Logs API reference, `PutResourcePolicy`).
struct LogsPolicy: WholePolicy {
    let name: String
    private let transport: any AWSTransport

    init(_ stack: StackMark, transport: any AWSTransport) {
        name = MarkedName.name(stack, hashing: stack.description, digits: 8)
        self.transport = transport
    }

    var key: String { name }

    /// Every policy of the account and region, by its name.
    func readAll() async throws(ServiceError) -> [String: PolicyDocument] {
        let pairs = try await transport.list(.describeResourcePolicies, [:]) { policy -> (String, PolicyDocument)? in
            guard let name = policy["policyName"]?.string, let text = policy["policyDocument"]?.string else { return nil }
            return PolicyDocument(json: text).map { (name, $0) }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    func read() async throws(ServiceError) -> PolicyDocument? { try await readAll()[name] }

    func write(_ document: PolicyDocument) async throws(ServiceError) {
        guard document.statements.isEmpty else {
            _ = try await transport.call(
                .putResourcePolicy, ["policyName": .string(name), "policyDocument": .string(document.json)])
            return
        }
        do throws(ServiceError) {
            _ = try await transport.call(.deleteResourcePolicy, ["policyName": .string(name)])
        } catch {
            if error.reason != .notFound { throw error }
        }
    }
}
