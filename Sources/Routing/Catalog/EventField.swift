/// A field in the events of a topic.
public struct EventField: Hashable, Sendable {
    public enum ValueType: String, Hashable, Sendable, CaseIterable {
        case string
        /// An id of Genesys Cloud: a UUID in lower case.
        case uuid
        case integer
        case number
        case boolean
        /// A date and time as ISO 8601 writes them.
        case time
        /// Whatever there is, with keys that nobody declared.
        case any
    }

    /// One key on the way from the body to the field.
    struct Step: Hashable, Sendable {
        var key: String
        /// Whether its value is a list of what follows.
        var isList: Bool
    }

    let steps: [Step]
    public let type: ValueType
    /// The values that the vendor's SDK names, sorted; empty where it names none. A newer Genesys Cloud may know more.
    public let values: [String]

    /// The keys from the body, joined by dots. Lists add nothing to a path, as in event patterns.
    public let path: String
}

extension EventField {
    /// Reads a line of the catalogue: `flowMilestones[].milestoneId string`, `direction string INBOUND OUTBOUND`.
    init?(line: Substring) {
        let words = line.split(separator: " ")
        guard words.count >= 2, let type = ValueType(rawValue: String(words[1])) else { return nil }
        steps = words[0].split(separator: ".").map { step in
            step.hasSuffix("[]") ? Step(key: String(step.dropLast(2)), isList: true) : Step(key: String(step), isList: false)
        }
        path = steps.map(\.key).joined(separator: ".")
        self.type = type
        values = words.dropFirst(2).map(String.init)
    }
}
