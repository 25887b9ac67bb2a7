internal import Model

/// Findings as a log of one run in SARIF (OASIS, "Static Analysis Results Interchange Format 2.1.0").
enum SARIFLog {
    static func value(_ diagnostics: [Diagnostic]) -> Value {
        let rules = Set(diagnostics.map(\.code)).sorted().map { Value.map(["id": .string($0)]) }
        let run: Value = [
            "tool": ["driver": ["name": "reconcile", "rules": .list(rules)]],
            // Columns of manifests count characters (§3.14.17), as `SourceLocation` does.
            "columnKind": "unicodeCodePoints",
            "results": .list(diagnostics.map(result)),
        ]
        return ["$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]]
    }

    private static func result(_ diagnostic: Diagnostic) -> Value {
        var location: [String: Value] = [:]
        location["physicalLocation"] = diagnostic.place.map { physicalLocation($0, excerpt: diagnostic.excerpt) }
        location["logicalLocations"] = diagnostic.address.map { [["fullyQualifiedName": .string($0.description)]] }
        return [
            "ruleId": .string(diagnostic.code), "level": .string(diagnostic.severity.rawValue),
            "message": ["text": .string(diagnostic.message)], "locations": location.isEmpty ? [] : [.map(location)],
        ]
    }

    private static func physicalLocation(_ place: SourceLocation, excerpt: String?) -> Value {
        var region: [String: Value] = ["startLine": .number(Number(place.line)), "startColumn": .number(Number(place.column))]
        region["snippet"] = excerpt.map { ["text": .string($0)] }
        return ["artifactLocation": ["uri": .string(uri(place.file))], "region": .map(region)]
    }

    private static let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)

    /// A path as a URI reference (RFC 3986 §4.2), all but unreserved characters percent-encoded.
    private static func uri(_ path: String) -> String {
        let encoded = path.utf8.map { byte in
            if unreserved.contains(byte) { return String(Character(Unicode.Scalar(byte))) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        return (path.hasPrefix("/") ? "file://" : "") + encoded.joined()
    }
}

extension Diagnostic {
    /// All that is said, a line for each of the summary, the detail and the fix, safe to show.
    var message: String { [summary, detail, fix].compactMap { $0.map(Neutralized.text) }.joined(separator: "\n") }
}
