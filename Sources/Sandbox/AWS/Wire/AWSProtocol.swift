import Model

/// The three ways in which the services that the sandbox has put an operation into HTTP (Smithy's AWS protocols).
enum AWSProtocol: Sendable {
    /// AWS JSON 1.0 and 1.1: the operation in `X-Amz-Target`, input and output as JSON.
    case json(version: String)
    /// AWS query: `Action=` in a form, the answer in XML.
    case query
    /// REST JSON: the operation is the method and the path.
    case rest
}

/// A request, told apart.
struct AWSRequest: Sendable {
    var wire: AWSProtocol
    /// `events.PutRule`; the name of what was asked for, whether or not there is such an operation.
    var title: String
    var input: [String: Value]
    /// Why the input can't be read.
    var problem: AWSError?

    var operation: AWSOperation? { AWSOperation.all[title] }

    /// What the request is about, for the log: the first name or ARN in it.
    var resource: String? {
        let names = [
            "Rule", "Name", "ResourceARN", "FunctionName", "QueueUrl", "QueueName", "TopicArn", "policyName", "RoleName", "TargetArn",
            "NamePrefix",
        ]
        guard let name = names.lazy.compactMap({ input[$0]?.string }).first else { return input["EventBusName"]?.string }
        guard let bus = input["EventBusName"]?.string, ARN.busName(bus) != "default" else { return name }
        return "\(ARN.busName(bus))/\(name)"
    }
}

extension AWSRequest {
    init(_ request: WireRequest) {
        if let target = request.header("x-amz-target") {
            self.init(json: request, target: target)
        } else if request.segments.starts(with: ["2015-03-31", "functions"]) {
            self.init(lambda: request)
        } else {
            self.init(query: request)
        }
    }

    private init(json request: WireRequest, target: String) {
        let parts = target.split(separator: ".", maxSplits: 1).map(String.init)
        let service = AWSService.allCases.first { $0.targetPrefix != nil && $0.targetPrefix == parts.first }
        wire = .json(version: service == .sqs ? "1.0" : "1.1")
        title = service.map { "\($0.rawValue).\(parts.last ?? "")" } ?? target
        input = [:]
        readJSON(request.body)
    }

    private init(lambda request: WireRequest) {
        let parts = Array(request.segments.dropFirst(2))
        let name =
            switch (request.method, parts.count, parts.dropFirst().first) {
            case ("GET", 1, _): "GetFunction"
            case ("GET", 2, "policy"): "GetPolicy"
            case ("POST", 2, "policy"): "AddPermission"
            case ("DELETE", 3, "policy"): "RemovePermission"
            default: "\(request.method) \(request.path)"
            }
        wire = .rest
        title = "lambda.\(name)"
        input = [:]
        if !request.body.isEmpty { readJSON(request.body) }
        for (name, value) in request.query.items { input[name] = .string(value) }
        if let function = parts.first { input["FunctionName"] = .string(function) }
        if parts.count > 2 { input["StatementId"] = .string(parts[2]) }
    }

    /// A query service is known by the scope of its signature; what isn't signed, by the version of its API.
    private init(query request: WireRequest) {
        let fields = request.form.items + request.query.items
        let values = Dictionary(fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        let scope = SigV4Authorization(request.header("authorization") ?? "")?.scope.service
        let service = scope ?? ["2010-05-08": "iam", "2010-03-31": "sns"][values["Version"] ?? ""] ?? "sts"
        wire = .query
        title = "\(service).\(values["Action"] ?? "\(request.method) \(request.path)")"
        input = Self.listed(values)
    }

    /// A list's items come one by one: `ActionNames.member.1`.
    private static func listed(_ values: [String: String]) -> [String: Value] {
        var input: [String: Value] = [:]
        var lists: [String: [Int: String]] = [:]
        for (name, value) in values {
            let parts = name.split(separator: ".")
            if parts.count == 3, parts[1] == "member", let index = Int(parts[2]) {
                lists[String(parts[0]), default: [:]][index] = value
            } else {
                input[name] = .string(value)
            }
        }
        for (name, items) in lists { input[name] = .list(items.sorted { $0.key < $1.key }.map { .string($0.value) }) }
        return input
    }

    private mutating func readJSON(_ body: [UInt8]) {
        if let members = (try? Value(json: body))?.map {
            input = members
        } else {
            problem = AWSError(code: "SerializationException", message: "The request body is not a JSON object.")
        }
    }
}
