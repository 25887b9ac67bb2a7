import Testing
import YAML

@Suite struct WriterTests {
    @Test(
        "what is written reads as the same tree",
        arguments: [
            "a: b", "a: {b: {c: [1, [2, 3], {d: e, f: []}], g: {}}, h: i}", "[]", "{}", "text", "- - a\n  - - b\n- c: d\n  e: [f]",
            "a: \"null\"\nb: null\nc: ~\nd:\ne: \"\"", "a: '# no comment'\nb: 'x: y'\nc: ' space '\nd: '-'\ne: '[x'",
            "a: |\n  two\n  lines\n",
            "a: >-\n  folded\n\n  text\n", "a: plain\n  over lines\n\n  and more", #"a: "\x85\u2028\uFEFF\e\0\"\\\t\u00A0""#,
            "サポート: '☎️ e\u{301}'",
            "'x: y': a\n'': b\n'true': c", "a: &x {b: c}\nd: *x\ne: {<<: *x, f: g}", "a: 1e3\nb: 0x1F\nc: .inf\nd: 012\ne: no",
        ])
    func roundTrip(_ text: String) throws {
        let node = try #require(YAMLStream(Array(text.utf8)).documents.first)
        let stream = YAMLStream(Array(YAMLWriter.text(node) { "line \($0.line)" }.utf8))
        #expect(stream.errors == [] && stream.documents == [node])
        #expect(stream.documents.first.map(values) == values(node))
    }

    @Test func `a line is a value with the place that gave it`() throws {
        let node = try #require(YAMLStream(Array("a:\n- b: 'c'\n  d: []\n- {e: 1}".utf8)).documents.first)
        #expect(YAMLWriter.text(node) { "\($0.line)" } == "a:\n  - b: \"c\"  # 2\n    d: []  # 3\n  - e: 1  # 4\n")
    }

    /// What each scalar means, which equality doesn't ask.
    private func values(_ node: YAMLNode) -> [CoreValue?] {
        let members = node.mapping.map { mapping in mapping.flatMap { [$0.key, $0.value] } } ?? []
        return ((node.sequence ?? []) + members).flatMap(values) + [node.value]
    }
}
