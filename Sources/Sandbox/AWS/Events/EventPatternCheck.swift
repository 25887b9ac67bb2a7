import Model

/// What the sandbox needs of the event pattern language.
enum EventPatternCheck {
    /// - Throws: `InvalidEventPatternException` where AWS refuses the pattern.
    static func validate(_ text: String) throws(AWSError) {
        guard let pattern = try? Value(json: text) else { throw invalid("Filter is not an object") }
        guard let members = pattern.map else { throw invalid("Filter is not an object") }
        guard !members.isEmpty else { throw invalid("Event pattern is empty") }
        try validate(members)
    }

    static func matches(_ pattern: Value, _ event: Value) -> Bool {
        (pattern.map ?? [:]).allSatisfy { name, filter in
            let value = event[name] ?? .null
            if filter.map != nil { return matches(filter, value) }
            return (filter.list ?? []).contains { $0 == value || value.list?.contains($0) == true }
        }
    }

    private static func validate(_ members: [String: Value]) throws(AWSError) {
        for (name, filter) in members {
            if let inner = filter.map {
                guard !inner.isEmpty else { throw invalid("Empty objects are not allowed") }
                try validate(inner)
            } else if let items = filter.list {
                guard !items.isEmpty else { throw invalid("Empty arrays are not allowed") }
            } else {
                throw invalid("\"\(name)\" must be an object or an array")
            }
        }
    }

    private static func invalid(_ reason: String) -> AWSError {
        AWSError(code: "InvalidEventPatternException", message: "Event pattern is not valid. Reason: \(reason)")
    }
}
