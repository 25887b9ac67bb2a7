import Foundation
import Model
import Testing
import YAML

/// A text that is read in pieces is what it is as a whole: the same documents, marks and errors.
@Suite struct PiecesTests {
    @Test(
        arguments: [
            "a: 1\n---\nb: 2\n---\nc: 3\n",
            "# comment\n--- # comment\na: 1\r\n---\r\nb: {c: 1, c: 2}\r\n--- text\r---\rd",
            "%YAML 1.1\n---\na: 1\n...\n%TAG ! tag:example.com,2000:\n---\nb: !c 2\n",
            "a: |\n  text\n  ---\n  more\n---\nb: \"one\n  --- two\"\n",
            "a: \"one\n---\ntwo\"\n",
            "a: [1,\n---\n2]\n",
            "a: &x 1\n---\nb: *x\n",
            "a: 1\n---\nb: [1\n---\nc: 3\n",
            "a: \u{85}  1\n---\n\u{2028}b: 2\n---\nc: \u{7}\n",
            "---\n---\n---",
            "---a: 1\n----\n",
        ])
    func `pieces of the least size are what the whole is`(_ text: String) { expectSame(text) }

    @Test(.enabled(if: ConformanceTests.folder != nil, "RECONCILE_CONFORMANCE names no folder"))
    func `each case of yaml-test-suite is the same in pieces, after and before a document`() throws {
        let path = try #require(ConformanceTests.folder) + "/yaml-test-suite.jsonl"
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            let text = try #require(Value(json: String(line))["yaml"]?.string)
            expectSame(text)
            expectSame("first: 1\n---\n" + text + "\n---\nlast: 1\n")
        }
    }

    @Test func `aliases count in all pieces together`() {
        let document = "---\na: &x [1, 2, 3]\nb: *x\n"
        let text = Array(String(repeating: document, count: 5).utf8)
        let limits = YAMLLimits(aliasedNodes: 19)
        #expect(YAMLStream(text, limits: limits, pieceSize: 0).errors.map(\.reason) == [.tooManyAliases])
        #expect(YAMLStream(text, limits: YAMLLimits(aliasedNodes: 20), pieceSize: 0).errors.isEmpty)
    }

    private func expectSame(_ text: String) {
        let bytes = Array(text.utf8)
        let whole = YAMLStream(bytes, source: 3, pieceSize: .max)
        let pieces = YAMLStream(bytes, source: 3, pieceSize: 0)
        #expect(pieces.documents.map(\.marked) == whole.documents.map(\.marked), "\(text)")
        #expect(pieces.errors == whole.errors, "\(text)")
    }
}

extension YAMLNode {
    /// Everything that it says, and where.
    fileprivate var marked: String {
        let content =
            switch content {
            case .scalar(let scalar): "\(scalar.style) \(scalar.text.debugDescription)"
            case .sequence(let items): "[" + items.map(\.marked).joined(separator: ", ") + "]"
            case .mapping(let members): "{" + members.map { "\($0.key.marked): \($0.value.marked)" }.joined(separator: ", ") + "}"
            }
        return "\(mark.source):\(mark.line):\(mark.column) \(tag ?? "") \(content)"
    }
}
