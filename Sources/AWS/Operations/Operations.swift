/// Every operation that is used on what manifests declare: the transports, the permissions that are asked for, and the tests read this one table.
/// Members and protocols as in botocore's service models, permissions as in the Service Authorization Reference.
extension AWSOperation {
    public static let all = [
        listRules, listTargetsByRule, listTagsForResource, describeEventSource, testEventPattern, putRule, deleteRule, putTargets,
        removeTargets,
        tagResource, untagResource, createEventBus, deleteEventBus, getResources, getPolicy, addPermission, removePermission,
        getQueueAttributes, setQueueAttributes, getTopicAttributes, setTopicAttributes, describeResourcePolicies, putResourcePolicy,
        deleteResourcePolicy, getRole, simulatePrincipalPolicy, getCallerIdentity,
    ]

    public static let listRules = events("ListRules", answer: "Rules", pages: Pages(token: "NextToken", limit: "Limit", size: 100))
    public static let listTargetsByRule = events(
        "ListTargetsByRule", answer: "Targets", pages: Pages(token: "NextToken", limit: "Limit", size: 100))
    public static let listTagsForResource = events("ListTagsForResource", answer: "Tags")
    public static let describeEventSource = events("DescribeEventSource", answer: "State")
    public static let testEventPattern = events("TestEventPattern", answer: "Result")

    public static let putRule = events("PutRule", and: ["events:TagResource"], isMutating: true, answer: "RuleArn")
    public static let deleteRule = events("DeleteRule", isMutating: true)
    public static let putTargets = events("PutTargets", isMutating: true, answer: "FailedEntryCount")
    public static let removeTargets = events("RemoveTargets", isMutating: true, answer: "FailedEntryCount")
    public static let tagResource = events("TagResource", isMutating: true)
    public static let untagResource = events("UntagResource", isMutating: true)
    public static let createEventBus = events("CreateEventBus", and: ["events:TagResource"], isMutating: true, answer: "EventBusArn")
    public static let deleteEventBus = events("DeleteEventBus", isMutating: true)

    public static let getResources = AWSOperation(
        service: .tagging, name: "GetResources",
        wire: .json(version: "1.1", target: "ResourceGroupsTaggingAPI_20170126.GetResources"), permissions: ["tag:GetResources"],
        isMutating: false, answer: "ResourceTagMappingList",
        pages: Pages(token: "PaginationToken", limit: "ResourcesPerPage", size: 100))

    public static let getPolicy = lambda("GetPolicy", "GET", answer: "Policy")
    public static let addPermission = lambda("AddPermission", "POST", isMutating: true, answer: "Statement")
    public static let removePermission = lambda("RemovePermission", "DELETE", "/{StatementId}", isMutating: true)

    public static let getQueueAttributes = sqs("GetQueueAttributes", answer: "Attributes")
    public static let setQueueAttributes = sqs("SetQueueAttributes", isMutating: true)
    public static let getTopicAttributes = query(.sns, "2010-03-31", "GetTopicAttributes", answer: "Attributes")
    public static let setTopicAttributes = query(.sns, "2010-03-31", "SetTopicAttributes", isMutating: true)

    public static let describeResourcePolicies = logs(
        "DescribeResourcePolicies", answer: "resourcePolicies", pages: Pages(token: "nextToken", limit: "limit", size: 50))
    public static let putResourcePolicy = logs("PutResourcePolicy", isMutating: true, answer: "resourcePolicy")
    public static let deleteResourcePolicy = logs("DeleteResourcePolicy", isMutating: true)

    public static let getRole = query(.iam, "2010-05-08", "GetRole", answer: "Role", isOptional: true)
    public static let simulatePrincipalPolicy = query(
        .iam, "2010-05-08", "SimulatePrincipalPolicy", answer: "EvaluationResults", isOptional: true)

    public static let getCallerIdentity = query(.sts, "2011-06-15", "GetCallerIdentity", answer: "Account")

    private static func events(
        _ name: String, and permissions: [String] = [], isMutating: Bool = false, answer: String? = nil, pages: Pages? = nil
    ) -> AWSOperation {
        AWSOperation(
            service: .events, name: name, wire: .json(version: "1.1", target: "AWSEvents.\(name)"),
            permissions: ["events:\(name)"] + permissions, isMutating: isMutating, answer: answer, pages: pages)
    }

    private static func lambda(
        _ name: String, _ method: String, _ subpath: String = "", isMutating: Bool = false, answer: String? = nil
    ) -> AWSOperation {
        AWSOperation(
            service: .lambda, name: name,
            wire: .rest(method: method, path: "/2015-03-31/functions/{FunctionName}/policy" + subpath, query: ["Qualifier"]),
            permissions: ["lambda:\(name)"], isMutating: isMutating, answer: answer)
    }

    private static func sqs(_ name: String, isMutating: Bool = false, answer: String? = nil) -> AWSOperation {
        AWSOperation(
            service: .sqs, name: name, wire: .json(version: "1.0", target: "AmazonSQS.\(name)"), permissions: ["sqs:\(name)"],
            isMutating: isMutating, answer: answer)
    }

    private static func logs(_ name: String, isMutating: Bool = false, answer: String? = nil, pages: Pages? = nil) -> AWSOperation {
        AWSOperation(
            service: .logs, name: name, wire: .json(version: "1.1", target: "Logs_20140328.\(name)"), permissions: ["logs:\(name)"],
            isMutating: isMutating, answer: answer, pages: pages)
    }

    private static func query(
        _ service: AWSService, _ version: String, _ name: String, isMutating: Bool = false, answer: String? = nil,
        isOptional: Bool = false
    ) -> AWSOperation {
        AWSOperation(
            service: service, name: name, wire: .query(version: version), permissions: ["\(service.rawValue):\(name)"],
            isMutating: isMutating, answer: answer, isOptional: isOptional)
    }
}
