/// What a pattern says of an event.
public struct PatternVerdict: Hashable, Sendable {
    public enum Result: String, Hashable, Sendable, CaseIterable {
        case match
        case noMatch = "no-match"
        /// The pattern isn't one, or the event isn't.
        case invalid
    }

    public let result: Result
    /// The fields that refuse the event, or what is invalid in the words of EventBridge; empty where the event is taken.
    public let message: String

    fileprivate init(_ result: Result, _ message: String) {
        self.result = result
        self.message = message
    }
}

extension PatternCase {
    /// As EventBridge's `TestEventPattern` does, the pattern is read before the event, and an event that is no JSON object is an error, not a mismatch.
    public var verdict: PatternVerdict {
        do throws(EventPattern.Invalid) {
            let pattern = try EventPattern(utf8: pattern)
            do throws(Event.Invalid) {
                let refusals = pattern.refusals(of: try Event(utf8: event))
                return refusals.isEmpty
                    ? PatternVerdict(.match, "") : PatternVerdict(.noMatch, refusals.map(\.description).joined(separator: "; "))
            } catch {
                return PatternVerdict(.invalid, error.description)
            }
        } catch {
            return PatternVerdict(.invalid, error.message)
        }
    }

    /// The verdict as one line of JSON: `{"name":…,"result":…,"message":…}`.
    public var answer: String {
        let verdict = verdict
        return Self.line(name, verdict.result, verdict.message)
    }

    fileprivate static func line(_ name: String?, _ result: PatternVerdict.Result, _ message: String) -> String {
        var text = JSONText()
        let members: [(key: UTF8String, value: JSONScalar)] = [
            ("name", name.map { .string(UTF8String($0)) } ?? .null), ("result", .string(UTF8String(result.rawValue))),
            ("message", .string(UTF8String(message))),
        ]
        text.object(members) { $0.append($1) }
        return text.utf8.description
    }
}

extension PatternCase.Invalid {
    /// What stands for a verdict, so that every line has its answer: `{"name":…,"result":"invalid","message":…}`, the name `null` where it can't be told.
    public var answer: String { PatternCase.line(name, .invalid, description) }
}
