internal import Cloud
internal import Model

/// What the AWS CLI says on stderr when it fails. Both versions write
/// `An error occurred (CODE) when calling the OPERATION operation: MESSAGE`, the code being HTTP's status where the answer had none.
struct CLIFailure {
    private let messages: String
    private let code: Int?

    init(_ run: ProgramRun) {
        messages = run.messages.split(whereSeparator: \.isNewline).map { $0.trimmingSpaces }.filter { !$0.isEmpty }.joined(separator: " ")
        code = run.code
    }

    /// What a failure means for the call that met it.
    static func verdict(_ error: ServiceError) -> Verdict {
        if let code = error.code, ErrorAnswer.asksToComeAgain(code, error.message) { return .throttled(retryAfter: nil) }
        return switch error.reason {
        case .throttled: .throttled(retryAfter: nil)
        case .unavailable: .failed
        default: .answer
        }
    }

    func error(of operation: AWSOperation) -> ServiceError {
        if let answer { return answer.error(of: operation).withoutStatus(known: answer.code == nil) }
        let (reason, summary, fix) = ownFailure(operation)
        return ServiceError(
            reason, system: .aws, operation: operation.name, summary: summary,
            message: messages.isEmpty ? nil : String(messages.prefix(300)),
            fix: fix)
    }

    /// The service's own word.
    private var answer: ErrorAnswer? {
        guard let start = messages.firstRange(of: "An error occurred ("),
            let close = messages[start.upperBound...].firstIndex(of: ")"),
            let colon = messages[close...].firstRange(of: "operation")
        else { return nil }
        let name = String(messages[start.upperBound..<close])
        let message = messages[colon.upperBound...].drop { $0 != ":" }.dropFirst().drop { $0 == " " }
        let status = Int(name)
        return ErrorAnswer(status: status ?? 400, code: status == nil ? name : nil, message: message.isEmpty ? nil : String(message))
    }

    /// What the CLI says of itself, by its words: its exit codes differ between versions (AWS CLI User Guide, "Return codes").
    private func ownFailure(_ operation: AWSOperation) -> (ServiceError.Reason, String, String?) {
        let says = { (texts: [String]) in texts.contains { messages.localizedContains($0) } }
        if says(["Unable to locate credentials", "could not be found", "Error when retrieving", "has expired", "Token", "credentials"]) {
            return (
                .unauthenticated, "the AWS CLI has no credentials that it can use",
                "see that `aws sts get-caller-identity` works in the same environment"
            )
        }
        if says(["Could not connect", "timeout on endpoint", "Connection was closed", "SSL validation failed", "proxy"]) {
            return (.unavailable, "the AWS CLI can't reach \(operation.service.title)", "check the network, and AWS_ENDPOINT_URL")
        }
        if says(["Invalid choice", "Unknown options", "argument operation", "argument command"]) {
            return (.invalid, "the AWS CLI is too old to know \(operation.name) or what it is given", "update the AWS CLI")
        }
        let end = code.map { "ended with status \($0)" } ?? "was ended by a signal"
        return (.unexpectedAnswer, "the AWS CLI \(end) at \(operation.name)", "run the same call with `aws` by itself and see what it says")
    }
}

extension ServiceError {
    /// The CLI tells HTTP's status only where there is no code.
    fileprivate func withoutStatus(known: Bool) -> ServiceError {
        var error = self
        if !known { error.status = nil }
        return error
    }
}

extension StringProtocol {
    fileprivate var trimmingSpaces: Substring {
        let start = drop { $0.isWhitespace }
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return Substring(start[...end])
    }

    fileprivate func localizedContains(_ text: String) -> Bool { lowercased().contains(text.lowercased()) }
}
