import Model

/// Answers and refusals in the shape of the request's protocol: the one place where errors become bytes.
extension AWSProtocol {
    func answer(_ result: Value, of operation: AWSOperation, requestID: String) -> WireResponse {
        switch self {
        case .json(let version):
            let text = result == .null ? "" : result.json
            return WireResponse(
                status: operation.successStatus, contentType: "application/x-amz-json-\(version)",
                headers: [("x-amzn-RequestId", requestID)], text: text)
        case .rest:
            let text = result == .null ? "" : result.json
            return WireResponse(
                status: operation.successStatus, contentType: "application/json", headers: [("x-amzn-RequestId", requestID)],
                text: text)
        case .query:
            let name = operation.name
            let body = "<\(name)Result>\(XML.elements(result))</\(name)Result>" + XML.metadata(requestID)
            return XML.response(
                "<\(name)Response xmlns=\"\(XML.namespace(operation.service))\">\(body)</\(name)Response>", status: 200,
                requestID: requestID)
        }
    }

    func refusal(_ error: AWSError, of title: String, requestID: String) -> WireResponse {
        let headers = [("x-amzn-RequestId", requestID)]
        switch self {
        case .json(let version):
            // SQS took its JSON protocol over from the query one, and names its errors twice (Smithy, `awsQueryCompatible`).
            let isSQS = title.hasPrefix("sqs.")
            let more = isSQS ? [("x-amzn-query-error", "\(SQSErrorNames.query[error.code] ?? error.code);Sender")] : []
            return WireResponse(
                status: error.status, contentType: "application/x-amz-json-\(version)", headers: headers + more,
                text: (["__type": .string(isSQS ? "com.amazonaws.sqs#\(error.code)" : error.code), "message": .string(error.message)]
                    as Value).json)
        case .rest:
            return WireResponse(
                status: error.status, contentType: "application/json", headers: headers + [("x-amzn-ErrorType", error.code)],
                text: (["Type": "User", "Message": .string(error.message)] as Value).json)
        case .query:
            let service = AWSService.allCases.first { title.hasPrefix("\($0.rawValue).") } ?? .sts
            let body =
                "<Error><Type>Sender</Type><Code>\(XML.escaped(error.code))</Code><Message>\(XML.escaped(error.message))</Message></Error>"
                + "<RequestId>\(XML.escaped(requestID))</RequestId>"
            return XML.response(
                "<ErrorResponse xmlns=\"\(XML.namespace(service))\">\(body)</ErrorResponse>", status: error.status,
                requestID: requestID)
        }
    }
}

/// The names that SQS's errors had in its query protocol.
private enum SQSErrorNames {
    static let query = ["QueueDoesNotExist": "AWS.SimpleQueueService.NonExistentQueue"]
}
