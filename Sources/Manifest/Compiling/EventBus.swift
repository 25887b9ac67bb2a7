import Model
import OrderedCollections

/// The bus that a rule sits on.
struct RuleBus {
    var name: String
    /// What `match` compares an event's source with.
    var source: String
    /// The bus, where this set declares it.
    var address: Address?

    static let defaultName = "default"
}

extension Compiler {
    /// `nil` where it can't be told, which has been reported.
    mutating func bus(_ declaration: Declaration<RuleSpec>) -> RuleBus? {
        let spec = declaration.spec
        if let name = spec.eventBusName { return namedBus(name, spec) }
        if let schedule = spec.scheduleExpression {
            if let integration = spec.integration { reportScheduleElsewhere(schedule, integration.place) }
            return RuleBus(name: RuleBus.defaultName, source: "")
        }
        guard let integration = integration(declaration) else { return nil }
        guard let source = stack.eventSource(integration.spec) else { return nil }
        guard stack.genesys.api == .public else { return RuleBus(name: RuleBus.defaultName, source: source) }
        return RuleBus(name: source, source: source, address: Address(.eventBus, integration.name.value))
    }

    private mutating func namedBus(_ name: Located<String>, _ spec: RuleSpec) -> RuleBus {
        if let schedule = spec.scheduleExpression, name.value != RuleBus.defaultName { reportScheduleElsewhere(schedule, name.place) }
        let owner = stack.genesys.api == .public ? set.integrations.values.first { stack.eventSource($0.spec) == name.value } : nil
        if let owner, owner.spec.lifecycle.isAbsent, !spec.lifecycle.isAbsent {
            findings.reportAbsent(.integration, Located(value: owner.name.value, place: name.place))
        }
        let source = stack.genesys.api == .public ? name.value : "genesys.cloud"
        if hasStack, let match = spec.match, stack.genesys.api == .public, !name.value.hasPrefix("aws.partner/genesys.com/") {
            findings.report(
                "no-event-source", "`match` can't tell the event source of bus `\(name.value)`", at: match.place,
                detail: "It is the name of a Genesys Cloud partner bus.",
                fix: "Name the `integration` instead of the bus, or use `eventPattern`.")
        }
        return RuleBus(name: name.value, source: source, address: owner.map { Address(.eventBus, $0.name.value) })
    }

    private mutating func integration(_ declaration: Declaration<RuleSpec>) -> Declaration<IntegrationSpec>? {
        let mayBeAbsent = declaration.spec.lifecycle.isAbsent
        if let name = declaration.spec.integration {
            if let found = set.integrations[name.value] {
                if found.spec.lifecycle.isAbsent, !mayBeAbsent { findings.reportAbsent(.integration, name) }
                return found
            }
            reportDangling(name, .integration, among: set.integrations.keys)
            return nil
        }
        let present = set.integrations.values.filter { !$0.spec.lifecycle.isAbsent }
        let candidates = present.isEmpty ? Array(set.integrations.values) : present
        if candidates.count == 1, let only = candidates.first {
            if present.isEmpty, !mayBeAbsent {
                findings.reportAbsent(.integration, Located(value: only.name.value, place: declaration.place))
            }
            return only
        }
        guard isWhole, declaration.isSound else { return nil }
        let names = set.integrations.keys.map { "`\($0)`" }.joined(separator: ", ")
        findings.report(
            names.isEmpty ? "no-bus" : "ambiguous-reference",
            names.isEmpty ? "it can't be told which bus the rule sits on" : "the rule must say which integration's events it picks",
            at: declaration.place, detail: names.isEmpty ? "The set declares no Integration." : "Declared are \(names).",
            fix: names.isEmpty ? "Declare an Integration, or name the bus: `eventBusName: default`." : "Add `integration: NAME` to `spec`.")
        return nil
    }

    private mutating func reportScheduleElsewhere(_ schedule: Located<String>, _ place: SourceLocation) {
        findings.report(
            "schedule-bus", "a schedule fires on the default bus only", at: place,
            detail: "`scheduleExpression` is given at \(schedule.place).", fix: "Remove this key.")
    }
}
