internal import Model

/// On what each operation is called for a set of manifests (Service Authorization Reference: which actions take which resources).
struct AccessNeeds {
    static let passing = "iam:PassRole"

    private let stack: Stack
    private let buses: Set<String>
    /// Buses that the set makes, each for the partner event source of its name.
    private let made: Set<String>
    private let holders: Set<PolicyHolder>
    private let roles: Set<String>

    init(_ desired: DesiredState) {
        stack = desired.stack
        made = Set(desired.resources(.eventBus).map(\.identity.name))
        buses = made.union(desired.resources(.rule).map(\.identity.scope))
        let targets = desired.resources(.target).map(\.attributes)
        // Also those that `permission: none` leaves to others: a statement from before may be in them.
        holders = Set(desired.resources(.permission).compactMap { PolicyHolder($0.identity.scope) })
            .union(targets.flatMap(PolicyHolder.of).filter { $0.isIn(desired.stack.aws) })
        roles = Set((targets + desired.resources(.rule).map(\.attributes)).compactMap { $0["roleArn"]?.string })
    }

    /// Each permission that an operation takes, with the resources that it takes it on; without a resource it isn't called.
    func permissions(of operation: AWSOperation) -> [(permission: String, resources: Set<String>)] {
        let resources = resources(of: operation)
        var permissions = operation.permissions.map { ($0, resources) }
        // Whoever hands a role to a service must be allowed to (IAM User Guide, "Granting a user permissions to pass a role").
        if [.putTargets, .putRule].contains(operation) { permissions.append((Self.passing, roles)) }
        return permissions
    }

    private func resources(of operation: AWSOperation) -> Set<String> {
        switch operation {
        case .getResources, .listRules, .getCallerIdentity: ["*"]
        // Only `reconcile test --live` asks it.
        case .testEventPattern: []
        case .listTargetsByRule, .listTagsForResource, .putRule, .deleteRule, .putTargets, .removeTargets, .untagResource: rules
        case .tagResource: rules.union(made.map(bus))
        case .describeEventSource: Set(made.map { "arn:\(stack.aws.partition):events:\(stack.aws.region)::event-source/\($0)" })
        case .createEventBus, .deleteEventBus: Set(made.map(bus))
        case .getPolicy, .addPermission, .removePermission: arns(.lambda)
        case .getQueueAttributes, .setQueueAttributes: arns(.sqs)
        case .getTopicAttributes, .setTopicAttributes: arns(.sns)
        case .describeResourcePolicies, .putResourcePolicy, .deleteResourcePolicy: arns(.logs).isEmpty ? [] : ["*"]
        case .getRole, .simulatePrincipalPolicy: roles.filter { RoleARN($0)?.account == stack.aws.accountID }
        default: []
        }
    }

    /// Rules that are declared no more are deleted as well: all of a bus. Those of the default bus bear no bus in their ARNs.
    private var rules: Set<String> {
        let prefix = "arn:\(stack.aws.partition):events:\(stack.aws.region):\(stack.aws.accountID):rule/"
        guard !buses.contains(RuleARN.defaultBus) else { return [prefix + "*"] }
        return Set(buses.map { "\(prefix)\($0)/*" })
    }

    private func bus(_ name: String) -> String { LiveBus.arn(stack.aws, name) }

    /// The policy of a version or alias is its function's to IAM, or its own.
    private func arns(_ service: PolicyHolder.Service) -> Set<String> {
        Set(holders.filter { $0.service == service }.flatMap { [$0.arn, $0.unqualifiedARN] })
    }
}
