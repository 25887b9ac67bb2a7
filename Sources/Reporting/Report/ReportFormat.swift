/// How a plan or an outcome is printed: the option `--output` of `plan` and `apply`.
public enum ReportFormat: String, Hashable, Sendable, CaseIterable {
    /// For a person in a terminal.
    case text
    /// One document for programs, by a published schema.
    case json
    /// A record a line as things happen.
    case jsonl
    /// A comment in a pull request.
    case markdown
    /// A page that loads nothing.
    case html
    /// Workflow commands of GitHub Actions, which become annotations.
    case github
    /// The counts that GitLab shows in a merge request (`artifacts:reports:terraform`).
    case gitlab
    /// The XML that pipelines read test results from.
    case junit
    /// Static Analysis Results Interchange Format 2.1.0, which code scanners' dashboards read.
    case sarif
}

extension ReportFormat {
    /// The only place that tells the formats apart.
    func view(_ context: ReportContext) -> any ReportView {
        switch self {
        case .text: TextReport(style: context.style)
        case .json: JSONReport()
        case .jsonl: EventStreamReport(version: context.version, now: context.now)
        case .markdown: MarkdownReport(limit: MarkdownReport.commentLimit)
        case .html: HTMLReport(version: context.version)
        case .github: GitHubReport()
        case .gitlab: GitLabReport()
        case .junit: JUnitReport()
        case .sarif: SARIFReport()
        }
    }
}

extension ReportFormat {
    /// Whether the reports of several stacks may follow each other in one output.
    public var mayFollowAnother: Bool {
        switch self {
        case .text, .json, .jsonl, .markdown, .github: true
        case .html, .gitlab, .junit, .sarif: false
        }
    }
}
