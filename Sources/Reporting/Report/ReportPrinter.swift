public import Planning
internal import Synchronization

/// Prints a run in one format, from its beginning to its end. May be told of events from several tasks at once: each is written whole.
public final class ReportPrinter: Sendable {
    private let view: any ReportView
    private let write: Mutex<@Sendable (String) -> Void>

    /// - Parameter write: takes the text; it is never called by two tasks at once.
    public init(_ format: ReportFormat, _ context: ReportContext, write: @escaping @Sendable (String) -> Void) {
        view = format.view(context)
        self.write = Mutex(write)
        show(view.opening)
    }

    public func tell(_ event: ReportEvent) { show(view.text(of: event)) }

    /// Shows a plan that is about to be applied.
    public func announce(_ plan: Plan) { show(view.announcement(of: plan)) }

    public func finish(_ report: Report) { show(view.text(report)) }

    /// What a pipeline shows on the page of the run, in Markdown; `nil` in formats that have no place for it.
    public func stepSummary(_ report: Report) -> String? { view.stepSummary(report) }

    private func show(_ text: String) {
        if !text.isEmpty { write.withLock { $0(text) } }
    }
}
