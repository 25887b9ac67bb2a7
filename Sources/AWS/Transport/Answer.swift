internal import Cloud
internal import Model

/// A good answer, read by its operation's protocol.
struct Answer {
    let value: Value

    init(_ operation: AWSOperation, _ response: HTTPResponse) throws(ServiceError) {
        let problem: String
        do {
            value = try Self.read(operation, response.body)
            guard let member = operation.answer, value[member] == nil || value[member] == .null else { return }
            problem = "it has no \(member)"
        } catch {
            problem = "\(error)"
        }
        throw ServiceError(
            .unexpectedAnswer, system: .aws, operation: operation.name,
            summary: "\(operation.service.title)'s answer to \(operation.name) can't be understood: \(problem)", status: response.status,
            message: response.body.isEmpty || operation.answersSecrets ? nil : String(response.excerpt.prefix(300)),
            requestID: response.requestID,
            fix: "see whether a proxy answers in AWS's place, or an AWS_ENDPOINT_URL names another server")
    }

    private static func read(_ operation: AWSOperation, _ body: [UInt8]) throws -> Value {
        if body.isEmpty { return .map([:]) }
        switch operation.wire {
        case .json, .rest:
            return try Value(json: body)
        case .query:
            let document = try XMLReader.read(body)
            return plain(document["\(operation.name)Response"]?["\(operation.name)Result"] ?? document)
        }
    }

    /// The query protocol wraps the items of a list into `member`, and those of a map into `entry` with `key` and `value`.
    private static func plain(_ value: Value) -> Value {
        guard let members = value.map else { return value.list.map { .list($0.map(plain)) } ?? value }
        if members.count == 1, let items = members["member"] { return .list((items.list ?? [items]).map(plain)) }
        if members.count == 1, let items = members["entry"] {
            let pairs = (items.list ?? [items]).compactMap { item in item["key"]?.string.map { ($0, plain(item["value"] ?? .null)) } }
            return .map(Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
        }
        return .map(members.mapValues(plain))
    }
}

extension HTTPResponse {
    var requestID: String? { header("x-amzn-requestid") ?? header("x-amzn-request-id") ?? header("x-amz-request-id") }
}
