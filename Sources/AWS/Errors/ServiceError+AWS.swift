internal import Cloud
internal import Model

extension ErrorAnswer {
    /// The failure for people: what AWS refused, and what to do.
    func error(of operation: AWSOperation) -> ServiceError {
        ServiceError(
            reason, system: .aws, operation: operation.name, summary: summary(operation), status: status, code: code, message: message,
            requestID: requestID, fix: fix(operation))
    }

    private func summary(_ operation: AWSOperation) -> String {
        let service = operation.service.title
        return switch reason {
        case .unauthenticated where isClockSkew: "this machine's clock differs from AWS's by more than a signature may"
        case .unauthenticated: "\(service) refused the credentials"
        case .forbidden:
            "\(service) denied \(deniedActions(operation))" + (denial.resource.map { " on \($0)" } ?? "")
        case .notFound: "what \(operation.name) names does not exist"
        case .conflict: "\(operation.name) met a change in between, or something of the same name"
        case .limitExceeded: "\(operation.name) would pass a quota"
        case .throttled: "\(service) throttled \(operation.name)"
        case .unavailable: "\(service) failed at \(operation.name)"
        case .invalid: "\(service) refused \(operation.name) as invalid"
        case .unexpectedAnswer, .timedOut, .interrupted: "\(service)'s answer to \(operation.name) can't be understood"
        }
    }

    private func fix(_ operation: AWSOperation) -> String? {
        switch reason {
        case .unauthenticated where isClockSkew: "set this machine's clock"
        case .unauthenticated where code?.hasPrefix("ExpiredToken") == true: "renew the credentials: the session has ended"
        case .unauthenticated: "check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN: all three of one session"
        case .forbidden where denial.isExplicit: "remove the explicit deny of \(deniedActions(operation)) from the policy that has it"
        case .forbidden: "allow \(deniedActions(operation)) to these credentials"
        case .limitExceeded: Self.quota(operation)
        case .invalid where code == "ManagedRuleException": "leave the rule to the AWS service that made it: take it out of the manifests"
        case .throttled: "run it again when others use less of the account's request rate"
        case .unexpectedAnswer: "see whether a proxy answers in AWS's place, or an AWS_ENDPOINT_URL names another server"
        case .notFound, .conflict, .invalid, .unavailable, .timedOut, .interrupted: nil
        }
    }

    private var denial: AccessDenial { AccessDenial(message ?? "") }

    private func deniedActions(_ operation: AWSOperation) -> String {
        denial.action ?? operation.permissions.joined(separator: " and ")
    }

    /// EventBridge User Guide, "Quotas"; Lambda API reference, `AddPermission`.
    private static func quota(_ operation: AWSOperation) -> String {
        switch operation {
        case .putTargets: "leave a rule at most 5 targets: a second rule with the same pattern takes more"
        case .putRule: "remove rules from the bus, or ask AWS for a higher quota"
        case .addPermission:
            "a function's policy holds 20,480 bytes, about 50 statements: let one statement do for all rules of the bus with "
                + "`permission: perBus`, or remove some"
        case .setQueueAttributes:
            "a queue's policy holds 8,192 bytes and 20 statements: let one statement do for all rules of the bus with "
                + "`permission: perBus`, or remove some"
        case .putResourcePolicy:
            "CloudWatch Logs holds ten policies of an account and region: remove one that is no longer needed"
        default: "remove what is no longer needed, or ask AWS for a higher quota"
        }
    }
}

extension ServiceError {
    static func unreachable(_ operation: AWSOperation, _ endpoint: Endpoint, _ failure: HTTPFailure) -> ServiceError {
        if failure == .interrupted { return .interrupted(.aws, operation.name) }
        return ServiceError(
            .unavailable, system: .aws, operation: operation.name, summary: "\(operation.service.title) can't be reached at \(endpoint)",
            message: failure.description,
            fix: failure.remedy
                ?? "check the network, the stack's region, and AWS_ENDPOINT_URL and AWS_ENDPOINT_URL_\(operation.service.environmentName)")
    }

    /// AWS quotes the request that it got in its answer to a wrong signature, session token and all.
    func redacting(_ credentials: AWSCredentials) -> ServiceError {
        redacting([credentials.secretAccessKey, credentials.sessionToken].compactMap { $0?.reveal() })
    }

    func redacting(_ secrets: [String]) -> ServiceError {
        var error = self
        if let quotation = message?.firstRange(of: "The Canonical String") {
            error.message?.removeSubrange(quotation.lowerBound...)
            while error.message?.last?.isWhitespace == true { error.message?.removeLast() }
        }
        for secret in secrets {
            error.message?.replace(secret, with: "<redacted>")
        }
        return error
    }
}
