extension ProxiedResponse {
    /// "Too many requests", as each service says it.
    static func throttled(_ service: ProxiedCall.Service, retryAfter: Int?) -> ProxiedResponse {
        switch service {
        case .genesys:
            ProxiedResponse(
                status: 429, "application/json", #"{"message":"Rate limit exceeded","code":"too.many.requests","status":429}"#,
                headers: retryAfter.map { [("Retry-After", "\($0)")] } ?? [])
        case .awsJSON, .awsREST, .awsQuery:
            error(service, status: service == .awsREST ? 429 : 400, code: "ThrottlingException", message: "Rate exceeded")
        }
    }

    static func failed(_ service: ProxiedCall.Service, status: Int) -> ProxiedResponse {
        error(service, status: status, code: "InternalFailure", message: "The service failed")
    }

    static func unauthenticated(_ service: ProxiedCall.Service) -> ProxiedResponse {
        error(service, status: 401, code: "bad.credentials", message: "Invalid login credentials.")
    }

    static func refused(_ message: String) -> ProxiedResponse {
        ProxiedResponse(status: 400, "application/json", #"{"__type":"ValidationException","code":"bad.request","message":\#(message)}"#)
    }

    static func page(status: Int) -> ProxiedResponse {
        ProxiedResponse(status: status, "text/html", "<html><head><title>\(status) by a proxy</title></head><body>Oops</body></html>")
    }

    private static func error(_ service: ProxiedCall.Service, status: Int, code: String, message: String) -> ProxiedResponse {
        switch service {
        case .genesys:
            ProxiedResponse(status: status, "application/json", #"{"message":"\#(message)","code":"\#(code)","status":\#(status)}"#)
        case .awsJSON:
            ProxiedResponse(status: status, "application/x-amz-json-1.1", #"{"__type":"\#(code)","message":"\#(message)"}"#)
        case .awsREST:
            ProxiedResponse(
                status: status, "application/json", #"{"Message":"\#(message)"}"#, headers: [("x-amzn-ErrorType", code)])
        case .awsQuery:
            ProxiedResponse(
                status: status, "text/xml",
                "<ErrorResponse><Error><Code>\(code)</Code><Message>\(message)</Message></Error></ErrorResponse>")
        }
    }
}
