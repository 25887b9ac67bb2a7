public import ArgumentParser
import Foundation
public import Reporting

struct ReportOptions: ParsableArguments {
    @Option(help: "How to print it.")
    var output: ReportFormat = .text

    func reporter(
        _ presentation: PresentationOptions, write: @escaping @Sendable (String) -> Void = { Console.output($0) }
    ) -> Reporter {
        let context = ReportContext(style: presentation.output, version: Reconcile.version, now: { Date() })
        return Reporter(
            presentation: presentation, isForPeople: output == .text, printer: ReportPrinter(output, context, write: write))
    }
}

extension ReportFormat: ExpressibleByArgument {}
