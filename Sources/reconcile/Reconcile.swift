import ArgumentParser
import Dispatch

@main
struct Reconcile: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "reconcile",
        abstract: "Converges Genesys Cloud and AWS EventBridge with the manifests that declare them.",
        discussion: """
            plan shows what would change in both clouds, apply changes it, and running either again is always safe.

            Exit codes: 0 done (plan --detailed-exitcode: 0 nothing to change, 2 changes), 1 error, 3 refused by a safety rule, 4 the plan is stale, \
            5 partly applied, 64 usage, 130 interrupted.
            """,
        version: version,
        subcommands: [
            PlanCommand.self, ApplyCommand.self, UnlockCommand.self, ValidateCommand.self, RenderCommand.self, TestCommand.self,
            TraceCommand.self, MatrixCommand.self, MatchCommand.self, EventsCommand.self, SchemaCommand.self, InitCommand.self,
            PermissionsCommand.self,
        ])

    /// As `AsyncParsableCommand` does it, but commands that don't wait run on the main thread. An asynchronous `main` has left that thread, and glibc lets
    /// the heaps of other threads grow page by page: a twentieth of the time that many manifests take to validate.
    static func main() {
        do {
            var command = try parseAsRoot()
            guard let waiting = command as? any AsyncParsableCommand else { return try command.run() }
            Task.detached { await finish(waiting) }
            dispatchMain()
        } catch {
            exit(withError: error)
        }
    }

    private static func finish(_ command: any AsyncParsableCommand) async -> Never {
        var command = command
        do {
            try await command.run()
            exit()
        } catch {
            exit(withError: error)
        }
    }
}
