import Model
import OrderedCollections

extension Compiler {
    mutating func ignoredChanges(_ queue: QueueSpec) -> Set<[String]> { keys(queue.lifecycle, in: QueueSpec.ignorable) }

    /// What this stack has contributed to the topics goes along with them.
    mutating func ignoredChanges(_ integration: IntegrationSpec) -> Set<[String]> {
        let keys = keys(integration.lifecycle, in: IntegrationSpec.ignorable)
        return keys.contains(["topics"]) ? keys.union([["contributedTopics"]]) : keys
    }

    mutating func ignoredChanges(_ rule: RuleSpec) -> Set<[String]> {
        keys(rule.lifecycle, in: RuleSpec.ignorable) { !$0.value.hasPrefix(Self.targets) }
    }

    /// The fields of each target that the rule's `ignoreChanges` names: `targets.NAME.input`. The names may hold dots themselves.
    mutating func ignoredTargetChanges(_ rule: RuleSpec) -> [String: Set<[String]>] {
        guard let paths = rule.lifecycle?.value.ignoreChanges?.value else { return [:] }
        let names = (rule.targets?.value ?? []).map(\.key.value)
        var found: [String: Set<[String]>] = [:]
        for path in paths where path.value.hasPrefix(Self.targets) {
            let rest = path.value.dropFirst(Self.targets.count)
            guard let name = names.filter({ rest.hasPrefix($0 + ".") }).max(by: { $0.count < $1.count }) else {
                reportUnknownTarget(path, rest, names)
                continue
            }
            if let keys = keys(path, rest.dropFirst(name.count + 1), in: TargetSpec.ignorable) { found[name, default: []].insert(keys) }
        }
        return found
    }

    private static let targets = "targets."

    private mutating func keys(
        _ lifecycle: Located<LifecycleSpec>?, in schema: Schema, where isOwn: (Located<String>) -> Bool = { _ in true }
    ) -> Set<[String]> {
        Set((lifecycle?.value.ignoreChanges?.value ?? []).filter(isOwn).compactMap { keys($0, $0.value[...], in: schema) })
    }

    private mutating func keys(_ path: Located<String>, _ rest: Substring, in schema: Schema) -> [String]? {
        do throws(Schema.NoSuchField) { return try schema.keys(rest) } catch {
            let known = error.known.sorted().map { "`\($0)`" }.joined(separator: ", ")
            findings.report(
                "unknown-field", "`\(path.value.excerpt)` in `spec.lifecycle.ignoreChanges` names no field that can be ignored",
                at: path.place,
                detail: known.isEmpty ? "Nothing within it has a name of its own." : "Known are \(known).",
                fix: error.name == "match"
                    ? "Name `eventPattern`, which `match` becomes." : NearMiss.question(error.name, among: error.known))
            return nil
        }
    }

    private mutating func reportUnknownTarget(_ path: Located<String>, _ rest: Substring, _ names: [String]) {
        let name = String(rest.prefix { $0 != "." })
        let isKnown = names.contains(String(rest))
        findings.report(
            "unknown-field", "`\(path.value.excerpt)` in `spec.lifecycle.ignoreChanges` names no field that can be ignored", at: path.place,
            detail: isKnown
                ? "A target is ignored field by field."
                : "Declared are \(names.isEmpty ? "no targets" : names.sorted().map { "`\($0)`" }.joined(separator: ", ")).",
            fix: isKnown ? "Name one of its fields: `\(path.value).input`." : NearMiss.question(name, among: names))
    }
}

extension Shape {
    /// The fields that are the live object's own, without those that identify it or lead elsewhere.
    fileprivate func fields(_ isIncluded: (String) -> Bool) -> Schema {
        guard case .object(let properties, _) = schema else { return schema }
        return .object(properties.filter { isIncluded($0.name) }, exclusive: [])
    }
}

extension QueueSpec {
    fileprivate static let ignorable = Shape({ QueueSpec() }, QueueSettings.fields).fields { _ in true }
}

extension IntegrationSpec {
    fileprivate static let ignorable = shape.fields(["enabled", "topics"].contains)
}

extension RuleSpec {
    fileprivate static let ignorable = shape.fields(
        ["description", "eventPattern", "scheduleExpression", "state", "roleArn", "tags"].contains)
}

extension TargetSpec {
    fileprivate static let ignorable = shape.fields { !["arn", "permission"].contains($0) }
}
