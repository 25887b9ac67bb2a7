import EventPatterns
import Model

/// What the sandbox needs of the event pattern language.
enum EventPatternCheck {
    /// - Throws: `InvalidEventPatternException` where AWS refuses the pattern.
    static func validate(_ text: String) throws(AWSError) {
        do {
            _ = try EventPattern(json: text)
        } catch {
            throw AWSError(code: "InvalidEventPatternException", message: error.message)
        }
    }

    /// - Parameter pattern: one that was validated.
    static func matches(_ pattern: String, _ event: Value) -> Bool {
        (try? EventPattern(json: pattern).matches(json: event.json)) ?? false
    }
}
