import Testing
import YAML

@Suite struct StreamTests {
    @Test func `several documents of one text are read, comments left out`() {
        let stream = YAMLStream(Array("# one\na: 1 # x\n---\n- b\n".utf8))
        #expect(stream.errors.isEmpty)
        #expect(stream.documents.count == 2)
        #expect(stream.documents.last?.sequence?.first?.scalar?.text == "b")
    }
}
