/// One link of the chain from a queue to whoever gets its events.
public struct TraceLink: Hashable, Sendable {
    public enum Verdict: String, Hashable, Sendable, CaseIterable {
        case verified
        case refuted
        /// It can't be told from what is known.
        case unknown
    }

    /// What has to be so: `the integration publishes acd.end`.
    public let name: String
    public let verdict: Verdict
    /// Why: what was found.
    public let finding: String
    /// How to mend it.
    public let fix: String?

    public init(_ name: String, _ verdict: Verdict, _ finding: String, fix: String? = nil) {
        self.name = name
        self.verdict = verdict
        self.finding = finding
        self.fix = fix
    }
}

/// A part of the chain: what goes for all rules, or for one rule or target.
public struct TraceBranch: Hashable, Sendable {
    /// `Rule/support-ended`, `Target/support-ended/main`.
    public let title: String
    public let links: [TraceLink]

    public init(title: String, links: [TraceLink]) {
        self.title = title
        self.links = links
    }
}
