import Model

/// A target of a rule, with any field that EventBridge's `Target` has (botocore, `events` 2015-10-07).
struct TargetSpec: Sendable {
    var arn: Located<String>?
    var roleArn: Located<String>?
    var permission: Located<RuleSpec.PermissionPolicy>?
    /// Everything else, by EventBridge's names in lower camel case.
    var settings: [String: Value] = [:]

    static let shape = Shape<TargetSpec>(
        { TargetSpec() }, exclusive: [["input", "inputPath", "inputTransformer"]],
        [
            Field("arn", .string(.arn), \.arn, required: true, "What the events are handed to."),
            Field("roleArn", .string(.arn), \.roleArn, "The role that EventBridge assumes; targets with a resource policy need none."),
            Field("permission", .choice(RuleSpec.PermissionPolicy.self), \.permission, "As on the rule, for this target alone."),
        ] + TargetSettings.fields)
}
