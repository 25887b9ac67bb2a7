public import Applying
public import FoundationEssentials
public import Model
internal import Planning

/// What a format makes of a run. Each is a pure function of what it is told and of `ReportContext`.
protocol ReportView: Sendable {
    /// What is printed before anything is known.
    var opening: String { get }

    /// What is printed while something happens.
    func text(of event: ReportEvent) -> String

    /// What is printed of a plan that is about to be applied; nothing by formats of one document.
    func announcement(of plan: Plan) -> String

    /// What is printed at the end.
    func text(_ report: Report) -> String

    /// What a pipeline shows on the page of the run, where the format has a place for it.
    func stepSummary(_ report: Report) -> String?
}

extension ReportView {
    var opening: String { "" }
    func text(of event: ReportEvent) -> String { "" }
    func announcement(of plan: Plan) -> String { "" }
    func stepSummary(_ report: Report) -> String? { nil }
}

public enum ReportEvent: Hashable, Sendable {
    /// What an adapter says while it observes.
    case observing(System, String)
    case applying(ApplyEvent)
}

/// What formats need to know of the run besides the report.
public struct ReportContext: Sendable {
    public var style: TextStyle
    /// The program's version.
    public var version: String
    /// The clock by which events are told.
    public var now: @Sendable () -> Date

    public init(style: TextStyle, version: String, now: @escaping @Sendable () -> Date) {
        self.style = style
        self.version = version
        self.now = now
    }
}
