public import Model

/// Calls AWS: one operation, a JSON input, a JSON answer, whatever goes over the wire.
public protocol AWSTransport: Sendable {
    /// Makes the call, again where that is of use.
    ///
    /// Every operation in use may be made again when it is not known what became of it: it either converges by itself or answers
    /// that its object exists, which the caller recognises as its own.
    ///
    /// - Parameter input: a map whose members bear the service model's names.
    /// - Returns: a map, with the operation's `answer` member where it has one.
    func call(_ operation: AWSOperation, _ input: Value) async throws(ServiceError) -> Value
}

extension AWSTransport {
    /// A listing's entries, each read as soon as its page has come.
    ///
    /// - Parameter read: `nil` for what is no entry: a listing with one of these isn't understood, since it may be the one that matters.
    func list<Entry>(
        _ operation: AWSOperation, _ input: [String: Value], _ read: (Value) -> Entry?
    ) async throws(ServiceError) -> [Entry] {
        var input = input
        if let pages = operation.pages { input[pages.limit] = .number(Number(pages.size)) }
        var entries: [Entry] = []
        while true {
            let answer = try await call(operation, .map(input))
            for item in operation.answer.flatMap({ answer[$0]?.list }) ?? [] {
                guard let entry = read(item) else { throw .senseless(operation, "with an entry that can't be understood") }
                entries.append(entry)
            }
            guard let token = operation.pages?.token, let next = answer[token]?.string, !next.isEmpty else { return entries }
            guard input[token] != .string(next) else { throw .senseless(operation, "with the same page again and again") }
            input[token] = .string(next)
        }
    }
}

extension ServiceError {
    fileprivate static func senseless(_ operation: AWSOperation, _ how: String) -> ServiceError {
        ServiceError(
            .unexpectedAnswer, system: .aws, operation: operation.name,
            summary: "\(operation.service.title) answers \(operation.name) \(how)")
    }
}
