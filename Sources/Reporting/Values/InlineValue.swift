internal import Model

extension Value {
    /// The value as JSON on one line, what isn't known yet in round brackets: `{"queueId": [(known after apply: Queue/support.id)]}`.
    var inline: StyledText {
        switch self {
        case .null: "null"
        case .bool(let bool): "\(bool)"
        case .number(let number): "\(number)"
        case .string(let string): "\(quoted: string)"
        case .list(let items): "[\(items.map(\.inline).joined(separator: ", "))]"
        case .map(let members):
            "{\(members.sorted { $0.key < $1.key }.map { "\(quoted: $0.key): \($0.value.inline)" }.joined(separator: ", "))}"
        case .unknown(let unknown): unknown.inline
        }
    }
}

extension Unknown {
    /// A lone reference by its name, text around references as it will be put together.
    fileprivate var inline: StyledText {
        if case .reference(let reference)? = parts.first, parts.count == 1 { return "(known after apply: \(reference))" }
        return "\(quoted: description) (known after apply)"
    }
}
