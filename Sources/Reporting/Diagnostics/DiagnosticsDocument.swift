internal import Model

/// Findings as JSON, each as it stands in a plan's document.
enum DiagnosticsDocument {
    static func value(_ diagnostics: [Diagnostic]) -> Value {
        ["format_version": "1.0", "diagnostics": .list(diagnostics.map(value))]
    }

    static func value(_ diagnostic: Diagnostic) -> Value {
        var members: [String: Value] = [
            "severity": .string(diagnostic.severity.rawValue), "code": .string(diagnostic.code), "summary": .string(diagnostic.summary),
        ]
        members["detail"] = diagnostic.detail.map(Value.string)
        members["manifest"] = diagnostic.place.map { place in
            ["file": .string(place.file), "line": .number(Number(place.line)), "column": .number(Number(place.column))]
        }
        members["excerpt"] = diagnostic.excerpt.map(Value.string)
        members["address"] = diagnostic.address.map { .string($0.description) }
        members["fix"] = diagnostic.fix.map(Value.string)
        return .map(members)
    }
}
