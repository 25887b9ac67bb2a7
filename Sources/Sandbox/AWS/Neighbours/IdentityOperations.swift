import Model

/// Who the caller is, what a role trusts, and what it may do (STS API reference: `GetCallerIdentity`; IAM API reference: `GetRole`,
/// `SimulatePrincipalPolicy`).
enum IdentityOperations {
    static let all = [
        AWSOperation(.sts, "GetCallerIdentity", .reads) { _, _ throws(AWSError) in
            [
                "Account": .string(SandboxIdentity.accountID), "UserId": "AIDASANDBOX0EXAMPLE0", "Arn": .string(ARN.user),
            ]
        },
        AWSOperation(.iam, "GetRole", .reads) { state, call throws(AWSError) in
            let name = call.required("RoleName")
            guard let role = state.roles[name] else {
                throw AWSError(code: "NoSuchEntity", message: "The role with name \(name) cannot be found.", status: 404)
            }
            let document = role.assumeRolePolicyDocument.value.json
            return [
                "Role": [
                    "RoleName": .string(name), "Arn": .string(ARN.role(name)), "Path": "/", "RoleId": "AROASANDBOX0EXAMPLE0",
                    "CreateDate": "2025-01-01T00:00:00Z",
                    "AssumeRolePolicyDocument": .string(document.percentEncoded),
                ]
            ]
        },
        AWSOperation(.iam, "SimulatePrincipalPolicy", .reads) { state, call throws(AWSError) in
            let arn = call.required("PolicySourceArn")
            guard let role = state.roles.first(where: { ARN.role($0.key) == arn })?.value else {
                throw AWSError(code: "NoSuchEntity", message: "\(arn) does not exist.", status: 404)
            }
            let results = call.list("ActionNames").compactMap(\.string).flatMap { action in
                call.list("ResourceArns").compactMap(\.string).map { resource -> Value in
                    [
                        "EvalActionName": .string(action), "EvalResourceName": .string(resource),
                        "EvalDecision": .string(role.decision(action, resource)),
                    ]
                }
            }
            return ["EvaluationResults": ["member": .list(results)], "IsTruncated": "false"]
        },
    ]
}

extension Role {
    /// As IAM decides without conditions (IAM User Guide, "Policy evaluation logic").
    fileprivate func decision(_ action: String, _ resource: String) -> String {
        let statements = policies.flatMap { $0["Statement"]?.list ?? [] }.filter { statement in
            Self.texts(statement["Action"]).contains { Self.matches(action.lowercased(), $0.lowercased()) }
                && Self.texts(statement["Resource"]).contains { Self.matches(resource, $0) }
        }
        if statements.contains(where: { $0["Effect"] == "Deny" }) { return "explicitDeny" }
        return statements.contains { $0["Effect"] == "Allow" } ? "allowed" : "implicitDeny"
    }

    private static func texts(_ value: Value?) -> [String] { value?.strings ?? value?.string.map { [$0] } ?? [] }

    /// `*` stands for any characters.
    private static func matches(_ text: String, _ pattern: String) -> Bool {
        let literals = pattern.split(separator: "*", omittingEmptySubsequences: false)
        guard let first = literals.first, let last = literals.last, text.hasPrefix(first) else { return false }
        guard literals.count > 1 else { return text == pattern }
        var rest = text.dropFirst(first.count)
        for literal in literals.dropFirst().dropLast() where !literal.isEmpty {
            guard let range = rest.firstRange(of: literal) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.hasSuffix(last)
    }
}
