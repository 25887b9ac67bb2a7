import Model

/// One operation of one service: what it takes, what it does to the account.
struct AWSOperation: Sendable {
    enum Effect: Sendable {
        case reads
        case mutates
    }

    let service: AWSService
    let name: String
    let effect: Effect
    let fields: [Field]
    /// HTTP's status of a success.
    let successStatus: Int
    let run: @Sendable (inout AWSState, AWSCall) throws(AWSError) -> Value

    init(
        _ service: AWSService, _ name: String, _ effect: Effect, _ fields: [Field] = [], successStatus: Int = 200,
        run: @escaping @Sendable (inout AWSState, AWSCall) throws(AWSError) -> Value
    ) {
        self.service = service
        self.name = name
        self.effect = effect
        self.fields = fields
        self.successStatus = successStatus
        self.run = run
    }

    /// The name in the request log.
    var title: String { "\(service.rawValue).\(name)" }
}

extension AWSOperation {
    /// Every operation that the sandbox has.
    static let all: [String: AWSOperation] = {
        let families = [
            RuleOperations.all, RuleListOperations.all, TargetOperations.all, TagOperations.all, BusOperations.all,
            SourceOperations.all, PatternOperations.all, PublishOperations.all, TaggingOperations.all, LambdaOperations.all,
            SQSOperations.all, SNSOperations.all, LogsOperations.all, IdentityOperations.all,
        ]
        return Dictionary(families.joined().map { ($0.title, $0) }, uniquingKeysWith: { first, _ in first })
    }()
}

enum AWSService: String, Hashable, Sendable, CaseIterable {
    case events
    case tagging
    case lambda
    case logs
    case sns
    case sqs
    case sts
    case iam

    /// What `X-Amz-Target` has before the dot (botocore, `metadata.targetPrefix`); `nil` for a service without it.
    var targetPrefix: String? {
        switch self {
        case .events: "AWSEvents"
        case .tagging: "ResourceGroupsTaggingAPI_20170126"
        case .logs: "Logs_20140328"
        case .sqs: "AmazonSQS"
        case .lambda, .sns, .sts, .iam: nil
        }
    }

    /// What an IAM policy's actions begin with.
    var permissionPrefix: String { self == .tagging ? "tag" : rawValue }
}
