public import ArgumentParser
import Foundation
public import Reporting

struct PresentationOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Color: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honored.", valueName: "when"))
    var color: ColorChoice = .auto

    @Flag(help: "Show unchanged resources and all attributes as well.")
    var full = false

    var output: TextStyle { style(isTerminal: Console.outputIsTerminal) }
    var messages: TextStyle { style(isTerminal: Console.messagesAreTerminal) }

    private func style(isTerminal: Bool) -> TextStyle {
        TextStyle(
            usesColor: color.usesColor(environment: ProcessInfo.processInfo.environment, isTerminal: isTerminal),
            width: Console.width ?? 100,
            full: full)
    }
}

extension ColorChoice: ExpressibleByArgument {}
extension DiagnosticsFormat: ExpressibleByArgument {}
