internal import Model
internal import Routing

/// Test results as JUnit's XML.
enum PatternTestsJUnit {
    static func text(_ results: [PatternTestResult]) -> String {
        JUnitDocument.text(suite: "reconcile test", results.map(testCase))
    }

    private static func testCase(_ result: PatternTestResult) -> JUnitDocument.Case {
        JUnitDocument.Case(name: result.test.name, place: result.test.place, result: verdict(result))
    }

    private static func verdict(_ result: PatternTestResult) -> JUnitDocument.Case.Result {
        switch result.status {
        case .passed: .passed
        case .failed: .failed(message: summary(result), text: PatternTestsView([result], style: TextStyle(width: 400)).text)
        case .unmatched: .skipped(message: "no rule takes the event")
        }
    }

    private static func summary(_ result: PatternTestResult) -> String {
        let missing = result.missing.map { "\($0) doesn't take the event" }
        let unexpected = result.unexpected.map { "\($0) takes the event unexpectedly" }
        let undeclared = result.undeclared.map { "no rule `\($0)`" }
        let consumers =
            result.missingConsumers.map { "\($0.title) doesn't get the event" }
            + result.unexpectedConsumers.map { "\($0.title) gets the event unexpectedly" }
        return (missing + unexpected + undeclared + consumers).joined(separator: "; ")
    }
}
