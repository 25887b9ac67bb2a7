import FoundationEssentials
import Model

/// The request of one operation, its fields checked, with what the operation takes from the world.
struct AWSCall: Sendable {
    let input: [String: Value]
    let now: Date
    let requestID: String
    /// The host that the request was sent to, for the addresses in answers.
    let host: String
    let configuration: SandboxConfiguration

    /// A string that is there and not empty.
    func string(_ name: String) -> String? {
        input[name]?.string.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A string that the operation's fields require, so it is there.
    func required(_ name: String) -> String { input[name]?.string ?? "" }

    func integer(_ name: String) -> Int? { input[name]?.integer }

    func bool(_ name: String) -> Bool { input[name]?.bool ?? false }

    func list(_ name: String) -> [Value] { input[name]?.list ?? [] }

    /// `[{"Key", "Value"}]`, as most services write tags.
    func tags(_ name: String) -> [String: String] {
        let pairs = list(name).map { ($0["Key"]?.string ?? "", $0["Value"]?.string ?? "") }
        return Dictionary(pairs, uniquingKeysWith: { $1 })
    }

    /// Whether what was made then is old enough to be in a list.
    func lists(_ createdAt: Date?) -> Bool {
        guard let createdAt else { return true }
        return createdAt.addingTimeInterval(configuration.listDelay) <= now
    }
}

extension Value {
    /// A map without the members that are absent: both clouds leave out what has no value.
    static func present(_ members: [String: Value?]) -> Value {
        .map(members.compactMapValues { $0 == .null ? nil : $0 })
    }

    static func string(_ text: String?) -> Value? { text.map { Value.string($0) } }

    static func integer(_ integer: Int) -> Value { .number(Number(integer)) }

    /// Tags as most services write them, by key.
    static func tags(_ tags: [String: String]) -> Value {
        .list(tags.sorted { $0.key < $1.key }.map { ["Key": .string($0.key), "Value": .string($0.value)] })
    }

    /// A date as JSON 1.1 has it: seconds since 1970, to the millisecond.
    static func timestamp(_ date: Date) -> Value {
        let milliseconds = Int((date.timeIntervalSince1970 * 1_000).rounded())
        return Number("\(milliseconds)e-3").map { .number($0) } ?? .null
    }
}
