public import Model

/// How findings are printed: the option `--output` of `validate`.
public enum DiagnosticsFormat: String, Hashable, Sendable, CaseIterable {
    case text
    case json
    /// Static Analysis Results Interchange Format 2.1.0, which code scanners' dashboards read.
    case sarif
    /// Workflow commands of GitHub Actions, which become annotations of a pull request.
    case github

    /// The findings by place (of `github`, which shows only the first, by severity), lines ended by a line break; of `json` and `sarif` a whole document,
    /// also where there is nothing to say.
    public func render(_ diagnostics: [Diagnostic], style: TextStyle) -> String {
        let sorted = diagnostics.sorted()
        return switch self {
        case .text: DiagnosticsView(sorted, style: style).text
        case .json: DiagnosticsDocument.value(sorted).prettyJSON + "\n"
        case .sarif: SARIFLog.value(sorted).prettyJSON + "\n"
        case .github: sorted.mostSevereFirst.map(WorkflowCommand.line).joined()
        }
    }
}
