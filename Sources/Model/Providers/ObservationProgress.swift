/// What a provider tells while it observes, for people who wait.
public enum ObservationProgress: Hashable, Sendable {
    /// What it does now, such as "reading 40 rules".
    case message(String)
    /// So many more answers are to come.
    case expecting(Int)
    /// One of them has come.
    case received
}

/// Takes what a provider tells while it observes, from several tasks at once.
public typealias ObservationSink = @Sendable (ObservationProgress) -> Void
