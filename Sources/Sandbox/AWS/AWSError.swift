/// A refusal, before it has the shape of a protocol.
struct AWSError: Error, Hashable, Sendable {
    /// As the service's API reference names it.
    var code: String
    var message: String
    /// JSON 1.1 services answer 400 to whatever the caller did wrong; REST and query services tell more.
    var status = 400
}

extension AWSError {
    static func validation(_ message: String) -> AWSError { AWSError(code: "ValidationException", message: message) }

    static func notFound(_ message: String, status: Int = 400) -> AWSError {
        AWSError(code: "ResourceNotFoundException", message: message, status: status)
    }

    static func alreadyExists(_ message: String) -> AWSError {
        AWSError(code: "ResourceAlreadyExistsException", message: message)
    }

    /// A quota is full: trying again doesn't help.
    static let limitExceeded = AWSError(
        code: "LimitExceededException", message: "The requested resource exceeds the maximum number allowed.")

    static func accessDenied(_ service: AWSService, _ name: String) -> AWSError {
        let action = "\(service.permissionPrefix):\(name)"
        let message =
            "User: \(ARN.user) is not authorized to perform: \(action) because no identity-based policy allows the \(action) action"
        switch service {
        case .events, .logs, .tagging: return AWSError(code: "AccessDeniedException", message: message)
        case .lambda: return AWSError(code: "AccessDeniedException", message: message, status: 403)
        case .sns: return AWSError(code: "AuthorizationError", message: message, status: 403)
        case .sqs, .sts, .iam: return AWSError(code: "AccessDenied", message: message, status: 403)
        }
    }
}
