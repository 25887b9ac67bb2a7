import Model

/// What `${…}` can name where it stands.
struct Scope {
    struct Integration {
        /// `nil` where it can't be told; why has been reported.
        var eventSource: String?
        var bus: String?
        var id: Value
        var isAbsent: Bool
    }

    var stack: Stack
    /// The ids of the set's queues: known, or told by the queue.
    var queueIDs: [String: Value]
    var integrations: [String: Integration]
    /// Those that are declared to be gone.
    var absentQueues: Set<String>
    /// What is to be gone itself may name others of the kind.
    var mayNameAbsent = false
    /// The queue that `forEach` is at.
    var queue: String?

    /// Why a name means nothing here.
    struct Problem: Error {
        var code: String
        var summary: String
        var detail: String?
        var fix: String?
    }

    func value(of expression: String) throws(Problem) -> Value {
        let words = expression.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        // Names of resources may hold dots: the first word tells the kind, the last one the output.
        let name = words.dropFirst().dropLast().joined(separator: ".")
        switch (words.first, words.last) {
        case ("stack", _):
            if let value = stackValue(expression) { return .string(value) }
        case ("queue", _) where queue != nil && words.count <= 2:
            if let value = boundValue(words.dropFirst().first) { return value }
        case ("queue", "id") where !name.isEmpty:
            guard let id = queueIDs[name] else { throw dangling(.queue, name, among: queueIDs.keys) }
            if absentQueues.contains(name), !mayNameAbsent { throw .absent(.queue, name) }
            return id
        case ("integration", "eventSource"), ("integration", "bus"), ("integration", "id"):
            guard let integration = integrations[name] else { throw dangling(.integration, name, among: integrations.keys) }
            if integration.isAbsent, !mayNameAbsent { throw .absent(.integration, name) }
            if let value = integration.value(words.last) { return value }
        default: break
        }
        throw unknown(expression)
    }

    private func stackValue(_ expression: String) -> String? {
        switch expression {
        case "stack.name": stack.mark.name
        case "stack.aws.accountId": stack.aws.accountID
        case "stack.aws.region": stack.aws.region
        case "stack.aws.partition": stack.aws.partition
        default: nil
        }
    }

    private func boundValue(_ member: String?) -> Value? {
        guard let queue else { return nil }
        switch member {
        case nil, "name": return .string(queue)
        case "id": return queueIDs[queue]
        default: return nil
        }
    }

    private func dangling(_ kind: Kind, _ name: String, among names: some Collection<String>) -> Problem {
        Problem(
            code: "dangling-reference", summary: "no \(kind.rawValue) `\(name)` is declared",
            detail: kind.declared(names),
            fix: NearMiss.question(name, among: names))
    }

    private func unknown(_ expression: String) -> Problem {
        let stackNames = ["stack.name", "stack.aws.accountId", "stack.aws.region", "stack.aws.partition"]
        let outputs = ["queue.NAME.id", "integration.NAME.eventSource", "integration.NAME.bus", "integration.NAME.id"]
        let bound = queue == nil ? [] : ["queue", "queue.name", "queue.id"]
        let names = stackNames + bound + outputs
        return Problem(
            code: "unknown-expression", summary: "`${\(expression)}` names nothing",
            detail: "Known are \(names.map { "`${\($0)}`" }.joined(separator: ", ")).",
            fix: NearMiss.find(expression, among: stackNames + bound).map { "Did you mean `${\($0)}`?" }
                ?? "For a literal `${` write `$${`.")
    }
}

extension Scope.Problem {
    /// Of a name whose resource is declared to be gone.
    static func absent(_ kind: Kind, _ name: String) -> Scope.Problem {
        Scope.Problem(
            code: "reference-to-absent", summary: "\(kind.rawValue) `\(name)` is declared to be gone",
            detail: "Its manifest says `ensure: absent`.", fix: "Remove this reference, or keep the \(kind.rawValue).")
    }
}

extension Scope.Integration {
    fileprivate func value(_ output: String?) -> Value? {
        switch output {
        case "eventSource": eventSource.map { .string($0) }
        case "bus": bus.map { .string($0) }
        case "id": id
        default: nil
        }
    }
}
