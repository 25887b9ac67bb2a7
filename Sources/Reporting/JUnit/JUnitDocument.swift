internal import Model

/// JUnit's XML, by the schema that Jenkins, GitLab and GitHub's actions read (https://github.com/testmoapp/junitxml).
enum JUnitDocument {
    struct Case {
        enum Result {
            case passed
            case failed(message: String, text: String)
            case skipped(message: String)
        }

        var className = "reconcile"
        var name: String
        var place: SourceLocation?
        var result: Result
        var output: String?
    }

    static func text(suite: String, _ cases: [Case]) -> String {
        let failures = cases.count { if case .failed = $0.result { true } else { false } }
        let skipped = cases.count { if case .skipped = $0.result { true } else { false } }
        let counts = "tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"\(skipped)\""
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="reconcile" \(counts)>
              <testsuite name="\(XMLText.escaped(suite))" \(counts)>
            \(cases.map(text).joined())  </testsuite>
            </testsuites>

            """
    }

    private static func text(_ testCase: Case) -> String {
        let place = testCase.place.map { " file=\"\(XMLText.escaped($0.file))\" line=\"\($0.line)\"" } ?? ""
        let names = "classname=\"\(XMLText.escaped(testCase.className))\" name=\"\(XMLText.escaped(testCase.name))\""
        let inner = result(testCase.result) + (testCase.output.map { "      <system-out>\(XMLText.escaped($0))</system-out>\n" } ?? "")
        return "    <testcase \(names)\(place)" + (inner.isEmpty ? "/>\n" : ">\n\(inner)    </testcase>\n")
    }

    private static func result(_ result: Case.Result) -> String {
        switch result {
        case .passed: ""
        case .failed(let message, let text):
            "      <failure message=\"\(XMLText.escaped(message))\">\(XMLText.escaped(text))</failure>\n"
        case .skipped(let message): "      <skipped message=\"\(XMLText.escaped(message))\"/>\n"
        }
    }
}
