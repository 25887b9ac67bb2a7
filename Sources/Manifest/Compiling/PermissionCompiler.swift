import Model
import OrderedCollections

/// What one target needs of the policies of others: which let EventBridge in, and how far.
struct TargetGrants {
    /// The target's own, where it is let in by a policy, and its dead-letter queue's.
    var holders: [(holder: PolicyHolder, isDeadLetterQueue: Bool)]
    var policy: RuleSpec.PermissionPolicy

    static let none = TargetGrants(holders: [], policy: .none)
}

extension Compiler {
    /// - Parameter settings: the target's, those of the stack's defaults included.
    func grants(_ target: TargetSpec, of rule: RuleSpec, settings: [String: Value]) -> TargetGrants {
        let policy = target.permission?.value ?? rule.permission?.value ?? defaultPermission
        guard policy != .none else { return .none }
        let deadLetterQueue = settings["deadLetterConfig"]?["arn"]?.string
        let holders = [(target.arn?.value, false), (deadLetterQueue, true)].compactMap { arn, isDeadLetterQueue in
            arn.flatMap(PolicyHolder.init).map { (holder: $0, isDeadLetterQueue: isDeadLetterQueue) }
        }
        // The policy of a resource in another account is that account's; a dead-letter queue must be an SQS queue of this one.
        return TargetGrants(holders: holders.filter { !hasStack || $0.holder.isIn(stack.aws) }, policy: policy)
    }

    /// The statements that a target needs. Two targets of a rule that lead to one function need the same.
    func permissions(_ grants: TargetGrants, _ target: Located<String>, of rule: Address, on bus: RuleSource) -> [DesiredResource] {
        grants.holders.map { holder, isDeadLetterQueue in
            switch grants.policy {
            case .perBus, .none:
                permission(
                    .permission(ofBus: bus.name, holder: holder.arn), PolicyGrant(holder, source: bus.allRules, stack: stack.mark), target)
            case .perRule:
                permission(
                    Address(.permission, rule.name, part: target.value + (isDeadLetterQueue ? ":deadLetterConfig" : "")),
                    PolicyGrant(holder, source: bus.rule, stack: stack.mark), target, after: [rule])
            }
        }
    }

    private func permission(_ address: Address, _ grant: PolicyGrant, _ target: Located<String>, after rules: Set<Address> = [])
        -> DesiredResource
    {
        DesiredResource(
            address: address, identity: grant.identity, attributes: grant.attributes, dependencies: rules, place: target.place)
    }
}

/// Whom a policy sees when a rule hands something over: the rule, as `aws:SourceArn` (service authorization reference, EventBridge).
struct RuleSource {
    var name: String
    /// `…:rule/NAME` on the default bus, `…:rule/BUS/NAME` elsewhere.
    var rule: String
    /// The wildcard for every rule of the bus; that of the default bus, whose rules' ARNs name no bus, takes in all rules of account and region.
    var allRules: String

    init(_ aws: Stack.AWS, bus: String, rule: String) {
        let rules = "arn:\(aws.partition):events:\(aws.region):\(aws.accountID):rule/" + (bus == RuleBus.defaultName ? "" : bus + "/")
        name = bus
        self.rule = rules + rule
        allRules = rules + "*"
    }
}
