import Model

/// A refusal of the API, before it has the shape of an error body.
struct GenesysError: Error, Hashable, Sendable {
    var status: Int
    var code: String
    var message: String
    /// Seconds that a 429 asks to wait.
    var retryAfter: Int?
}

extension GenesysError {
    static func invalid(_ message: String) -> GenesysError { GenesysError(status: 400, code: "bad.request", message: message) }

    static func notFound(_ what: String, _ id: String) -> GenesysError {
        GenesysError(status: 404, code: "not.found", message: "The requested \(what) \(id) was not found")
    }

    static func conflict(_ message: String, status: Int = 409) -> GenesysError {
        GenesysError(status: status, code: "general.conflict", message: message)
    }

    static func missingPermission(_ permission: String) -> GenesysError {
        GenesysError(
            status: 403, code: "missing.any.permissions",
            message: "Unable to perform the requested action. You are missing the following permission(s): \(permission)")
    }

    static func missingScope(_ scope: String) -> GenesysError {
        GenesysError(
            status: 403, code: "insufficient.scope",
            message: "The access token lacks a scope that the request needs: \(scope)")
    }

    static let noToken = GenesysError(
        status: 401, code: "authentication.required",
        message: "No authentication bearer token specified in authorization header.")

    static let badToken = GenesysError(status: 401, code: "bad.credentials", message: "Invalid login credentials.")

    static func tooManyRequests(limit: Int, retryAfter: Int) -> GenesysError {
        GenesysError(
            status: 429, code: "too.many.requests",
            message:
                "Rate limit exceeded the maximum. Retry the request in [\(retryAfter)] seconds, the limit is \(limit) requests per minute",
            retryAfter: retryAfter)
    }
}
