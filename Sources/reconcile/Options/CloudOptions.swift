public import ArgumentParser
public import Logging

struct CloudOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Log calls to the clouds on stderr: trace, debug, info, warning or error.", valueName: "level"))
    var logLevel: Logger.Level?

    @Flag(help: "Print no progress.")
    var quiet = false

    var logger: Logger {
        guard let logLevel else { return Logger(label: "reconcile") { _ in SwiftLogNoOpLogHandler() } }
        var logger = Logger(label: "reconcile") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = logLevel
        return logger
    }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
