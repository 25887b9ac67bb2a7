import ArgumentParser
import Manifest
import Model

struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Print what the layers of manifests come to, and where each value is from.",
        discussion: """
            Example: reconcile render -f manifests/base -f manifests/prod
            """)

    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var presentation: PresentationOptions

    func validate() throws { try manifests.requireSome() }

    func run() throws {
        do throws(InvalidManifests) {
            Console.output(try manifests.render())
        } catch {
            throw presentation.exit(with: error.diagnostics)
        }
    }
}
