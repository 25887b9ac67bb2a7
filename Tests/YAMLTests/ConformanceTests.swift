import Foundation
import Model
import OrderedCollections
import Testing
import YAML

/// yaml-test-suite: what libyaml accepts loads into the tree as the suite's JSON says.
@Suite struct ConformanceTests {
    static let folder = ProcessInfo.processInfo.environment["RECONCILE_CONFORMANCE"]

    /// Cases that differ, each with the reason.
    static let exceptions = [
        "652Z": "libyaml takes a `?` in a flow mapping for the key indicator without a space after it",
        "HM87/01": "libyaml takes a `?` in a flow sequence for the key indicator without a space after it",
        "JEF9/02": "libyaml drops a last line of spaces that no line break ends",
        "L24T/01": "libyaml drops the line break of a last line of spaces that no line break ends",
        "X38W": "a key is given twice, the second time by an alias: refused on purpose",
        "Y2GN": "libyaml ends an anchor's name at a colon",
    ]

    @Test(.enabled(if: folder != nil, "RECONCILE_CONFORMANCE names no folder"))
    func `each case that libyaml accepts loads as its JSON says`() throws {
        let path = try #require(Self.folder) + "/yaml-test-suite.jsonl"
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        let cases = try lines.map { try Value(json: String($0)) }
        #expect(cases.count > 300)
        var counts = (loaded: 0, withoutJSON: 0, wronglyLoaded: 0, refused: 0, wronglyRefused: 0)
        var differing: Set<String> = []
        for example in cases {
            let id = try #require(example["id"]?.string)
            let stream = YAMLStream(Array(try #require(example["yaml"]?.string).utf8))
            guard stream.errors.isEmpty else {
                if example["error"] == nil { counts.wronglyRefused += 1 } else { counts.refused += 1 }
                if example["error"] == nil, Self.isOurs(stream.errors) { differing.insert(id) }
                continue
            }
            guard let json = example["json"]?.string else {
                if example["error"] == nil { counts.withoutJSON += 1 } else { counts.wronglyLoaded += 1 }
                continue
            }
            let documents = try Self.documents(in: json)
            if stream.documents.map(\.json) == documents {
                counts.loaded += 1
            } else {
                differing.insert(id)
            }
        }
        print(
            "yaml-test-suite, \(cases.count) cases. Accepted by libyaml: \(counts.loaded) load as their JSON says, \(counts.withoutJSON) have no JSON,",
            "\(counts.wronglyLoaded) are wrong by the suite, \(differing.count) differ. Refused: \(counts.refused) are wrong, \(counts.wronglyRefused) are right",
            "but beyond libyaml.")
        for id in differing.sorted() { print("  \(id): \(Self.exceptions[id] ?? "no reason known")") }
        #expect(differing == Set(Self.exceptions.keys))
    }

    /// Whether we refuse what libyaml accepts.
    private static func isOurs(_ errors: [YAMLError]) -> Bool {
        errors.contains { $0.reason != .syntax && $0.reason != .forbiddenCharacter }
    }

    /// The suite writes the documents' JSON texts one after another, each beginning a line.
    private static func documents(in text: String) throws -> [Value] {
        var documents: [Value] = []
        var pending = ""
        for line in text.split(separator: "\n") {
            pending += line + "\n"
            if let value = try? Value(json: pending) {
                documents.append(value)
                pending = ""
            }
        }
        try #require(pending.isEmpty)
        return documents
    }
}

extension YAMLNode {
    /// The node as the suite writes it: keys are their text.
    fileprivate var json: Value {
        switch content {
        case .sequence(let items): return .list(items.map(\.json))
        case .mapping(let members):
            return .map(Dictionary(members.map { ($0.key.scalar?.text ?? "", $0.value.json) }, uniquingKeysWith: { $1 }))
        case .scalar(let scalar):
            switch value {
            case .null: return .null
            case .bool(let bool): return .bool(bool)
            case .number(let text): return Number(text).map { .number($0) } ?? .null
            case .unwritableNumber, .text, nil: return .string(scalar.text)
            }
        }
    }
}
