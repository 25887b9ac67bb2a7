/// A field of a pattern that refuses an event, and why.
public struct Refusal: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// The event has no value there.
        case absent
        /// None of the event's values there is wanted. Each as JSON.
        case otherValues([String])
        /// A wanted value is there, but in another element of an array than the values of the fields before it.
        case otherElement
    }

    /// The keys from the root joined by dots.
    public let path: String
    /// The field's comparisons, as JSON.
    public let wanted: String
    public let reason: Reason
}

extension Refusal: CustomStringConvertible {
    /// A sentence without a full stop: `detail.queueId is "b", the pattern wants ["a"]`.
    public var description: String { "\(finding), the pattern wants \(wanted)" }

    /// What the event has there: `detail.queueId is "b"`.
    public var finding: String {
        switch reason {
        case .absent: "\(path) is absent"
        case .otherValues(let values): "\(path) is \(Self.listed(values))"
        case .otherElement: "\(path) is in another element of an array than the fields before it"
        }
    }

    private static func listed(_ values: [String]) -> String {
        let shown = values.prefix(5).joined(separator: ", ")
        return values.count > 5 ? "\(shown) and \(values.count - 5) more" : shown
    }
}

extension EventPattern {
    /// The fields that refuse the event, in order; where the pattern has `$or`, those of the alternative that the fewest refuse. Empty exactly where
    /// the pattern matches.
    public func refusals(of event: Event) -> [Refusal] {
        var fewest: [Refusal]?
        for alternative in alternatives {
            let refusals = alternative.refusals(of: event)
            if refusals.count < fewest?.count ?? .max { fewest = refusals }
        }
        return fewest ?? []
    }
}

extension EventPattern.Conjunction {
    fileprivate func refusals(of event: Event) -> [Refusal] {
        let refusing = fields.filter { !$0.matches(event) }
        guard refusing.isEmpty else { return refusing.map { Refusal($0, event) } }
        return refusingField(event).map { [Refusal($0, reason: .otherElement)] } ?? []
    }
}

extension Refusal {
    fileprivate init(_ field: EventPattern.Field, _ event: Event) {
        let values = event.leaves(at: field.path).map { leaf in
            var text = JSONText()
            text.append(leaf.value)
            return text.utf8.description
        }
        self.init(field, reason: values.isEmpty ? .absent : .otherValues(values))
    }

    fileprivate init(_ field: EventPattern.Field, reason: Reason) {
        self.init(path: field.path.description, wanted: field.json.utf8.description, reason: reason)
    }
}
