internal import Cloud
internal import Model

extension ErrorAnswer {
    var reason: ServiceError.Reason {
        if isClockSkew { return .unauthenticated }
        if let code, let reason = Self.reasons[code] { return reason }
        return switch status {
        case 401: .unauthenticated
        case 403: .forbidden
        case 409: .conflict
        case 429: .throttled
        case 500...: .unavailable
        // Only AWS can say that something doesn't exist: a 404 without a code is somebody else's.
        case 404 where code == nil: .unexpectedAnswer
        case 404: .notFound
        case 400: .invalid
        default: .unexpectedAnswer
        }
    }

    /// What it means for the call that got it.
    var verdict: Verdict {
        if let code, Self.asksToComeAgain(code, message) { return .throttled(retryAfter: nil) }
        return switch reason {
        case .throttled: .throttled(retryAfter: nil)
        case .unavailable: .failed
        default: .answer
        }
    }

    /// Whether a service took nothing, since another change was under way.
    static func asksToComeAgain(_ code: String, _ message: String?) -> Bool {
        switch code {
        case "ConcurrentModificationException", "ConditionalRequestConflict", "OperationAbortedException": true
        // Lambda says the same where something exists already (Lambda API reference, `AddPermission`).
        case "ResourceConflictException": message?.contains("in progress") ?? false
        default: false
        }
    }

    var isClockSkew: Bool {
        if let code, ["RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture"].contains(code) { return true }
        return message.map { $0.hasPrefix("Signature expired") || $0.hasPrefix("Signature not yet current") } ?? false
    }

    /// Codes that the status alone doesn't tell: botocore's service models, "Common Errors" of the API references,
    /// and the codes that botocore's `_retry.json` has as throttled and as passing, but for `LimitExceededException`: a quota doesn't grow by waiting.
    private static let reasons: [String: ServiceError.Reason] = {
        let codes: [ServiceError.Reason: [String]] = [
            .unauthenticated: [
                "UnrecognizedClientException", "InvalidClientTokenId", "InvalidAccessKeyId", "SignatureDoesNotMatch",
                "InvalidSignatureException", "IncompleteSignature", "IncompleteSignatureException", "MissingAuthenticationToken",
                "MissingAuthenticationTokenException", "ExpiredToken", "ExpiredTokenException", "AuthFailure", "InvalidToken",
                "InvalidIdentityToken", "IDPRejectedClaim",
            ],
            .forbidden: [
                "AccessDenied", "AccessDeniedException", "NotAuthorized", "UnauthorizedOperation", "OptInRequired",
                "AuthorizationError", "AuthorizationErrorException",
            ],
            .notFound: [
                "ResourceNotFoundException", "NoSuchEntity", "NoSuchEntityException", "QueueDoesNotExist",
                "AWS.SimpleQueueService.NonExistentQueue", "NotFound", "NotFoundException",
            ],
            .conflict: [
                "ResourceAlreadyExistsException", "ResourceConflictException", "ConcurrentModificationException",
                "PreconditionFailedException", "InvalidStateException", "OperationAbortedException", "ConditionalRequestConflict",
            ],
            .limitExceeded: [
                "LimitExceededException", "LimitExceeded", "PolicyLengthExceededException", "ServiceQuotaExceededException", "OverLimit",
            ],
            .throttled: [
                "Throttling", "ThrottlingException", "Throttled", "ThrottledException", "RequestThrottled", "RequestThrottledException",
                "TooManyRequestsException", "RequestLimitExceeded", "BandwidthLimitExceeded", "SlowDown",
                "PriorRequestNotComplete", "ProvisionedThroughputExceededException", "EC2ThrottledException",
                "TransactionInProgressException",
            ],
            .unavailable: [
                "InternalException", "InternalFailure", "InternalError", "InternalServiceException", "InternalServerException",
                "ServiceException", "ServiceFailure", "ServiceUnavailable", "ServiceUnavailableException", "RequestTimeout",
                "RequestTimeoutException", "IDPCommunicationError",
            ],
        ]
        return Dictionary(codes.flatMap { reason, names in names.map { ($0, reason) } }, uniquingKeysWith: { first, _ in first })
    }()
}
