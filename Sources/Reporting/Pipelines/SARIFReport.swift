internal import Model

/// What was found, as a log of one run in SARIF.
struct SARIFReport: ReportView {
    func text(_ report: Report) -> String { SARIFLog.value(report.findings).prettyJSON + "\n" }
}
