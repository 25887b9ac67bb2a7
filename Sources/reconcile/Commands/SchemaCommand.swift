import ArgumentParser
import Manifest
import Model

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print what manifests may hold: JSON Schema for editors, or a reference for people.",
        discussion: """
            Example: reconcile schema > manifest.schema.json

            An editor with yaml-language-server reads it where a manifest begins with
              # yaml-language-server: $schema=manifest.schema.json
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json
        case markdown
    }

    @Option(help: "How to print it.")
    var output: Format = .json

    func run() {
        switch output {
        case .json: Console.output(ManifestSchema.document.prettyJSON + "\n")
        case .markdown: Console.output(ManifestReference.markdown)
        }
    }
}
