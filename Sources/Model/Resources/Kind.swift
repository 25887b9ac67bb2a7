/// The kinds of resource that a plan changes.
///
/// The attributes that the compiler of manifests and the two clouds' adapters agree on, all in lower camel case, all by the names that
/// Genesys and AWS give them. *Whole*: a field that the manifest leaves out means the service's default and is compared as absent.
/// *Declared*: only what the manifest says is compared.
///
/// | kind | compared | attributes | outputs |
/// |---|---|---|---|
/// | `Integration`, dialect `public` | declared | `name`, `enabled`, `topics` (full topic ids, sorted), `contributedTopics` (ours in the mark, sorted), `awsAccountId`, `awsAccountRegion`, `eventSourceSuffix` | `id`, `eventSource` |
/// | `Integration`, dialect `platform` | declared | `name` (where the service tells it), `enabled`, `topics` (sorted) | `id` |
/// | `EventBus` | whole | `name`, `eventSourceName` (not of a source that the partner has deleted) | `arn`, `name` |
/// | `Queue` | declared | `name`, `division` (its name or id), `members` and `wrapupCodes` (sorted ids, read only where declared), any other writable field of a Genesys queue | `id` |
/// | `Rule` | whole | `name`, `eventBusName`, `eventPattern` (a tree, not text) or `scheduleExpression`, `state`, `description`, `roleArn`, `tags` (the user's, a map) | `arn` |
/// | `Permission` of a function | whole | `functionName` (the ARN without a qualifier), `qualifier`, `statementId`, `action`, `principal`, `sourceArn` | – |
/// | `Permission` of a queue, topic or log group | whole | `resource` (its ARN), `statementId`, `action`, `principal` (a text, or a sorted list of several), `sourceArn` | – |
/// | `Target` | whole | `id`, `arn` and any other field of EventBridge's `Target` | – |
///
/// An absent attribute is left out of the map, never `null` and never an empty string.
public enum Kind: String, Hashable, Sendable, CaseIterable {
    case integration = "Integration"
    case eventBus = "EventBus"
    case queue = "Queue"
    case rule = "Rule"
    case permission = "Permission"
    case target = "Target"

    /// Whether it is a rule, or comes and goes with one.
    public var isOfRule: Bool {
        switch self {
        case .rule, .permission, .target: true
        case .integration, .eventBus, .queue: false
        }
    }

    public var system: System {
        switch self {
        case .integration, .queue: .genesys
        case .eventBus, .rule, .permission, .target: .aws
        }
    }

    public var comparison: Comparison {
        switch self {
        case .integration, .queue: .declared
        case .eventBus, .rule, .permission, .target: .whole
        }
    }

    /// Terraform's name of the type, so that policies written for its plans carry over; of a permission see `LiveIdentity.terraformType`.
    public var terraformType: String {
        switch self {
        case .integration: "genesyscloud_integration"
        case .queue: "genesyscloud_routing_queue"
        case .eventBus: "aws_cloudwatch_event_bus"
        case .rule: "aws_cloudwatch_event_rule"
        case .permission: "aws_lambda_permission"
        case .target: "aws_cloudwatch_event_target"
        }
    }
}

extension Kind: Comparable {
    /// The order in which people read a plan, which is the order in which things depend on each other.
    public static func < (left: Kind, right: Kind) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .integration: 0
        case .eventBus: 1
        case .queue: 2
        case .rule: 3
        case .permission: 4
        case .target: 5
        }
    }
}

/// How a declared resource is held against its live object.
public enum Comparison: Hashable, Sendable {
    case whole
    case declared
}

/// The two clouds.
public enum System: String, Hashable, Sendable, CaseIterable, Comparable {
    case genesys
    case aws

    public var title: String {
        switch self {
        case .genesys: "Genesys Cloud"
        case .aws: "AWS"
        }
    }

    public static func < (left: System, right: System) -> Bool { left == .genesys && right == .aws }
}
