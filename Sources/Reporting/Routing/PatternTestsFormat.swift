internal import Model
public import Routing

/// How `test` prints its results: the option `--output`.
public enum PatternTestsFormat: String, Hashable, Sendable, CaseIterable {
    case text
    case json
    /// The XML that pipelines read test results from.
    case junit

    public func render(_ results: [PatternTestResult], style: TextStyle) -> String {
        switch self {
        case .text: PatternTestsView(results, style: style).text
        case .json: PatternTestsDocument.value(results).prettyJSON + "\n"
        case .junit: PatternTestsJUnit.text(results)
        }
    }
}
