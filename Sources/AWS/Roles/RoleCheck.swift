internal import Cloud
internal import Model

/// Looks at the roles that targets declare: whether EventBridge may assume them, and whether they allow what it does. What can't be read says nothing.
struct RoleCheck: Sendable {
    let stack: Stack
    let transport: any AWSTransport

    /// What is wrong, with each target that a role is declared for.
    func findings(_ desired: DesiredState) async -> [Diagnostic] {
        let rules = Dictionary(
            desired.resources(.rule).map { ($0.address.name, $0.attributes["roleArn"]?.string) }, uniquingKeysWith: { first, _ in first })
        let uses = desired.resources(.target).compactMap { target in
            RoleUse(target.attributes, ruleRole: PolicyHolder.needsNone(target) ? nil : rules[target.address.name] ?? nil)
                .map { (target: target, use: $0) }
        }
        let byRole = Dictionary(grouping: uses, by: \.use.role).sorted { $0.key < $1.key }
        let findings = await sideBySide(byRole) { role, uses in await check(role, uses) }
        return findings.flatMap { $0 }
    }

    private func check(_ role: String, _ uses: [(target: DesiredResource, use: RoleUse)]) async -> [Diagnostic] {
        guard let name = RoleARN(role), name.account == stack.aws.accountID else { return [] }
        let answer = await result { () throws(ServiceError) in try await transport.call(.getRole, ["RoleName": .string(name.name)]) }
        switch answer {
        case .failure(let error):
            guard error.reason == .notFound else { return [] }
            return uses.map { .missing(role, $0.target) }
        case .success(let value):
            if let trust = TrustPolicy(value["Role"]?["AssumeRolePolicyDocument"]), !trust.trustsEventBridge {
                return uses.map { .untrusting(role, $0.target) }
            }
            return await denials(role, uses)
        }
    }

    /// One question for all actions on all resources: the answer has each pair.
    private func denials(_ role: String, _ uses: [(target: DesiredResource, use: RoleUse)]) async -> [Diagnostic] {
        let actions = Set(uses.map(\.use.action)).sorted()
        let resources = Set(uses.map(\.use.resource)).sorted()
        let input: [String: Value] = [
            "PolicySourceArn": .string(role), "ActionNames": .list(actions.map { .string($0) }),
            "ResourceArns": .list(resources.map { .string($0) }),
        ]
        let answer = await result { () throws(ServiceError) in try await transport.call(.simulatePrincipalPolicy, .map(input)) }
        guard case .success(let value) = answer else { return [] }
        let denied = (value["EvaluationResults"]?.list ?? []).filter { ($0["EvalDecision"]?.string ?? "allowed") != "allowed" }
        return uses.filter { use in
            denied.contains { $0["EvalActionName"]?.string == use.use.action && $0["EvalResourceName"]?.string == use.use.resource }
        }.map { .denying($0.use, $0.target) }
    }
}

extension PolicyHolder {
    /// A rule's role is for those of its targets that need one.
    fileprivate static func needsNone(_ target: DesiredResource) -> Bool {
        target.attributes["arn"]?.string.flatMap(PolicyHolder.init) != nil
    }
}

extension Diagnostic {
    private static let code = "role"

    fileprivate static func missing(_ role: String, _ target: DesiredResource) -> Diagnostic {
        Diagnostic(
            .error, code: code, "\(target.address) declares the role \(role), and there is no such role",
            detail: "EventBridge could hand nothing over.", place: target.place, address: target.address,
            fix: "Create the role, or correct `roleArn`")
    }

    fileprivate static func untrusting(_ role: String, _ target: DesiredResource) -> Diagnostic {
        Diagnostic(
            .error, code: code, "\(target.address) declares the role \(role), which EventBridge may not assume",
            detail: "Its trust policy doesn't allow sts:AssumeRole to events.amazonaws.com.", place: target.place, address: target.address,
            fix: "Add events.amazonaws.com to the role's trust policy, or correct `roleArn`")
    }

    fileprivate static func denying(_ use: RoleUse, _ target: DesiredResource) -> Diagnostic {
        Diagnostic(
            .warning, code: code, "\(target.address) declares the role \(use.role), which doesn't allow \(use.action)",
            detail: "IAM's policy simulator denies it on \(use.resource).", place: target.place, address: target.address,
            fix: "Allow \(use.action) on \(use.resource) in a policy of the role")
    }
}
