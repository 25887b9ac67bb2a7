public import Model
internal import Routing

/// A plan as JSON: what `--output json` prints and `--out` saves.
///
/// Names are Terraform's where it has them (`terraform show -json`, plan representation), so that policies written for its plans carry over. A
/// newer minor version only adds members; a newer major version is refused.
public enum PlanDocument {
    public static let formatVersion = "1.0"

    /// The document's canonical JSON: sorted keys, two spaces, a final newline.
    public static func text(_ plan: Plan) -> String { value(plan).prettyJSON + "\n" }

    public static func value(_ plan: Plan) -> Value {
        var members = members(of: plan)
        if !plan.selection.isEmpty { members["selection"] = plan.selection.document }
        members["base"] = plan.base.map(Value.string)
        members["fingerprint"] = .string(fingerprint(members))
        return .map(members)
    }

    /// What tells one plan from another: SHA-256, in hexadecimal, as the document has it.
    public static func fingerprint(_ plan: Plan) -> String { value(plan)["fingerprint"]?.string ?? "" }

    /// SHA-256 over the canonical JSON of all other members, in hexadecimal.
    static func fingerprint(_ members: [String: Value]) -> String {
        Digest.sha256(Value.map(members.filter { $0.key != "fingerprint" }).json)
    }

    private static func members(of plan: Plan) -> [String: Value] {
        let impacts = Dictionary(plan.impacts.map { ($0.rule, $0) }, uniquingKeysWith: { first, _ in first })
        return [
            "format_version": .string(formatVersion),
            "stack": plan.stack.document,
            "manifests": .string(plan.manifests),
            "declared": .number(Number(plan.declared)),
            "owned": .number(Number(plan.owned)),
            "resource_changes": .list(plan.changes.map { $0.document(impacts[$0.address]) }),
            "deferred_changes": .list(plan.deferred.map(\.document)),
            "diagnostics": .list(plan.diagnostics.map(\.document)),
            "refusals": .list(plan.refusals.map(\.document)),
        ]
    }
}

extension Selection {
    fileprivate var document: Value {
        ["only": .list(only.map { .string($0.description) }), "exclude": .list(excluded.map { .string($0.description) })]
    }
}

extension DeferredChange {
    fileprivate var document: Value { ["reason": .string(reason.rawValue), "resource_change": change.document(nil)] }
}

/// A map without what is absent.
func document(_ members: [String: Value?]) -> Value { .map(members.compactMapValues { $0 }) }

extension Change {
    fileprivate func document(_ impact: RoutingImpact?) -> Value {
        let unknown = UnknownLeaves(after ?? [:])
        return Planning.document([
            "address": .string(address.description),
            "type": .string(identity.terraformType),
            "name": .string(address.name),
            "mode": lifecycle.manage == .reference ? "data" : "managed",
            "change": Planning.document([
                "actions": actions,
                "before": before.map(Value.map) ?? .null,
                "after": after == nil ? .null : unknown.known,
                "after_unknown": unknown.marks,
                "importing": importing.map { ["id": .string($0)] },
            ]),
            "unknown_references": unknown.isEmpty ? nil : unknown.references,
            "action_reason": reason.map { .string($0.rawValue) },
            "origin": origin.map { .string($0.rawValue) },
            "identity": ["scope": .string(identity.scope), "name": .string(identity.name)],
            "lifecycle": lifecycle.document,
            "routing_impact": ImpactDocument(relation: patternRelation, impact: impact).document,
            "depends_on": dependencies.isEmpty ? nil : .list(dependencies.sorted().map { .string($0.description) }),
            "live": live?.document,
            "manifest": place?.document,
            "precondition": .string(Precondition(live).description),
        ])
    }
}

extension Change {
    /// As Terraform says whether the new one is created before the former is deleted; what is planned comes first in either case when it is read.
    private var actions: Value {
        guard isReplacement else { return [.string(action.rawValue)] }
        return address.kind == .eventBus ? ["delete", "create"] : ["create", "delete"]
    }
}

extension Stack {
    var document: Value {
        let maximum: Value? =
            switch maxDeletes {
            case .count(let count): .number(Number(count))
            case .percentage(let percentage): .string("\(percentage)%")
            case nil: nil
            }
        return Planning.document([
            "mark": .string(mark.description),
            "genesys": Planning.document([
                "region": .string(genesys.region), "api": .string(genesys.api.rawValue),
                "organization_id": genesys.organizationID.map(Value.string),
            ]),
            "aws": ["region": .string(aws.region), "account_id": .string(aws.accountID)],
            "max_deletes": maximum,
            "manifest": place?.document,
        ])
    }
}

extension Lifecycle {
    var document: Value {
        Planning.document([
            "manage": .string(manage.rawValue), "shared": .bool(listPolicy == .shared), "adopt": .bool(adopt),
            "protect": .bool(protect), "previous_names": .list(previousNames.sorted().map(Value.string)),
            "ensure": ensure == .absent ? .string(ensure.rawValue) : nil, "force_delete": forceDelete ? true : nil,
            "ignore_changes": ignoreChanges.isEmpty
                ? nil
                : .list(ignoreChanges.map { $0.map(Value.string) }.map(Value.list).sorted { $0.json < $1.json }),
        ])
    }
}

extension LiveObject {
    fileprivate var document: Value {
        Planning.document([
            "id": .string(id), "attributes": .map(attributes), "outputs": .map(outputs), "ownership": ownership.document,
            "occupants": occupants.isEmpty ? nil : .list(occupants.map(Value.string)),
        ])
    }
}

extension Ownership {
    fileprivate var document: Value {
        switch self {
        case .ours(let resource): ["whose": "ours", "resource": .string(resource)]
        case .another(let mark): ["whose": "another", "stack": .string(mark.description)]
        case .unmarked: ["whose": "unmarked"]
        case .shared: ["whose": "shared"]
        case .service(let service): ["whose": "service", "service": .string(service)]
        case .unreadable: ["whose": "unreadable"]
        }
    }
}

extension SourceLocation {
    fileprivate var document: Value {
        ["file": .string(file), "line": .number(Number(line)), "column": .number(Number(column))]
    }
}

extension Diagnostic {
    fileprivate var document: Value {
        Planning.document([
            "severity": .string(severity.rawValue), "code": .string(code), "summary": .string(summary),
            "detail": detail.map(Value.string), "manifest": place?.document, "excerpt": excerpt.map(Value.string),
            "address": address.map { .string($0.description) }, "fix": fix.map(Value.string),
        ])
    }
}
