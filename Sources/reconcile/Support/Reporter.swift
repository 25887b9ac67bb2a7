import Applying
import ArgumentParser
import Foundation
import Manifest
import Model
import Planning
import Reporting

/// Tells of a run: the report on stdout, messages on stderr.
struct Reporter: Sendable {
    let presentation: PresentationOptions
    /// Whether the report itself is what a person reads in the terminal.
    let isForPeople: Bool
    let printer: ReportPrinter

    /// Prints the end, and where GitHub Actions asks for it, the summary of the step. Where stdout is for programs, people are told of refusals.
    func finish(_ report: Report) {
        printer.finish(report)
        if let plan = report.plan, !isForPeople, !plan.refusals.isEmpty {
            Console.message(DiagnosticsView(plan.refusals, style: presentation.messages).text)
        }
        guard let path = ProcessInfo.processInfo.environment["GITHUB_STEP_SUMMARY"], !path.isEmpty,
            let summary = printer.stepSummary(report)
        else { return }
        do throws(AppendedFile.Failure) { try AppendedFile.append(summary, to: path) } catch {
            _ = presentation.exit(with: Diagnostic(.warning, code: "file", error.description))
        }
    }

    /// Says why there is no plan, and answers with the exit code of an error.
    func exit(with diagnostics: [Diagnostic]) -> ExitCode {
        finish(.obstacles(diagnostics))
        return presentation.exit(with: diagnostics)
    }

    func load(_ manifests: ManifestOptions) throws(ExitCode) -> LoadedManifests {
        do throws(InvalidManifests) { return try manifests.load() } catch { throw exit(with: error.diagnostics) }
    }

    /// A plan with errors is no plan: they are all that is shown.
    func check(_ plan: Plan) throws(ExitCode) {
        if !plan.errors.isEmpty { throw exit(with: plan.diagnostics) }
    }

    /// What happens goes to people, on stderr or nowhere, and to the report, where its format tells of it.
    func progress(_ view: ProgressView) -> Progress { Progress(view: view, printer: printer) }

    struct Progress: Sendable {
        fileprivate let view: ProgressView
        fileprivate let printer: ReportPrinter

        func observing(_ system: System, _ progress: ObservationProgress) {
            view.observing(system, progress)
            if case .message(let message) = progress { printer.tell(.observing(system, message)) }
        }

        func expecting(_ plan: Plan) { view.expecting(plan) }

        /// Before something else is written.
        func rest() { view.rest() }

        func applying(_ event: ApplyEvent) {
            view.applying(event)
            printer.tell(.applying(event))
        }
    }
}
