import Model

/// EventBridge's targets (EventBridge API reference: `PutTargets`, `RemoveTargets`, `ListTargetsByRule`).
enum TargetOperations {
    private static let rule = Field.string("Rule", 1...64, .name, required: true)
    /// The service model says 100, the service itself takes ten entries a call.
    private static let entriesPerCall = 1...10
    private static let targetsPerRule = 5

    static let all = [
        AWSOperation(
            .events, "PutTargets", .mutates, [rule, .busNameOrARN, .list("Targets", entriesPerCall, required: true)], run: putTargets),
        AWSOperation(
            .events, "RemoveTargets", .mutates, [rule, .busNameOrARN, .list("Ids", entriesPerCall, required: true)],
            run: removeTargets),
        AWSOperation(.events, "ListTargetsByRule", .reads, [rule, .busNameOrARN, .nextToken, .limit], run: listTargetsByRule),
    ]

    /// Adds targets or replaces those of the same Id. A bad entry fails alone, in a 200; a sixth target fails the whole call.
    private static func putTargets(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let entries = call.list("Targets").map { $0.map ?? [:] }
        try TargetCheck.constraints(entries)
        let name = call.required("Rule")
        let (bus, rule) = try state.changeableRule(name, bus: call.string("EventBusName"))
        var targets = rule.targets
        var failures: [Value] = []
        for entry in entries {
            let id = entry["Id"]?.string ?? ""
            if let message = TargetCheck.problem(entry) {
                failures.append(failure(id, code: "ValidationException", message))
            } else {
                targets[id] = Document(.map(entry).keepingRole(of: targets[id]?.value))
            }
        }
        guard targets.count <= targetsPerRule else { throw .limitExceeded }
        state.eventBuses[bus]?.rules[name]?.targets = targets
        return result(failures)
    }

    private static func removeTargets(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let name = call.required("Rule")
        let (bus, rule) = try state.changeableRule(name, bus: call.string("EventBusName"), force: call.bool("Force"))
        var failures: [Value] = []
        for id in call.list("Ids").compactMap(\.string) {
            if rule.targets[id] == nil {
                failures.append(
                    failure(id, code: "ResourceNotFoundException", "Rule '\(name)' does not have a target with the Id '\(id)'."))
            }
            state.eventBuses[bus]?.rules[name]?.targets[id] = nil
        }
        return result(failures)
    }

    /// A rule that was just put may not be found yet.
    private static func listTargetsByRule(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let name = call.required("Rule")
        let (bus, rule) = try state.rule(name, bus: call.string("EventBusName"))
        guard call.lists(rule.createdAt) else { throw .missingRule(name, bus: bus) }
        let page = try Page(rule.targets, limit: call.integer("Limit") ?? 100, token: call.string("NextToken"))
        return .present(["Targets": .list(page.items.map(\.value)), "NextToken": .string(page.nextToken)])
    }

    private static func failure(_ id: String, code: String, _ message: String) -> Value {
        ["TargetId": .string(id), "ErrorCode": .string(code), "ErrorMessage": .string(message)]
    }

    private static func result(_ failures: [Value]) -> Value {
        ["FailedEntryCount": .integer(failures.count), "FailedEntries": .list(failures)]
    }
}

extension Value {
    /// A put without a role leaves the role that a bus target already has (Terraform AWS provider, `aws_cloudwatch_event_target`).
    fileprivate func keepingRole(of former: Value?) -> Value {
        guard var members = map, members["RoleArn"] == nil, let role = former?["RoleArn"], let arn = members["Arn"]?.string,
            arn == former?["Arn"]?.string, arn.contains(":event-bus/")
        else { return self }
        members["RoleArn"] = role
        return .map(members)
    }
}
