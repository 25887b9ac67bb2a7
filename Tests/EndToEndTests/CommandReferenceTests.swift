import Foundation
import TestSupport
import Testing

@Suite("The reference of commands")
struct CommandReferenceTests {
    @Test("is what --help prints", arguments: ["reconcile", "reconcile-sandbox"])
    func commands(program: String) async throws {
        let root = try await Program.run(Program.built(program), ["--help"])
        let names = root.output.matches(of: #/^  ([a-z][a-z-]*) {2,}\S/#.anchorsMatchLineEndings()).map { String($0.1) }
        try #require(!names.isEmpty)

        var text = "# \(program)\n\nWhat `--help` prints; a test keeps it fresh.\n\n```text\n\(root.output)```\n"
        for name in names {
            let help = try await Program.run(Program.built(program), [name, "--help"])
            #expect(help.output.contains("Example: ") || program == "reconcile-sandbox", "\(name) has no example")
            text += "\n## \(program) \(name)\n\n```text\n\(help.output)```\n"
        }
        try Golden("../../docs/reference").expect(text, "\(program).md")
    }
}
