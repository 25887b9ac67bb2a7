import ArgumentParser
import Manifest
import Model
import Reporting
import Routing

struct MatrixCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matrix",
        abstract: "Show who gets which events of which queue, with gaps and what is delivered twice; offline.",
        discussion: """
            Example: reconcile matrix -f manifests/partner-bus
            """)

    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var presentation: PresentationOptions

    @Option(help: "How to print it.")
    var output: ViewFormat = .text

    func validate() throws { try manifests.requireSome() }

    func run() throws {
        let matrix = RoutingMatrix(RoutingTable(try manifests.loadOrExit(presentation).state))
        let view = MatrixView(matrix, style: presentation.output)
        switch output {
        case .text: Console.output(view.text)
        case .json: Console.output(view.json)
        }
    }
}
