import Model

extension Diagnostic {
    /// The finding as golden files hold it: all that a report can show, the line with a caret under the place.
    var goldenText: String {
        var lines = ["\(place?.description ?? "-"): \(severity.rawValue): \(summary) [\(code)]"]
        if let excerpt, let place {
            lines += ["  | \(excerpt)", "  | \(String(repeating: " ", count: place.column - 1))^"]
        }
        if let address { lines.append("  at \(address)") }
        if let detail { lines.append("  \(detail)") }
        if let fix { lines.append("  fix: \(fix)") }
        return lines.joined(separator: "\n")
    }
}
