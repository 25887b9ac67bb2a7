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
        if code == "ConcurrentModificationException" { return .throttled(retryAfter: nil) }
        return switch reason {
        case .throttled: .throttled(retryAfter: nil)
        case .unavailable: .failed
        default: .answer
        }
    }

    var isClockSkew: Bool {
        if let code, ["RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture"].contains(code) { return true }
        return message.map { $0.hasPrefix("Signature expired") || $0.hasPrefix("Signature not yet current") } ?? false
    }

    /// Codes that the status alone doesn't tell: botocore's service models, "Common Errors" of the API references,
    /// and the throttling codes of botocore's `_retry.json`.
    private static let reasons: [String: ServiceError.Reason] = {
        let codes: [ServiceError.Reason: [String]] = [
            .unauthenticated: [
                "UnrecognizedClientException", "InvalidClientTokenId", "InvalidAccessKeyId", "SignatureDoesNotMatch",
                "InvalidSignatureException", "IncompleteSignature", "IncompleteSignatureException", "MissingAuthenticationToken",
                "MissingAuthenticationTokenException", "ExpiredToken", "ExpiredTokenException", "AuthFailure", "InvalidToken",
            ],
            .forbidden: [
                "AccessDenied", "AccessDeniedException", "NotAuthorized", "UnauthorizedOperation", "OptInRequired",
                "OperationDisabledException", "ManagedRuleException", "AuthorizationError", "AuthorizationErrorException",
            ],
            .notFound: [
                "ResourceNotFoundException", "NoSuchEntity", "NoSuchEntityException", "QueueDoesNotExist",
                "AWS.SimpleQueueService.NonExistentQueue", "NotFound", "NotFoundException",
            ],
            .conflict: [
                "ResourceAlreadyExistsException", "ResourceConflictException", "ConcurrentModificationException",
                "PreconditionFailedException", "InvalidStateException", "OperationAbortedException",
            ],
            .limitExceeded: ["LimitExceededException", "PolicyLengthExceededException", "ServiceQuotaExceededException", "OverLimit"],
            .throttled: [
                "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestThrottledException",
                "TooManyRequestsException", "RequestLimitExceeded", "BandwidthLimitExceeded", "LimitExceeded", "SlowDown",
                "PriorRequestNotComplete", "ProvisionedThroughputExceededException", "EC2ThrottledException",
                "TransactionInProgressException",
            ],
            .unavailable: ["InternalException", "InternalFailure", "InternalError", "ServiceException", "ServiceUnavailable"],
        ]
        return Dictionary(codes.flatMap { reason, names in names.map { ($0, reason) } }, uniquingKeysWith: { first, _ in first })
    }()
}
