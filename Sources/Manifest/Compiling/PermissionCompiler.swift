import Model

extension Compiler {
    /// A statement for each function that the rule's targets invoke, by the function's ARN as the targets give it.
    func permissions(_ declaration: Declaration<RuleSpec>, _ entries: [MapEntry<TargetSpec>], ruleARN: String) -> [String: DesiredResource]
    {
        var permissions: [String: DesiredResource] = [:]
        for entry in entries where isPermitted(entry.value.value, declaration.spec) {
            guard let arn = entry.value.value.arn?.value, permissions[arn] == nil, let function = LambdaFunction(arn) else { continue }
            permissions[arn] = permission(
                Address(.permission, declaration.name.value, part: entry.key.value), function, arn: arn, ruleARN: ruleARN,
                place: entry.key.place)
        }
        return permissions
    }

    private func permission(_ address: Address, _ function: LambdaFunction, arn: String, ruleARN: String, place: SourceLocation)
        -> DesiredResource
    {
        let (action, principal) = ("lambda:InvokeFunction", "events.amazonaws.com")
        let sid = StatementID.sid(stack.mark, function: arn, action: action, principal: principal, sourceARN: ruleARN)
        var attributes: [String: Value] = [
            "functionName": .string(function.arn), "statementId": .string(sid), "action": .string(action), "principal": .string(principal),
            "sourceArn": .string(ruleARN),
        ]
        attributes["qualifier"] = function.qualifier.map { .string($0) }
        return DesiredResource(
            address: address, identity: LiveIdentity(.permission, scope: arn, name: sid), attributes: attributes,
            dependencies: [Address(.rule, address.name)], place: place)
    }
}
