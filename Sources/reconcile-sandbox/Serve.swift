import ArgumentParser
import Sandbox

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the variables that point clients at the sandbox, then serve until ended.",
        discussion: """
            The output can be evaluated by a shell; its last line is "# ready". SIGINT and SIGTERM end the sandbox.
            What was asked of it is at /_sandbox/requests, its state at /_sandbox/state.
            The AWS CLI 1 doesn't heed AWS_ENDPOINT_URL for sqs: give it --endpoint-url there.
            """)

    @Option(help: "The port on the loopback interface; 0 takes a free one.")
    var port = 0

    @Option(help: ArgumentHelp("Keep the state in a file instead of in memory.", valueName: "file"), completion: .file())
    var state: String?

    @Option(help: ArgumentHelp("Write a line of JSON for each request.", valueName: "file"), completion: .file())
    var log: String?

    @Flag(help: "Refuse AWS requests that aren't signed by the sandbox's key.")
    var verifySignatures = false

    @Option(help: ArgumentHelp("From enabling an integration until AWS shows its event source.", valueName: "seconds"))
    var sourceDelay = 0.0

    @Option(help: ArgumentHelp("From creating an object until lists have it.", valueName: "seconds"))
    var listDelay = 0.0

    @Option(help: ArgumentHelp("From enabling an integration until it is ACTIVE.", valueName: "seconds"))
    var activationDelay = 0.0

    @Option(help: ArgumentHelp("EventBridge's quota of rules on a bus.", valueName: "rules"))
    var rulesPerBus = 300

    @Option(
        help: ArgumentHelp(
            "Answer as if the caller lacked the permission, such as for events.PutRule or 'POST /api/v2/routing/queues'.",
            valueName: "operation"))
    var deny: [String] = []

    @OptionGroup(title: "What no primary source settles about Genesys Cloud")
    var genesys: GenesysOptions

    func run() async throws {
        var configuration = SandboxConfiguration()
        configuration.port = port
        configuration.stateFile = state
        configuration.logFile = log
        configuration.verifiesSignatures = verifySignatures
        configuration.sourceDelay = sourceDelay
        configuration.listDelay = listDelay
        configuration.activationDelay = activationDelay
        configuration.rulesPerBus = rulesPerBus
        configuration.deniedOperations = Set(deny)
        configuration.genesys = genesys.behavior
        try await Sandbox.serve(configuration) { sandbox in
            for (name, value) in sandbox.environment { print("export \(name)=\(value)") }
            print("# ready")
            StandardOutput.flush()
        }
    }
}
