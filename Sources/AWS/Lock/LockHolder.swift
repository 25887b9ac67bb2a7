public import FoundationEssentials
public import Model

/// Who holds a lock: what its object says, as JSON.
public struct LockHolder: Hashable, Sendable {
    /// What tells this run from all others; to release the lock by hand, one gives it.
    public var id: String
    /// The name of the user.
    public var owner: String
    public var host: String
    public var processID: Int
    /// Since when, to the second.
    public var created: Date
    public var stack: String

    public init(id: String, owner: String, host: String, processID: Int, created: Date, stack: StackMark) {
        self.id = id
        self.owner = owner
        self.host = host
        self.processID = processID
        self.created = created
        self.stack = stack.description
    }

    /// `nil` where the document is no lock of ours.
    init?(_ document: Value) {
        guard let id = document["id"]?.string, let owner = document["owner"]?.string, let host = document["host"]?.string,
            let processID = document["pid"]?.integer, let stack = document["stack"]?.string,
            let created = document["created"]?.string.flatMap({ try? Date($0, strategy: .iso8601) })
        else { return nil }
        (self.id, self.owner, self.host, self.processID, self.created, self.stack) = (id, owner, host, processID, created, stack)
    }

    var document: Value {
        [
            "id": .string(id), "owner": .string(owner), "host": .string(host), "pid": .number(Number(processID)),
            "created": .string(created.formatted(.iso8601)), "stack": .string(stack),
        ]
    }

    /// One clause, such as `alice on ci-7 (process 123), for the stack acme/telephony/prod, since 2026-01-02T03:04:05Z (12 min)`.
    public func text(now: Date) -> String {
        "\(owner) on \(host) (process \(processID)), for the stack \(stack), since \(created.formatted(.iso8601)) (\(age(now: now)))"
    }

    private func age(now: Date) -> String {
        let seconds = max(0, Int(now.timeIntervalSince(created)))
        return switch seconds {
        case ..<120: "\(seconds) s"
        case ..<7_200: "\(seconds / 60) min"
        case ..<172_800: "\(seconds / 3_600) h"
        default: "\(seconds / 86_400) days"
        }
    }
}
