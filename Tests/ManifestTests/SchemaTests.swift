import Foundation
import Manifest
import Model
import Testing

@Suite struct SchemaTests {
    @Test func `the schema is as recorded`() {
        GoldenFile.expect(ManifestSchema.document.prettyJSON, at: GoldenFile.folder("Examples").appending(path: "manifest.schema.json"))
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
