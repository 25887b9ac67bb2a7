import Model
import YAML

/// `Stack`: where a set of manifests may run, and who owns what it makes.
struct StackSpec: Sendable {
    var owner: Located<String>?
    var genesys: Located<Genesys>?
    var aws: Located<AWS>?
    var safety: Located<Safety>?
    var defaults: Located<Defaults>?

    static let document = Document<StackSpec>.shape(
        .stack, specIsRequired: true,
        Shape(
            { StackSpec() },
            [
                Field(
                    "owner", .string(.owner), \.owner, required: true,
                    "The repository that declares the stack; the ownership mark is OWNER/NAME."),
                Field("genesys", .object(Genesys.shape), \.genesys, required: true, "The Genesys Cloud organization."),
                Field("aws", .object(AWS.shape), \.aws, required: true, "The AWS account and region."),
                Field("safety", .object(Safety.shape), \.safety, "Bounds on what one run may do."),
                Field("defaults", .object(Defaults.shape), \.defaults, "What declarations have unless they say otherwise."),
            ]), "Where this set of manifests may run: both clouds are checked against it before any change.")

    struct Genesys: Sendable {
        var region: Located<String>?
        var organizationId: Located<String>?
        var api: Located<Stack.GenesysAPI>?

        static let shape = Shape<Genesys>(
            { Genesys() },
            [
                Field("region", .choice(regions), \.region, required: true, "The organization's home region, by AWS's name."),
                Field(
                    "organizationId", .uuid, \.organizationId,
                    "The organization's id; a part of the event source's name. Required by the `public` API."),
                Field(
                    "api", .choice(Stack.GenesysAPI.self), \.api,
                    "`public` (the default): the documented API; `platform`: the tutorial's."),
            ])

        /// Genesys Cloud's regions (vendor's SDK, `PureCloudRegionHosts`).
        static let regions = [
            "us-east-1", "eu-west-1", "ap-southeast-2", "ap-northeast-1", "eu-central-1", "us-west-2", "ca-central-1", "ap-northeast-2",
            "ap-southeast-1", "eu-west-2", "ap-south-1", "us-east-2", "sa-east-1", "me-central-1", "ap-northeast-3", "eu-central-2",
            "mx-central-1", "eusc-de-east-1",
        ]
    }

    struct Defaults: Sendable {
        var target: Located<TargetSpec>?
        var permission: Located<RuleSpec.PermissionPolicy>?

        static let shape = Shape<Defaults>(
            { Defaults() },
            [
                Field("target", .object(TargetSettings.defaults), \.target, "Of every target that doesn't give the field itself."),
                Field("permission", .choice(RuleSpec.PermissionPolicy.self), \.permission, "Of every rule that doesn't give it itself."),
            ])
    }

    struct AWS: Sendable {
        var region: Located<String>?
        var accountId: Located<String>?

        static let shape = Shape<AWS>(
            { AWS() },
            [
                Field("region", .string(.awsRegion), \.region, required: true, "The region of the buses and rules."),
                Field("accountId", .string(.accountID), \.accountId, required: true, "The account's id; quote it."),
            ])
    }

    struct Safety: Sendable {
        var maxDeletes: Located<Stack.DeletionLimit>?

        static let shape = Shape<Safety>(
            { Safety() },
            [
                Field(
                    "maxDeletes", .deletionLimit, \.maxDeletes,
                    "How many owned resources one run may delete: a number, or a percentage of what is owned.")
            ])
    }
}

extension ValueType where Output == Stack.DeletionLimit {
    static let deletionLimit: ValueType = {
        let percentage = StringFormat("a percentage such as `10%`", pattern: "^(100|[0-9]{1,2})%$", length: 2...4) { text in
            text.hasSuffix("%") && text.dropLast().allSatisfy(\.isASCIIDigit) && (0...100).contains(Int(text.dropLast()) ?? -1)
        }
        let schema = Schema.either([.integer(0...Int.max), .string(percentage)])
        return ValueType(schema) { node, context in
            if case .text = node.value, let text = node.scalar?.text, percentage.accepts(text) {
                return Int(text.dropLast()).map { .percentage($0) }
            }
            guard case .number = node.value else {
                context.wrongType(node, expected: schema.expectation)
                return nil
            }
            return ValueType<Int>.integer(0...Int.max).decode(node, &context).map { .count($0) }
        }
    }()
}

extension Declaration where Spec == StackSpec {
    /// `nil` where a field is missing or wrong, which has been reported.
    var stack: Stack? {
        guard let owner = spec.owner, let genesys = spec.genesys?.value, let aws = spec.aws?.value, let home = genesys.region,
            let region = aws.region, let account = aws.accountId
        else { return nil }
        return Stack(
            mark: StackMark(owner: owner.value, name: name.value),
            genesys: Stack.Genesys(region: home.value, organizationID: genesys.organizationId?.value, api: genesys.api?.value ?? .public),
            aws: Stack.AWS(region: region.value, accountID: account.value), maxDeletes: spec.safety?.value.maxDeletes?.value, place: place)
    }
}
