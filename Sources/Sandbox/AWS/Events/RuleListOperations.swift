import Model

/// EventBridge's lists of rules (EventBridge API reference: `ListRules`, `ListRuleNamesByTarget`).
enum RuleListOperations {
    static let all = [
        AWSOperation(
            .events, "ListRules", .reads, [.string("NamePrefix", 1...64, .name), .busNameOrARN, .nextToken, .limit], run: listRules),
        AWSOperation(
            .events, "ListRuleNamesByTarget", .reads,
            [.string("TargetArn", 1...1_600, required: true), .busNameOrARN, .nextToken, .limit], run: listRuleNamesByTarget),
    ]

    private static func listRules(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let (busName, bus) = try state.bus(call.string("EventBusName"))
        let prefix = call.string("NamePrefix") ?? ""
        let rules = bus.rules.filter { $0.key.hasPrefix(prefix) && call.lists($0.value.createdAt) }
        let named = Dictionary(rules.map { ($0.key, (name: $0.key, rule: $0.value)) }, uniquingKeysWith: { first, _ in first })
        let page = try Page(named, limit: call.integer("Limit") ?? 100, token: call.string("NextToken"))
        return .present([
            "Rules": .list(page.items.map { RuleOperations.summary($0.name, $0.rule, bus: busName) }),
            "NextToken": .string(page.nextToken),
        ])
    }

    private static func listRuleNamesByTarget(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let (_, bus) = try state.bus(call.string("EventBusName"))
        let arn = call.string("TargetArn")
        let names = bus.rules.filter { $0.value.targets.values.contains { $0["Arn"]?.string == arn } }.keys
        let page = try Page(
            Dictionary(names.map { ($0, $0) }, uniquingKeysWith: { first, _ in first }), limit: call.integer("Limit") ?? 100,
            token: call.string("NextToken"))
        return .present(["RuleNames": .list(page.items.map { .string($0) }), "NextToken": .string(page.nextToken)])
    }
}
