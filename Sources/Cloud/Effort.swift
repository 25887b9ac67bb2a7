public import Model

/// How often and how long a call was tried before it was given up.
public struct Effort: Hashable, Sendable {
    public var attempts: Int
    /// From its first sending to the end of its last attempt.
    public var duration: Duration

    public init(attempts: Int, duration: Duration) {
        self.attempts = attempts
        self.duration = duration
    }

    /// For people: `tried 8 times within 26 s`. `nil` of a call that was made once.
    var text: String? { attempts > 1 ? "tried \(attempts) times within \(Int64((duration / .seconds(1)).rounded(.up))) s" : nil }
}

extension ServiceError {
    /// The same error of a call that was given up, saying so.
    public func after(_ effort: Effort?) -> ServiceError {
        var error = self
        if let text = effort?.text { error.summary += " (\(text))" }
        return error
    }
}
