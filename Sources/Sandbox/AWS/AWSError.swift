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
        let (code, status) =
            service == .events || service == .tagging ? ("AccessDeniedException", 400) : ("AccessDenied", 403)
        let user = "arn:\(SandboxIdentity.partition):iam::\(SandboxIdentity.accountID):user/reconcile"
        let action = "\(service.permissionPrefix):\(name)"
        return AWSError(
            code: service == .lambda ? "AccessDeniedException" : code,
            message: "User: \(user) is not authorized to perform: \(action) because no identity-based policy allows the \(action) action",
            status: status)
    }
}
