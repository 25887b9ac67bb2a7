import FoundationEssentials

extension AWSState {
    /// - Parameter nameOrARN: the default bus where there is none.
    func bus(_ nameOrARN: String?) throws(AWSError) -> (name: String, bus: EventBus) {
        let name = ARN.busName(nameOrARN ?? "default")
        guard let bus = eventBuses[name] else { throw .notFound("Event bus \(name) does not exist.") }
        return (name, bus)
    }

    func rule(_ name: String, bus nameOrARN: String?) throws(AWSError) -> (bus: String, rule: Rule) {
        let (busName, bus) = try bus(nameOrARN)
        guard let rule = bus.rules[name] else { throw .missingRule(name, bus: busName) }
        return (busName, rule)
    }

    /// The name and bus of the rule that a call names, where it may be changed.
    ///
    /// - Parameter force: what the caller may say to change an AWS service's rule all the same.
    func changeableRule(_ name: String, bus nameOrARN: String?, force: Bool = false) throws(AWSError) -> (bus: String, rule: Rule) {
        let found = try rule(name, bus: nameOrARN)
        guard found.rule.managedBy == nil || force else { throw .managedRule(name) }
        return found
    }
}

extension AWSError {
    static func missingRule(_ name: String, bus: String) -> AWSError {
        .notFound("Rule \(name) does not exist on EventBus \(bus).")
    }

    /// A rule that an AWS service made (EventBridge API reference, `ManagedRuleException`).
    static func managedRule(_ name: String) -> AWSError {
        AWSError(
            code: "ManagedRuleException", message: "Rule \(name) is managed by an AWS service can only be modified if force is True.")
    }
}

extension Field {
    static let ruleName = Field.string("Name", 1...64, .name, required: true)
    static let busNameOrARN = Field.string("EventBusName", 1...1_600)
    static let nextToken = Field.string("NextToken", 1...2_048)
    static let limit = Field.integer("Limit", 1...100)
}
