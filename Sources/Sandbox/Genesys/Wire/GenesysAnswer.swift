import Model

extension GenesysReply {
    func response(_ correlationID: String, _ limits: [(name: String, value: String)]) -> WireResponse {
        let headers = [(name: "ININ-Correlation-Id", value: correlationID)] + limits
        guard let body else { return WireResponse(status: status, headers: headers) }
        return .json(body, status: status, headers: headers)
    }
}

/// The one place where the API's errors become bytes.
extension GenesysError {
    func response(_ correlationID: String) -> WireResponse {
        let body: Value = [
            "message": .string(message), "code": .string(code), "status": .integer(status), "contextId": .string(correlationID),
            "messageParams": [:], "details": [], "errors": [],
        ]
        let wait = retryAfter.map { [(name: "Retry-After", value: "\($0)")] } ?? []
        return .json(body, status: status, headers: [("ININ-Correlation-Id", correlationID)] + wait)
    }
}

extension OAuthError {
    var response: WireResponse {
        .json(["error": .string(code), "description": .string(message), "error_description": .string(message)], status: status)
    }
}
