import Model

/// `Rule`: an EventBridge rule with its targets. Declared whole: a field left out means AWS's default.
struct RuleSpec: Sendable {
    var forEach: Located<ForEachSpec>?
    var name: Located<String>?
    var description: Located<String>?
    var integration: Located<String>?
    var eventBusName: Located<String>?
    var match: Located<MatchSpec>?
    var eventPattern: Located<DeclaredPattern>?
    var scheduleExpression: Located<String>?
    var state: Located<String>?
    var roleArn: Located<String>?
    var tags: Located<[MapEntry<String>]>?
    var permission: Located<PermissionPolicy>?
    var targets: Located<[MapEntry<TargetSpec>]>?
    var targetsPolicy: Located<TargetsPolicy>?
    var lifecycle: Located<LifecycleSpec>?

    enum TargetsPolicy: String, CaseIterable, Sendable {
        case exclusive
        case shared
    }

    /// How EventBridge is let in by the policies of targets and dead-letter queues.
    enum PermissionPolicy: String, CaseIterable, Sendable {
        case perRule
        case perBus
        case none
    }

    static let document = Document<RuleSpec>.shape(
        .rule, specIsRequired: true, shape, "An EventBridge rule with its targets.")

    static let shape = Shape<RuleSpec>(
        { RuleSpec() }, exclusive: [["match", "eventPattern", "scheduleExpression"], ["integration", "eventBusName"]],
        [
            Field("forEach", .object(ForEachSpec.shape), \.forEach, "Makes a rule for each of several queues."),
            Field("name", .string(.ruleName), \.name, "The rule's live name; `metadata.name` by default."),
            Field("description", .string(.text(upTo: 512)), \.description, "What people read in the console."),
            Field(
                "integration", .string(.resourceName), \.integration,
                "The integration whose events the rule picks; bus and event source are derived from it. The only one by default."),
            Field("eventBusName", .string(.busName), \.eventBusName, "A bus that exists already, such as `default`."),
            Field("match", .object(MatchSpec.shape), \.match, "What to pick, in the words of Genesys Cloud."),
            Field("eventPattern", .eventPattern, \.eventPattern, "What to pick, as EventBridge has it."),
            Field("scheduleExpression", .string(.scheduleExpression), \.scheduleExpression, "When to fire; on the default bus only."),
            Field(
                "state", .choice(["ENABLED", "DISABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"]), \.state,
                "`ENABLED` by default."),
            Field("roleArn", .string(.arn), \.roleArn, "A role for all targets that need one."),
            Field("tags", .map(of: .string(.tagValue), keys: .tagKey, limit: 43), \.tags, "Tags beside those of `reconcile` itself."),
            Field(
                "permission", .choice(PermissionPolicy.self), \.permission,
                "How the policies of functions, queues, topics, log groups and dead-letter queues let EventBridge in: `perRule` (the default), a statement for this rule; `perBus`, one statement for all rules of the bus; `none`, by others."
            ),
            Field("targets", .map(of: .object(TargetSpec.shape), keys: .targetID, limit: 5), \.targets, "The targets, by their Id."),
            Field(
                "targetsPolicy", .choice(TargetsPolicy.self), \.targetsPolicy,
                "`exclusive` (the default): undeclared targets are removed; `shared`: they stay."),
            Field("lifecycle", .object(LifecycleSpec.shape), \.lifecycle, "How far the rule is managed."),
        ])
}

struct MatchSpec: Sendable {
    var topics: Located<[Located<String>]>?
    var queues: Located<QueueSelection>?

    static let shape = Shape<MatchSpec>(
        { MatchSpec() },
        [
            Field(
                "topics", .list(of: .string(.topic), count: 1...Int.max), \.topics, required: true,
                "Topics, in full or short, any of which matches."),
            Field(
                "queues", .queues, \.queues,
                "Queues of this set, by `metadata.name` or by labels, any of which matches; all queues where left out."),
        ])
}
