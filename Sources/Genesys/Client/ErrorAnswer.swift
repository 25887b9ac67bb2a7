internal import Cloud
internal import Model

/// What an answer of Genesys Cloud says of an error, in whichever of its shapes: `ErrorBody` (the vendor's SDK), OAuth's (RFC 6749 §5.2,
/// with `description`), or none that it should have: a gateway's page, a cut body, nothing.
struct ErrorAnswer {
    var code: String?
    var message: String?
    var requestID: String?
    /// The permissions that a 403 names.
    var permissions: String?
    var namesLimit = false

    init(_ response: HTTPResponse) {
        let body = try? Value(json: response.body)
        if let body, body.map != nil {
            code = Self.text(body, "code") ?? Self.text(body, "error")
            message = Self.message(of: body)
            permissions = body["messageParams"].flatMap { Self.text($0, "permissions") }
            namesLimit = body["limit"]?.map != nil
        } else {
            message = Self.message(ofText: response.excerpt)
        }
        let correlation = response.header("ININ-Correlation-Id")
        let context = body.flatMap { Self.text($0, "contextId") }
        switch (correlation, context) {
        case (let correlation?, let context?) where correlation != context: requestID = "\(correlation) (contextId \(context))"
        default: requestID = correlation ?? context
        }
    }

    private static func text(_ body: Value, _ key: String) -> String? { body[key]?.string.flatMap { $0.isEmpty ? nil : $0 } }

    /// The message, with what `details` and nested `errors` add to it.
    private static func message(of body: Value) -> String? {
        let own = ["message", "error_description", "description"].lazy.compactMap { text(body, $0) }.first
        let details = (body["details"]?.list ?? []).compactMap { detail -> String? in
            let words = ["fieldName", "errorCode", "entityName", "entityId"].compactMap { text(detail, $0) }
            return words.isEmpty ? nil : words.joined(separator: " ")
        }
        let nested = (body["errors"]?.list ?? []).compactMap { message(of: $0) }
        let parts = [own].compactMap { $0 } + details + nested
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    private static func message(ofText text: String) -> String? {
        let trimmed = text.drop(while: \.isWhitespace)
        if trimmed.isEmpty { return nil }
        guard trimmed.first == "<" else {
            return trimmed.first == "{" ? "a JSON text that is cut or malformed" : String(trimmed.prefix(200))
        }
        let title = trimmed.split(separator: "<title>", maxSplits: 1).dropFirst().first?.prefix { $0 != "<" }
        return "an HTML page" + (title.map { ": " + $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") } ?? "")
    }
}
