import Foundation
import Manifest
import Model
import Testing

@Suite struct SchemaTests {
    private let folder = GoldenFile.folder("../..").standardized.appending(path: "docs/reference")

    @Test func `the committed schema is fresh`() {
        GoldenFile.expect(ManifestSchema.document.prettyJSON, at: folder.appending(path: "manifest.schema.json"))
    }

    @Test func `the committed reference is fresh`() {
        GoldenFile.expect(String(ManifestReference.markdown.dropLast()), at: folder.appending(path: "manifests.md"))
    }

    @Test func `the examples of the reference make a valid set`() {
        let examples = ManifestReference.markdown.matches(of: #/```yaml\n([\s\S]*?)```/#).map { String($0.1) }
        #expect(examples.count == 5)
        let sources = examples.enumerated().map { ManifestSource(name: "example \($0)", bytes: Array($1.utf8)) }
        #expect(ManifestLoader.validate(sources) == [])
    }

    @Test func `every field says what it means, in a sentence`() throws {
        let kinds = try #require(ManifestSchema.document["allOf"]?.list)
        let declared = kinds.compactMap { $0["then"] }.flatMap { fields(of: $0, at: "") }
        #expect(declared.count > 150)
        let silent = declared.filter { field in !(field.schema["description"]?.string ?? "").hasSuffix(".") }
        #expect(silent.map(\.path) == [])
    }

    private func fields(of schema: Value, at path: String) -> [(path: String, schema: Value)] {
        let own = (schema["properties"]?.map ?? [:]).sorted { $0.key < $1.key }.map { (path: "\(path).\($0.key)", schema: $0.value) }
        let inner = (schema["anyOf"]?.list ?? []) + ["items", "additionalProperties"].compactMap { schema[$0] }
        return own + own.flatMap { fields(of: $0.schema, at: $0.path) } + inner.flatMap { fields(of: $0, at: path) }
    }
}
