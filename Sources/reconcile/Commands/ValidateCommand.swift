import ArgumentParser
import Manifest
import Model
import Reporting

struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check manifests without network and credentials.",
        discussion: """
            Example: reconcile validate -f manifests/partner-bus

            In GitHub Actions: reconcile validate -f manifests --output github
            """)

    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var presentation: PresentationOptions

    @Option(help: "How to print what is found: as text on stderr, or on stdout for other programs.")
    var output: DiagnosticsFormat = .text

    func validate() throws { try manifests.requireSome() }

    func run() throws {
        let findings: [Diagnostic]
        do throws(InvalidManifests) { findings = try manifests.check() } catch { findings = error.diagnostics }
        let isValid = findings.allSatisfy { $0.severity != .error }
        let text = output.render(findings, style: presentation.messages)
        switch output {
        case .text:
            Console.message(text)
            if isValid { Console.output("The manifests are valid.\n") }
        case .json, .sarif, .github: Console.output(text)
        }
        if !isValid { throw ExitStatus.error }
    }
}
