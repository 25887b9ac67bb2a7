import ArgumentParser
import Manifest
import Model
import Routing

struct ManifestOptions: ParsableArguments {
    @Option(
        name: [.customShort("f"), .long],
        help: ArgumentHelp("A file or a folder of manifests, or - for standard input; may be repeated.", valueName: "path"))
    var filename: [String] = []

    func load() throws(InvalidManifests) -> LoadedManifests {
        try ManifestLoader.load(try ManifestFiles.read(filename), checks: Checks.findings(in:patterns:))
    }

    /// What is wrong with the manifests, and what people should know.
    func check() throws(InvalidManifests) -> [Diagnostic] {
        ManifestLoader.validate(try ManifestFiles.read(filename), checks: Checks.findings(in:patterns:))
    }

    /// The layers made one.
    func render() throws(InvalidManifests) -> String { try ManifestRenderer.render(try ManifestFiles.read(filename)) }

    func requireSome() throws {
        if filename.isEmpty { throw ValidationError("Name the manifests with -f DIR, -f FILE or -f -.") }
    }
}
