public import ArgumentParser
import Foundation
public import Logging
import Reporting

struct CloudOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Log calls to the clouds on stderr: trace, debug, info, warning or error.", valueName: "level"))
    var logLevel: Logger.Level?

    @Option(help: ArgumentHelp("Use this profile of the AWS CLI, whatever the environment holds.", valueName: "name"))
    var awsProfile: String?

    @Option(
        help: ArgumentHelp(
            "How AWS is called: rest, over HTTP; cli, by the aws program, which is slower, for credentials that only that understands.",
            valueName: "transport"))
    var awsTransport: AWSTransportKind = .rest

    @Flag(help: "Print no progress.")
    var quiet = false

    /// Where people watch what happens: stderr, or nowhere.
    func progress(_ style: TextStyle, now: @escaping @Sendable () -> Date) -> ProgressView {
        let isQuiet = quiet
        let isLive = Console.messagesAreTerminal && ProcessInfo.processInfo.environment["TERM"] != "dumb"
        return ProgressView(style: style, isLive: isLive, now: now) { if !isQuiet { Console.message($0) } }
    }

    var logger: Logger {
        guard let logLevel else { return Logger(label: "reconcile") { _ in SwiftLogNoOpLogHandler() } }
        var logger = Logger(label: "reconcile") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = logLevel
        return logger
    }
}

enum AWSTransportKind: String, ExpressibleByArgument, CaseIterable {
    case rest
    case cli
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
