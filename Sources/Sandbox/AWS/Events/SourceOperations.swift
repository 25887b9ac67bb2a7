import Model

/// Partner event sources (EventBridge API reference: `DescribeEventSource`, `ListEventSources`).
enum SourceOperations {
    static let all = [
        AWSOperation(
            .events, "DescribeEventSource", .reads, [.string("Name", 1...256, .sourceName, required: true)],
            run: describeEventSource),
        AWSOperation(
            .events, "ListEventSources", .reads, [.string("NamePrefix", 1...256, .busName), .nextToken, .limit],
            run: listEventSources),
    ]

    private static func describeEventSource(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let name = call.required("Name")
        guard let source = state.eventSources[name], source.createdAt <= call.now else {
            throw .notFound("Event source \(name) does not exist.")
        }
        return summary(name, source)
    }

    private static func listEventSources(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let prefix = call.string("NamePrefix") ?? ""
        let sources = state.eventSources.filter { $0.key.hasPrefix(prefix) && $0.value.createdAt <= call.now }
        let named = Dictionary(sources.map { ($0.key, summary($0.key, $0.value)) }, uniquingKeysWith: { first, _ in first })
        let page = try Page(named, limit: call.integer("Limit") ?? 100, token: call.string("NextToken"))
        return .present(["EventSources": .list(page.items), "NextToken": .string(page.nextToken)])
    }

    private static func summary(_ name: String, _ source: EventSource) -> Value {
        .present([
            "Name": .string(name), "Arn": .string(ARN.source(name)), "State": .string(source.state.rawValue),
            "CreatedBy": .string(name.split(separator: "/").prefix(2).joined(separator: "/")),
            "CreationTime": .timestamp(source.createdAt), "ExpirationTime": source.expiresAt.map { .timestamp($0) },
        ])
    }
}
