import Foundation
import Model
import TestSupport
import Testing

@Suite("validate says what is wrong, to people and to programs, without network and credentials")
struct ValidateTests {
    private func validate(_ queue: String, _ format: String) async throws -> Run {
        try await withFolder(["queue.yaml": "apiVersion: reconcile/v1\nkind: Queue\nmetadata: {name: care}\nspec: \(queue)\n"]) { folder in
            try await Program.run(Program.built("reconcile"), ["validate", "-f", "queue.yaml", "--output", format], in: folder)
        }
    }

    @Test("a wrong manifest is told on stdout to programs, on stderr to people; exit 1", arguments: ["json", "sarif", "github", "text"])
    func wrong(_ format: String) async throws {
        let run = try await validate("{nmae: Care}", format)
        #expect(run.code == 1)
        let (told, silent) = format == "text" ? (run.messages, run.output) : (run.output, run.messages)
        #expect(silent == "")
        #expect(told.contains("unknown key `nmae`") && told.contains("Did you mean `name`?"))
        switch format {
        case "github": #expect(told.hasPrefix("::error file=queue.yaml,line=4,col=8,title=unknown-key::"))
        case "text": #expect(told.contains("queue.yaml:4:8"))
        default: #expect(throws: Never.self) { try Value(json: told) }
        }
    }

    @Test("a valid set is a document without findings; exit 0", arguments: ["json", "sarif", "github", "text"])
    func valid(_ format: String) async throws {
        let run = try await validate("{name: Care}", format)
        #expect(run.code == 0 && run.messages == "")
        #expect(!run.output.contains("error"))
        if ["json", "sarif"].contains(format) { #expect(throws: Never.self) { try Value(json: run.output) } }
    }

    @Test("a file that isn't there is a finding too")
    func missing() async throws {
        let run = try await Program.run(Program.built("reconcile"), ["validate", "-f", "/no/such", "--output", "json"])
        #expect(run.code == 1)
        #expect(try Value(json: run.output)["diagnostics"]?.list?.first?["code"] == "unreadable")
    }

    @Test("the schema and the reference that it prints are the committed ones")
    func schema() async throws {
        for (format, file) in [("json", "manifest.schema.json"), ("markdown", "manifests.md")] {
            let run = try await Program.run(Program.built("reconcile"), ["schema", "--output", format])
            let committed = try String(contentsOf: Reconcile.project.appending(path: "docs/reference/\(file)"), encoding: .utf8)
            #expect(run.output == committed)
        }
    }
}
