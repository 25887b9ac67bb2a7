internal import EventPatterns
internal import Model
internal import Routing

/// Test results as JUnit's XML, by the schema that Jenkins, GitLab and GitHub's actions read (https://github.com/testmoapp/junitxml).
enum JUnitReport {
    static func text(_ results: [PatternTestResult]) -> String {
        let (failed, skipped) = (results.count { $0.status == .failed }, results.count { $0.status == .unmatched })
        let counts = "tests=\"\(results.count)\" failures=\"\(failed)\" errors=\"0\" skipped=\"\(skipped)\""
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="reconcile" \(counts)>
              <testsuite name="reconcile test" \(counts)>
            \(results.map(testCase).joined())  </testsuite>
            </testsuites>

            """
    }

    private static func testCase(_ result: PatternTestResult) -> String {
        let place = result.test.place.map { " file=\"\(escaped($0.file))\" line=\"\($0.line)\"" } ?? ""
        let head = "    <testcase classname=\"reconcile\" name=\"\(escaped(result.test.name))\"\(place)"
        let report = PatternTestsView([result], style: TextStyle(width: 400)).text
        return switch result.status {
        case .passed: head + "/>\n"
        case .failed:
            head + ">\n      <failure message=\"\(escaped(summary(result)))\">\(escaped(report))</failure>\n    </testcase>\n"
        case .unmatched: head + ">\n      <skipped message=\"no rule takes the event\"/>\n    </testcase>\n"
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

    /// XML 1.0 can't hold most control characters in any form.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "&": escaped += "&amp;"
            case "\"": escaped += "&quot;"
            case "\n": escaped += "&#10;"
            case "\t": escaped += "&#9;"
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }
}
