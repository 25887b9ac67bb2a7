public import EventPatterns
public import Model
import Parallel

/// A check of what a set of manifests declares, beyond what each manifest says by itself: one file each, whose doc comment is its page in
/// `docs/reference/checks.md`.
protocol Check: SendableMetatype {
    /// Stable: suppressions name it.
    static var id: String { get }
    static var severity: Diagnostic.Severity { get }
    static func findings(in set: CheckedSet) -> [CheckFinding]
}

/// What a check found.
struct CheckFinding {
    var resource: DesiredResource
    /// The attribute at fault, as `DesiredResource.places` knows it.
    var path: String?
    var summary: String
    var detail: String?
    var fix: String?
    /// Where it weighs less than the check's others.
    var severity: Diagnostic.Severity?

    init(
        _ resource: DesiredResource, at path: String? = nil, _ summary: String, detail: String? = nil, fix: String? = nil,
        severity: Diagnostic.Severity? = nil
    ) {
        self.resource = resource
        self.path = path
        self.summary = summary
        self.detail = detail
        self.fix = fix
        self.severity = severity
    }

    /// The attribute's place, or that of the nearest that holds it.
    var place: SourceLocation? {
        var path = path
        while let known = path {
            if let place = resource.places[known] { return place }
            path = known.lastIndex(of: ".").map { String(known[..<$0]) }
        }
        return resource.place
    }
}

public enum Checks {
    static let all: [any Check.Type] = [
        CatchAll.self, ConversationEndInPublic.self, CoordinatesDisagree.self, DisabledRuleWithTargets.self, DottedKeys.self,
        DuplicateDelivery.self, FieldNotInTopic.self, NeedlessRole.self, NeverMatches.self, NoDeadLetterQueue.self, PatternNearQuota.self,
        QueueWithoutRule.self, RuleOnWrongBus.self, RulesNearQuota.self, TargetWithoutPermission.self, TopicNotEmitted.self,
        UnknownQueue.self, ValueNeverOccurs.self, WildcardsOverQuota.self,
    ]

    /// What the checks find, without what the manifests suppress.
    ///
    /// - Parameter patterns: those of rules that have been parsed already; all others are.
    public static func findings(in state: DesiredState, patterns: [Address: WrittenPattern] = [:]) -> [Diagnostic] {
        let set = CheckedSet(state, patterns)
        let found = all.inParts(ofAtLeast: set.isLarge ? 1 : all.count) { checks in
            checks.flatMap { check in check.findings(in: set).map { Diagnostic(check, $0) } }
        }.flatMap(\.self)
        let ignored = Dictionary(grouping: state.ignoredChecks, by: \.check)
        let shown = found.filter { finding in ignored[finding.code]?.contains { $0.covers(finding.code, finding.address) } != true }
        return shown + Suppressions.findings(state.ignoredChecks, among: found) + UnknownBodyFields.findings(in: set)
    }
}

extension Diagnostic {
    fileprivate init(_ check: any Check.Type, _ finding: CheckFinding) {
        self.init(
            finding.severity ?? check.severity, code: check.id, finding.summary, detail: finding.detail, place: finding.place,
            address: finding.resource.address, fix: finding.fix)
    }
}
