import ArgumentParser
import Manifest
import Model
import Reporting

extension PresentationOptions {
    /// Says what is wrong on stderr and answers with the exit code of an error.
    func exit(with diagnostics: Diagnostic...) -> ExitCode { exit(with: diagnostics) }

    func exit(with diagnostics: [Diagnostic]) -> ExitCode {
        Console.message(DiagnosticsView(diagnostics, style: messages).text)
        return ExitStatus.error
    }
}

extension ManifestOptions {
    func loadOrExit(_ presentation: PresentationOptions) throws(ExitCode) -> LoadedManifests {
        do throws(InvalidManifests) { return try load() } catch { throw presentation.exit(with: error.diagnostics) }
    }
}
