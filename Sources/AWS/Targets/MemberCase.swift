internal import Model

/// EventBridge's members in the case that manifests write them in (`deadLetterConfig`), and back.
///
/// Every member of `Target` begins with a capital, but for the few that ECS has lent its own spelling to
/// (EventBridge API reference, `Target` and the types in it).
enum MemberCase {
    /// Maps whose keys are the user's.
    private static let userKeyed: Set = ["inputPathsMap", "headerParameters", "queryStringParameters"]
    private static let lowerOnWire: Set = [
        "awsvpcConfiguration", "capacityProvider", "weight", "base", "type", "expression", "field",
    ]

    /// As manifests write it. What an answer tells as `null` is absent.
    static func lowered(_ wire: Value) -> Value {
        switch wire {
        case .list(let items): .list(items.map(lowered))
        case .map(let members):
            .map(
                Dictionary(
                    uniqueKeysWithValues: members.filter { $0.value != .null }.map { key, value in
                        let key = key.prefix(1).lowercased() + key.dropFirst()
                        return (key, userKeyed.contains(key) ? value : lowered(value))
                    }))
        case .null, .bool, .number, .string, .unknown: wire
        }
    }

    /// As EventBridge takes it.
    static func raised(_ value: Value) -> Value {
        switch value {
        case .list(let items): .list(items.map(raised))
        case .map(let members):
            .map(
                Dictionary(
                    uniqueKeysWithValues: members.map { key, value in
                        let wire = lowerOnWire.contains(key) ? key : key.prefix(1).uppercased() + key.dropFirst()
                        return (wire, userKeyed.contains(key) ? value : raised(value))
                    }))
        case .null, .bool, .number, .string, .unknown: value
        }
    }
}
