internal import EventPatterns
internal import Model
internal import Routing

/// Test results as JSON.
enum PatternTestsDocument {
    static func value(_ results: [PatternTestResult]) -> Value {
        ["format_version": "1.0", "tests": .list(results.map(value))]
    }

    private static func value(_ result: PatternTestResult) -> Value {
        var members: [String: Value] = [
            "name": .string(result.test.name), "status": .string(result.status.rawValue), "event": .string(result.test.event.label.subject),
            "taken_by": list(result.taken.map(\.description)), "missing": list(result.missing.map(\.description)),
            "unexpected": list(result.unexpected.map(\.description)), "undeclared": list(result.undeclared),
            "refusals": .list(result.verdicts.filter { !$0.takes }.map(refusals)),
        ]
        members["expected"] = result.test.expected?.rules.map { list($0.sorted()) }
        if let consumers = result.test.expected?.consumers {
            members["expected_consumers"] = list(consumers.map(\.arn).sorted())
            members["missing_consumers"] = list(result.missingConsumers.map(\.arn))
            members["unexpected_consumers"] = list(result.unexpectedConsumers.map(\.arn))
        }
        members["manifest"] = result.test.place.map { ["file": .string($0.file), "line": .number(Number($0.line))] }
        return .map(members)
    }

    private static func refusals(_ verdict: PatternTestResult.Verdict) -> Value {
        let fields = verdict.refusals.map { refusal -> Value in
            ["path": .string(refusal.path), "finding": .string(refusal.finding), "wanted": (try? Value(json: refusal.wanted)) ?? .null]
        }
        var members: [String: Value] = ["rule": .string(verdict.rule.description), "fields": .list(fields)]
        members["other_bus"] = verdict.otherBus.map(Value.string)
        return .map(members)
    }

    private static func list(_ texts: [String]) -> Value { .list(texts.map(Value.string)) }
}
