internal import Foundation

/// One call of a client, as a proxy between it and the clouds sees it.
public struct ProxiedCall: Hashable, Sendable, CustomStringConvertible {
    public enum Service: Hashable, Sendable {
        case genesys
        /// AWS, by the protocol in which it is called.
        case awsJSON, awsREST, awsQuery
    }

    public var service: Service
    /// As the service's reference names it, the ids in a path as `{id}`: `events.PutRule`, `PUT /api/v2/routing/queues/{id}`.
    public var operation: String
    /// Among the calls of this operation, from 1.
    public var occurrence: Int

    public var isMutating: Bool {
        switch service {
        case .genesys: !operation.hasPrefix("GET ") && operation != "POST /oauth/token"
        case .awsJSON, .awsREST, .awsQuery: !["List", "Describe", "Get", "Simulate"].contains { operation.contains(".\($0)") }
        }
    }

    public var description: String { "\(operation)#\(occurrence)" }
}

extension ProxiedCall {
    /// Which operation a request calls; `occurrence` is still to be counted.
    init(_ request: ProxiedRequest) {
        occurrence = 0
        let path = request.path.prefix { $0 != "?" }
        if path.hasPrefix("/api/v2/") || path == "/oauth/token" {
            service = .genesys
            operation = "\(request.method) " + path.split(separator: "/").map { "/" + Self.template($0) }.joined()
        } else if let target = request.header("x-amz-target") {
            let name = target.split(separator: ".").last.map(String.init) ?? target
            service = .awsJSON
            operation = (Self.services[target.prefix { $0 != "." }] ?? "tagging") + ".\(name)"
        } else if path.contains("/functions/") {
            service = .awsREST
            operation = "lambda." + (["GET": "GetPolicy", "POST": "AddPermission"][request.method] ?? "RemovePermission")
        } else {
            let form = String(decoding: request.body, as: UTF8.self)
            service = .awsQuery
            let name = form.firstMatch(of: #/Action=(\w+)/#).map { String($0.1) } ?? "?"
            operation = (name.hasSuffix("TopicAttributes") ? "sns" : name == "GetCallerIdentity" ? "sts" : "iam") + ".\(name)"
        }
    }

    /// By what stands before the dot in `X-Amz-Target`.
    private static let services: [Substring: String] = ["AWSEvents": "events", "AmazonSQS": "sqs", "Logs_20140328": "logs"]

    private static func template(_ segment: Substring) -> String { UUID(uuidString: String(segment)) == nil ? String(segment) : "{id}" }
}
