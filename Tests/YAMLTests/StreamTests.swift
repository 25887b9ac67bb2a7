import OrderedCollections
import Testing
import YAML

@Suite struct StreamTests {
    @Test func `several documents of one text are read, comments left out`() throws {
        let stream = YAMLStream(Array("# one\na: 1 # x\n---\n- b\n...\n".utf8))
        #expect(stream.errors.isEmpty)
        #expect(stream.documents.map { $0.mapping?.keys.first?.scalar?.text ?? $0.sequence?.first?.scalar?.text } == ["a", "b"])
    }

    @Test func `an empty text holds no document`() {
        #expect(YAMLStream([]).documents.isEmpty)
        #expect(YAMLStream(Array("# nothing\n".utf8)).errors.isEmpty)
    }

    @Test func `places count lines and characters from one, whatever ends a line`() throws {
        for text in ["ä: 1\nkéy: [x, ☎☎, here]\n", "ä: 1\r\nkéy: [x, ☎☎, here]\r\n", "\u{FEFF}ä: 1\nkéy: [x, ☎☎, here]\n"] {
            let stream = YAMLStream(Array(text.utf8), source: 7)
            let here = try #require(stream.documents.first?.mapping?.values.last?.sequence?.last)
            #expect(here.mark == YAMLMark(source: 7, line: 2, column: 14))
        }
    }

    @Test func `keys keep the order of the text`() {
        let stream = YAMLStream(Array("b: 1\na: 2\nc: 3\n".utf8))
        #expect(stream.documents.first?.mapping?.keys.map { $0.scalar?.text } == ["b", "a", "c"])
    }

    @Test func `scalars tell how they are written`() {
        let stream = YAMLStream(Array("- plain\n- 'single'\n- \"double\"\n- |\n  literal\n- >\n  folded\n".utf8))
        let styles = stream.documents.first?.sequence?.compactMap { $0.scalar?.style }
        #expect(styles == [.plain, .quoted, .quoted, .block, .block])
    }

    @Test func `an alias repeats its anchor's node, with the anchor's place`() throws {
        let stream = YAMLStream(Array("a: &x {k: v}\nb: *x\n".utf8))
        let values = try #require(stream.documents.first?.mapping?.values)
        #expect(values[0] == values[1])
        #expect(values[1].mark.line == 1)
    }

    @Test func `merge keys add what a mapping doesn't say itself, the first source first`() throws {
        let text = "- &one {a: 1, b: 1}\n- &two {b: 2, c: 2}\n- {c: 3, <<: [*one, *two]}\n- {'<<': text}\n"
        let items = try #require(YAMLStream(Array(text.utf8)).documents.first?.sequence)
        let merged = try #require(items[2].mapping).map { "\($0.scalar?.text ?? "")\($1.scalar?.text ?? "")" }.sorted()
        #expect(merged == ["a1", "b1", "c3"])
        #expect(items[3].mapping?.keys.first?.scalar?.text == "<<")
    }
}
