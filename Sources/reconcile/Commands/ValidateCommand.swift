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
            """)

    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var presentation: PresentationOptions

    func validate() throws { try manifests.requireSome() }

    func run() throws {
        let findings: [Diagnostic]
        do throws(InvalidManifests) { findings = try manifests.check() } catch { throw presentation.exit(with: error.diagnostics) }
        if findings.contains(where: { $0.severity == .error }) { throw presentation.exit(with: findings) }
        if !findings.isEmpty { Console.message(DiagnosticsView(findings, style: presentation.messages).text) }
        Console.output("The manifests are valid.\n")
    }
}
