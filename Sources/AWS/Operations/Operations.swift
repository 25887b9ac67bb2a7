/// Every operation that is used on what manifests declare: the transports, the permissions that are asked for, and the tests read this one table.
/// Members and protocols as in botocore's service models, permissions as in the Service Authorization Reference.
extension AWSOperation {
    public static let all = [
        listRules, listTargetsByRule, listTagsForResource, describeEventSource, testEventPattern, putRule, deleteRule, putTargets,
        removeTargets,
        tagResource, untagResource, createEventBus, deleteEventBus, getResources, getPolicy, addPermission, removePermission,
        getCallerIdentity,
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

    public static let getCallerIdentity = AWSOperation(
        service: .sts, name: "GetCallerIdentity", wire: .query(version: "2011-06-15"), permissions: ["sts:GetCallerIdentity"],
        isMutating: false, answer: "Account")

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
}
