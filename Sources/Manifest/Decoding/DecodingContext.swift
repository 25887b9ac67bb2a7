import Model
import YAML

/// Where a decoder stands and what it has found wrong so far.
struct DecodingContext {
    private let sourceNames: [String]
    var findings = Findings()
    /// What `${…}` can name; `nil` where none may stand.
    var scope: Scope?
    private var path: [Step] = []

    private enum Step {
        case key(String)
        case index(Int)
    }

    init(sourceNames: [String]) { self.sourceNames = sourceNames }

    /// The same, with nothing found yet.
    var fresh: DecodingContext {
        var context = self
        context.findings = Findings()
        return context
    }

    func place(_ mark: YAMLMark) -> SourceLocation {
        let name = sourceNames.indices.contains(mark.source) ? sourceNames[mark.source] : ""
        return SourceLocation(file: name, line: mark.line, column: mark.column)
    }

    /// The field that is being decoded, as errors name it: `spec.match.topics[0]`.
    var field: String {
        path.reduce(into: "") { text, step in
            switch step {
            case .key(let name): text += text.isEmpty ? name : "." + name
            case .index(let index): text += "[\(index)]"
            }
        }
    }

    mutating func enter(_ name: String) { path.append(.key(name)) }
    mutating func enter(_ index: Int) { path.append(.index(index)) }
    mutating func leave() { _ = path.popLast() }

    mutating func error(_ code: String, _ summary: String, at mark: YAMLMark, detail: String? = nil, fix: String? = nil) {
        findings.report(code, summary, at: place(mark), detail: detail, fix: fix)
    }

    mutating func wrongType(_ node: YAMLNode, expected: String) {
        guard !node.isNull else {
            error(
                "no-value", "`\(field)` has no value", at: node.mark, detail: "Expected \(expected).",
                fix: "Give it a value, or leave the key out.")
            return
        }
        error("wrong-type", "`\(field)` must be \(expected), not \(node.summary)", at: node.mark, fix: node.fixOfQuotes)
    }
}

extension YAMLNode {
    var isNull: Bool { value == .null }

    /// For a quoted scalar that would be something else without quotes.
    fileprivate var fixOfQuotes: String? {
        guard let scalar, scalar.style == .quoted, CoreValue(plain: scalar.text) != .text, !scalar.text.isEmpty else { return nil }
        return "Remove the quotes: \(scalar.text)."
    }

    /// What it is, as an error says it.
    var summary: String {
        switch content {
        case .sequence: "a list"
        case .mapping: "a mapping"
        case .scalar(let scalar):
            switch value {
            case .null: "nothing"
            case .bool: "the boolean `\(scalar.text)`"
            case .number, .unwritableNumber: "the number `\(scalar.text)`"
            case .text, nil: "the text `\(scalar.text.excerpt)`"
            }
        }
    }
}

extension String {
    /// The first line, cut where it is long.
    var excerpt: String {
        let line = prefix { !$0.isNewline }
        return line.count > 60 || line.count < count ? line.prefix(60) + "…" : self
    }
}
