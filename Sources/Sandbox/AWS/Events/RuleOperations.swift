import Model

/// EventBridge's rules (EventBridge API reference: `PutRule`, `DescribeRule`, `DeleteRule`, `EnableRule`, `DisableRule`).
enum RuleOperations {
    static let all = [
        AWSOperation(
            .events, "PutRule", .mutates,
            [
                .ruleName, .busNameOrARN, .string("EventPattern", 0...4_096), .string("ScheduleExpression", 0...256),
                .choice("State", ["ENABLED", "DISABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"]),
                .string("Description", 0...512), .string("RoleArn", 1...1_600), .list("Tags", 0...50),
            ], run: putRule),
        AWSOperation(.events, "DescribeRule", .reads, [.ruleName, .busNameOrARN], run: describeRule),
        AWSOperation(.events, "DeleteRule", .mutates, [.ruleName, .busNameOrARN], run: deleteRule),
        AWSOperation(.events, "EnableRule", .mutates, [.ruleName, .busNameOrARN]) { state, call throws(AWSError) in
            try setState("ENABLED", &state, call)
        },
        AWSOperation(.events, "DisableRule", .mutates, [.ruleName, .busNameOrARN]) { state, call throws(AWSError) in
            try setState("DISABLED", &state, call)
        },
    ]

    /// Replaces the rule: what the call leaves out is cleared, a missing State means ENABLED. The targets stay, and the tags too: the call's
    /// are only heeded when it makes the rule.
    private static func putRule(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let name = call.required("Name")
        let (busName, bus) = try state.bus(call.string("EventBusName"))
        let former = bus.rules[name]
        guard former?.managedBy == nil else { throw .managedRule(name) }
        try checkTrigger(call, bus: busName)
        guard former != nil || call.list("Tags").isEmpty || call.mayTag else { throw .accessDenied(.events, "TagResource") }
        guard former != nil || bus.rules.count < call.configuration.rulesPerBus else { throw .limitExceeded }
        state.eventBuses[busName]?.rules[name] = Rule(
            eventPattern: call.string("EventPattern"), scheduleExpression: call.string("ScheduleExpression"),
            state: call.string("State") ?? "ENABLED", description: call.string("Description"), roleArn: call.string("RoleArn"),
            tags: former?.tags ?? call.tags("Tags"), targets: former?.targets ?? [:], createdAt: former?.createdAt ?? call.now)
        return ["RuleArn": .string(ARN.rule(name, bus: busName))]
    }

    private static func checkTrigger(_ call: AWSCall, bus: String) throws(AWSError) {
        guard call.string("EventPattern") != nil || call.string("ScheduleExpression") != nil else {
            throw .validation("Parameter(s) EventPattern or ScheduleExpression must be specified.")
        }
        if let pattern = call.string("EventPattern") { try EventPatternCheck.validate(pattern) }
        guard let schedule = call.string("ScheduleExpression") else { return }
        guard bus == "default" else { throw .validation("ScheduleExpression is supported only on the default event bus.") }
        guard schedule.hasSuffix(")"), schedule.hasPrefix("rate(") || schedule.hasPrefix("cron(") else {
            throw .validation("Parameter ScheduleExpression is not valid.")
        }
    }

    private static func describeRule(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let name = call.required("Name")
        let (bus, rule) = try state.rule(name, bus: call.string("EventBusName"))
        return summary(name, rule, bus: bus, ["CreatedBy": .string(SandboxIdentity.accountID)])
    }

    /// Refused while targets stand; deleting what doesn't exist succeeds.
    private static func deleteRule(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let name = call.required("Name")
        let (busName, bus) = try state.bus(call.string("EventBusName"))
        guard let rule = bus.rules[name] else { return .null }
        guard rule.managedBy == nil || call.bool("Force") else { throw .managedRule(name) }
        guard rule.targets.isEmpty else { throw .validation("Rule can't be deleted since it has targets.") }
        state.eventBuses[busName]?.rules[name] = nil
        return .null
    }

    private static func setState(_ value: String, _ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let name = call.required("Name")
        let (bus, _) = try state.changeableRule(name, bus: call.string("EventBusName"))
        state.eventBuses[bus]?.rules[name]?.state = value
        return .null
    }

    /// A rule as `DescribeRule` and `ListRules` show it.
    static func summary(_ name: String, _ rule: Rule, bus: String, _ more: [String: Value] = [:]) -> Value {
        let members: [String: Value?] = [
            "Name": .string(name), "Arn": .string(ARN.rule(name, bus: bus)), "EventBusName": .string(bus),
            "State": .string(rule.state), "EventPattern": .string(rule.eventPattern),
            "ScheduleExpression": .string(rule.scheduleExpression), "Description": .string(rule.description),
            "RoleArn": .string(rule.roleArn), "ManagedBy": .string(rule.managedBy),
        ]
        return .present(members.merging(more.mapValues { $0 }) { $1 })
    }
}

extension AWSCall {
    /// Making a rule with tags needs the permission to tag as well (EventBridge API reference, `PutRule`).
    fileprivate var mayTag: Bool { !configuration.deniedOperations.contains("events.TagResource") }
}
