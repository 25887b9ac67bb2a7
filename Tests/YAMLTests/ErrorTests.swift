import OrderedCollections
import Testing
import YAML

@Suite struct ErrorTests {
    @Test func `every duplicate key is found, with the place of the first, which stays`() throws {
        let stream = YAMLStream(Array("a: 1\nb: {c: 1, c: 2}\n\"a\": 3\n".utf8))
        #expect(stream.errors.map(\.mark) == [mark(2, 11), mark(3, 1)])
        #expect(stream.errors.map(\.reason) == [.duplicateKey(first: mark(2, 5)), .duplicateKey(first: mark(1, 1))])
        #expect(stream.documents.first?.mapping?.values.first?.scalar?.text == "1")
    }

    @Test func `a syntax error ends the text, documents before it stay`() {
        let stream = YAMLStream(Array("a: 1\n---\nb: [1, 2\nc: 3\n".utf8))
        #expect(stream.documents.count == 1)
        #expect(stream.errors.map(\.reason) == [.syntax])
        #expect(stream.errors.first?.mark.line == 4)
    }

    @Test("what is missing at the end is placed in the text, though libyaml names the line after it", arguments: ["{", "a: [", "a: \"b"])
    func unfinished(_ text: String) {
        #expect(YAMLStream(Array(text.utf8)).errors.map(\.mark) == [mark(1, text.count + 1)])
        #expect(YAMLStream(Array((text + "\n").utf8)).errors.map(\.mark) == [mark(2, 1)])
    }

    @Test func `bytes that are no UTF-8 are placed`() {
        let stream = YAMLStream(Array("ok: 1\nä: ".utf8) + [0xC3, 0x28])
        #expect(stream.errors.map(\.reason) == [.notUTF8])
        #expect(stream.errors.first?.mark == mark(2, 4))
    }

    @Test func `a UTF-16 text is refused`() {
        #expect(YAMLStream([0xFF, 0xFE, 0x61, 0x00]).errors.map(\.reason) == [.notUTF8])
    }

    @Test func `a control character is placed by its byte`() {
        let stream = YAMLStream(Array("a: 1\nä: \u{1}\n".utf8))
        #expect(stream.errors.map(\.reason) == [.forbiddenCharacter])
        #expect(stream.errors.first?.mark == mark(2, 4))
    }

    @Test func `aliases without an anchor before them, or within it, are all found, and their document is left out`() {
        let stream = YAMLStream(Array("a: *no\nb: &b [*b]\nc: *later\nd: &later 1\n---\nfine: 1\n".utf8))
        #expect(stream.errors.map(\.reason) == [.undefinedAlias, .recursiveAlias, .undefinedAlias])
        #expect(stream.documents.count == 1)
    }

    @Test func `an anchor holds for its own document alone`() {
        #expect(YAMLStream(Array("a: &a 1\n---\nb: *a\n".utf8)).errors.map(\.reason) == [.undefinedAlias])
    }

    @Test func `a merge of what is no mapping is refused`() {
        #expect(YAMLStream(Array("a: {<<: text}\n".utf8)).errors.map(\.reason) == [.invalidMerge])
    }

    @Test func `a billion laughs are refused before they are told`() {
        var text = "l0: &l0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n"
        for level in 1...9 {
            let aliases = Array(repeating: "*l\(level - 1)", count: 10).joined(separator: ", ")
            text += "l\(level): &l\(level) [\(aliases)]\n"
        }
        let stream = YAMLStream(Array(text.utf8))
        #expect(stream.errors.map(\.reason) == [.tooManyAliases])
        #expect(stream.documents.isEmpty)
    }

    @Test func `depth is bounded, also where aliases add it`() {
        let nested = String(repeating: "[", count: 200_000)
        #expect(YAMLStream(Array(nested.utf8)).errors.map(\.reason) == [.tooDeep])

        let chain = "a0: &a0 [x]\n" + (1...200).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }.joined()
        #expect(YAMLStream(Array(chain.utf8)).errors.map(\.reason) == [.tooDeep])
        #expect(YAMLStream(Array("[[[x]]]".utf8), limits: YAMLLimits(depth: 3)).errors.isEmpty)
        #expect(YAMLStream(Array("[[[[x]]]]".utf8), limits: YAMLLimits(depth: 3)).errors.map(\.reason) == [.tooDeep])
    }

    @Test func `the size of a text is bounded`() {
        let stream = YAMLStream(Array("a: 1\n".utf8), limits: YAMLLimits(bytes: 4))
        #expect(stream.errors.map(\.reason) == [.tooLarge])
    }

    private func mark(_ line: Int, _ column: Int) -> YAMLMark { YAMLMark(source: 0, line: line, column: column) }
}
