public import Model
public import Planning

/// What became of one change.
public enum ChangeResult: Hashable, Sendable {
    /// Made, with what the object says to others now.
    case done(outputs: [String: Value])
    /// The live object is as desired already.
    case alreadyDone
    case failed(ServiceError)
    /// What it depends on wasn't done; nothing is named where the run was interrupted before.
    case notAttempted(because: [Address])
    /// The live object is another than the plan was made from.
    case stale

    public var isSuccess: Bool {
        switch self {
        case .done, .alreadyDone: true
        case .failed, .notAttempted, .stale: false
        }
    }
}

/// What an apply did, by address, and what a fresh observation says of it.
public struct Outcome: Hashable, Sendable {
    public var plan: Plan
    public var results: [Address: ChangeResult]
    /// What stood in the way before any change was made: another account or organisation, or one that couldn't be told.
    public var obstacles: [ServiceError]
    /// The plan that a fresh observation gives afterwards; empty where all converged, `nil` where nothing was attempted or no more was looked.
    public var remaining: Plan?
    /// The run ended before all was attempted and proved.
    public var isInterrupted: Bool

    public init(
        plan: Plan, results: [Address: ChangeResult] = [:], obstacles: [ServiceError] = [], remaining: Plan? = nil,
        isInterrupted: Bool = false
    ) {
        self.plan = plan
        self.results = results
        self.obstacles = obstacles
        self.remaining = remaining
        self.isInterrupted = isInterrupted
    }
}

extension Outcome {
    public enum Status: Hashable, Sendable {
        case converged
        /// Every change was made, and a fresh observation still differs.
        case notConverged
        /// Nothing was done: a safety rule refuses the plan, or the account or organisation is not the stack's.
        case refused
        /// Nothing was done that had been planned, and something failed.
        case failed
        case stale
        case partlyApplied
        case interrupted
    }

    public var status: Status {
        if isInterrupted { return .interrupted }
        if !obstacles.isEmpty || !plan.refusals.isEmpty { return .refused }
        let done = results.values.count(where: \.isSuccess)
        if done == results.count { return remaining?.isSettled ?? true ? .converged : .notConverged }
        let onlyStale = results.values.allSatisfy { result in if case .failed = result { false } else { true } }
        if onlyStale && results.values.contains(.stale) { return .stale }
        return done == 0 ? .failed : .partlyApplied
    }
}
