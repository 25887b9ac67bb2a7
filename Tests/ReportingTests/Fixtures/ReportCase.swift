import Applying
import FoundationEssentials
import Model
import Reporting
import Synchronization
import Testing

/// What every format is looked at with.
struct ReportCase: Sendable, CustomTestStringConvertible {
    var name: String
    var report: Report
    /// Too long to keep what is printed of it as it is.
    var isLong = false

    var testDescription: String { name }

    static let all = [
        ReportCase(name: "empty", report: .plan(Plans.empty)), ReportCase(name: "create", report: .plan(Plans.create)),
        ReportCase(name: "adopt", report: .plan(Plans.adopt)), ReportCase(name: "replace", report: .plan(Plans.replace)),
        ReportCase(name: "prune", report: .plan(Plans.prune)), ReportCase(name: "unknowns", report: .plan(Plans.unknowns)),
        ReportCase(name: "stale", report: .outcome(Outcomes.stale)),
        ReportCase(name: "partly-applied", report: .outcome(Outcomes.partlyApplied)),
        ReportCase(name: "hostile", report: .plan(Plans.hostile)),
        ReportCase(name: "thousand", report: .plan(Plans.thousand), isLong: true),
        ReportCase(name: "checks-only", report: .plan(Plans.checksOnly)), ReportCase(name: "drift-only", report: .plan(Plans.driftOnly)),
    ]

    /// All that a run prints that comes to this.
    func printed(_ format: ReportFormat) -> String { report.printed(format) }
}

extension Report {
    func printed(_ format: ReportFormat, telling events: [ReportEvent] = []) -> String {
        let written = Mutex("")
        let context = ReportContext(style: TextStyle(), version: "1.2.3", now: { Date(timeIntervalSince1970: 0) })
        let printer = ReportPrinter(format, context) { text in written.withLock { $0 += text } }
        for event in events { printer.tell(event) }
        if case .outcome(let outcome) = self { printer.announce(outcome.plan) }
        printer.finish(self)
        return written.withLock { $0 }
    }
}

extension ReportFormat {
    var fileExtension: String {
        switch self {
        case .text: "txt"
        case .json: "json"
        case .jsonl: "jsonl"
        case .markdown: "md"
        case .html: "html"
        case .github: "github"
        case .gitlab: "gitlab.json"
        case .junit: "junit.xml"
        case .sarif: "sarif"
        }
    }
}
