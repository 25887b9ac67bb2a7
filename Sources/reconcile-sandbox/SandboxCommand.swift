import ArgumentParser

@main
struct SandboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile-sandbox",
        abstract: "A local Genesys Cloud and the AWS operations beside it, on one loopback port.",
        subcommands: [Serve.self])
}
