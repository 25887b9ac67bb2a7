public import Model

/// Takes what is of people out of recorded events: numbers, names, addresses, what they said. Ids stay, so that the events still meet the rules that they
/// met, and one conversation is still one.
///
/// What is equal becomes equal, over all events that one scrubber sees. The stand-ins are numbered in the order in which they are needed, so that nothing
/// can be read back from them; the same events in the same order give the same.
public struct Scrubber: Sendable {
    private var standIns: [String: Value] = [:]
    private var counts: [PersonalData.Kind: Int] = [:]
    private var made: Set<String> = []

    public init() {}

    public mutating func scrub(_ event: Value) -> Value { scrub(event, at: []) }

    private mutating func scrub(_ value: Value, at path: [String]) -> Value {
        switch value {
        case .map(let members):
            var scrubbed: [String: Value] = [:]
            for (key, member) in members.sorted(by: { $0.key < $1.key }) { scrubbed[key] = scrub(member, at: path + [key]) }
            return .map(scrubbed)
        case .list(let items): return .list(items.map { scrub($0, at: path) })
        case .string(let text): return path.count > 1 ? standIn(text, at: path) : value
        case .number: return PersonalData.isPersonal(at: path) ? 0 : value
        case .null, .bool, .unknown: return value
        }
    }

    private mutating func standIn(_ text: String, at path: [String]) -> Value {
        guard !text.isEmpty, !made.contains(text), !text.isLowercaseUUID, let kind = PersonalData.kind(of: text, at: path) else {
            return .string(text)
        }
        if let known = standIns[text] { return known }
        counts[kind, default: 0] += 1
        let standIn = kind.standIn(counts[kind, default: 1], form: text)
        made.insert(standIn)
        standIns[text] = .string(standIn)
        return .string(standIn)
    }
}

extension PersonalData.Kind {
    /// Numbers and addresses that belong to nobody: area code 555, `example.com` (RFC 2606), 192.0.2.0/24 (RFC 5737).
    fileprivate func standIn(_ number: Int, form: String) -> String {
        switch self {
        case .number:
            let digits = String(number)
            let dialed = "+1555" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
            if form.hasPrefix("sip:") { return "sip:\(dialed)@example.com" }
            return form.hasPrefix("tel:") ? "tel:\(dialed)" : dialed
        case .name: return "Person \(number)"
        case .mail: return "person\(number)@example.com"
        case .network: return "192.0.2.\(number % 256)"
        case .text: return "text \(number)"
        }
    }
}
