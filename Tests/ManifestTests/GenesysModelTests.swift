import Foundation
import TestSupport
import Testing

/// The vendor's own SDK, as a witness to the names that requests use.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["RECONCILE_TOOLS"] != nil, "RECONCILE_TOOLS names no folder"))
struct GenesysModelTests {
    @Test(
        "every field that requests to Genesys Cloud write is one of the SDK's models, and every writable field of a queue can be declared")
    func fields() async throws {
        let schema = GoldenFile.folder("../..").standardized.appending(path: "docs/reference/manifest.schema.json").path
        let script = GoldenFile.folder(".").standardized.appending(path: "genesys_models.py").path
        let home = FileManager.default.temporaryDirectory.appending(path: "sdk-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: home) }
        let run = try await Program.run(Program.tool("python"), [script, schema], environment: ["HOME": home])
        #expect(run.code == 0, "\(run.messages)")
        let lines = run.output.split(separator: "\n")
        #expect(lines.filter { $0.contains("is no field of") } == [])
        #expect(
            lines.contains(
                "not declarable: createdBy dateCreated dateModified joinedMemberCount memberCount modifiedBy selfUri userMemberCount"),
            "\(run.output)")
        let checked = try #require(lines.last?.split(separator: " ").last.flatMap { Int($0) })
        #expect(checked > 200)
    }
}
