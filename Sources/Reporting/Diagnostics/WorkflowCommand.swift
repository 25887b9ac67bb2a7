internal import Model

/// A finding as a workflow command (GitHub Actions, "Workflow commands", `::error file={name},line={line},col={col},title={title}::{message}`).
enum WorkflowCommand {
    static func line(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.place.map { [("file", $0.file), ("line", "\($0.line)"), ("col", "\($0.column)")] } ?? []
        let properties = (place + [("title", diagnostic.code)]).map { "\($0)=\(property($1))" }.joined(separator: ",")
        return "::\(name(diagnostic.severity)) \(properties)::\(data(diagnostic.message))\n"
    }

    private static func name(_ severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    }

    /// Escaped as the runner takes it back (actions/toolkit, `packages/core/src/command.ts`): a line break would end the command and begin another.
    private static func data(_ text: String) -> String { escaped(text, ["%", "\r", "\n"]) }

    /// Other control characters are spelled out: a terminal that shows the log would obey them.
    private static func property(_ text: String) -> String {
        let visible = text.unicodeScalars.reduce(into: "") { result, scalar in
            let isBreak = scalar == "\r" || scalar == "\n"
            result += isBreak ? String(Character(scalar)) : Neutralized.text(String(Character(scalar)))
        }
        return escaped(visible, ["%", "\r", "\n", ":", ","])
    }

    private static func escaped(_ text: String, _ special: Set<Unicode.Scalar>) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            guard special.contains(scalar) else { return result.unicodeScalars.append(scalar) }
            result += "%" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16, uppercase: true)
        }
    }
}
