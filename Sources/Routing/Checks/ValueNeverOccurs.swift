import EventPatterns
import Model

/// A pattern compares a field with a value that the field never has: another type, or a word in another case (`voice` for `VOICE`).
///
/// It is an error where the whole filter on the field can't be satisfied, a warning where only some of its values are affected, and a warning for a word
/// that the vendor's SDK doesn't name: a newer Genesys Cloud may.
enum ValueNeverOccurs: Check {
    static let id = "value-never-occurs"
    static let severity = Diagnostic.Severity.error

    static func findings(in set: CheckedSet) -> [CheckFinding] {
        let queuePath = Topic.queuePath(set.table.stack.genesys.api)
        return set.patternRules.flatMap { rule in
            rule.paths.filter { $0 != queuePath }.flatMap { path -> [CheckFinding] in
                let fields = rule.topics.compactMap { $0.field(at: path) }
                guard !fields.isEmpty, fields.count == rule.topics.count else { return [] }
                return rule.pattern.alternatives.compactMap { alternative in
                    alternative.field(at: path).flatMap { finding($0, fields, path, rule) }
                }
            }
        }
    }

    private static func finding(_ field: EventPattern.Field, _ known: [EventField], _ path: String, _ rule: PatternRule) -> CheckFinding? {
        let problems = field.comparisons.compactMap { comparison in known.compactMap { $0.problem(with: comparison) }.first }
        guard let worst = problems.first(where: \.isCertain) ?? problems.first else { return nil }
        let isFatal = problems.count == field.comparisons.count && problems.allSatisfy(\.isCertain) && rule.pattern.alternatives.count == 1
        return CheckFinding(
            rule.resource, at: "eventPattern.\(path)", "`\(path)` is never \(worst.value)", detail: worst.expectation, fix: worst.fix,
            severity: isFatal ? nil : .warning)
    }
}

private struct ValueProblem {
    var value: String
    var expectation: String
    var fix: String?
    var isCertain = true
}

extension EventField {
    fileprivate func problem(with comparison: EventPatterns.Comparison) -> ValueProblem? {
        switch (type, comparison) {
        case (.any, _): nil
        case (.string, .equals(.string(let text))), (.uuid, .equals(.string(let text))), (.time, .equals(.string(let text))):
            wordProblem(text.description)
        case (.string, .equals(.number)), (.uuid, .equals(.number)), (.time, .equals(.number)), (.string, .numeric), (.uuid, .numeric),
            (.time, .numeric):
            ValueProblem(value: "a number", expectation: "It is a text.", fix: "Quote the value.")
        case (.string, .equals(.bool)), (.uuid, .equals(.bool)), (.time, .equals(.bool)):
            ValueProblem(value: "`true` or `false`", expectation: "It is a text.", fix: "Quote the value.")
        case (.integer, .equals(.string(let text))), (.number, .equals(.string(let text))):
            ValueProblem(value: "a text", expectation: "It is a number; `\"\(text)\"` is a text.", fix: "Remove the quotes.")
        case (.boolean, .equals(.string)), (.boolean, .equals(.number)), (.boolean, .numeric):
            ValueProblem(value: "a text or a number", expectation: "It is `true` or `false`.")
        default: nil
        }
    }

    private func wordProblem(_ text: String) -> ValueProblem? {
        if type == .uuid {
            guard !text.isLowercaseUUID else { return nil }
            return ValueProblem(
                value: "`\(text)`", expectation: "It is an id of Genesys Cloud: a UUID in lower case.", isCertain: text != text.lowercased()
            )
        }
        guard !values.isEmpty, !values.contains(text) else { return nil }
        let sameButCase = values.first { $0.lowercased() == text.lowercased() }
        return ValueProblem(
            value: "`\(text)`", expectation: "Known are \(values.map { "`\($0)`" }.joined(separator: ", ")).",
            fix: sameButCase.map { "Write `\($0)`." } ?? NearMiss.question(text, among: values), isCertain: sameButCase != nil)
    }
}

extension String {
    var isLowercaseUUID: Bool {
        guard utf8.count == 36 else { return false }
        return utf8.enumerated().allSatisfy { index, byte in
            switch index {
            case 8, 13, 18, 23: byte == UInt8(ascii: "-")
            default: (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            }
        }
    }
}
