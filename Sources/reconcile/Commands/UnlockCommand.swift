import AWS
import ArgumentParser

struct UnlockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unlock",
        abstract: "Release a lock that a run left behind, known by its id.",
        discussion: """
            Example: reconcile unlock --lock s3://acme-locks/prod 2f1c0a9e-6f0e-4f4e-9a53-0d6c8a1f1a11

            Without the id it says who holds the lock, and changes nothing. A run that ends by itself, by an error or by SIGINT or SIGTERM releases its lock: only one \
            that was killed leaves it behind.
            """)

    @Argument(help: ArgumentHelp("The id of the lock, as the run that met it named it.", valueName: "id"))
    var id: String?

    @Option(help: ArgumentHelp("The lock, as `reconcile apply` has it.", valueName: "s3://bucket/key"))
    var lock: S3Location

    @OptionGroup var presentation: PresentationOptions
    @OptionGroup var clouds: CloudOptions

    func run() async throws {
        try await Session(presentation: presentation, clouds: clouds).withLock(lock) { lock in
            let wasHeld = try await lock.forceRelease(id: id)
            Console.output(wasHeld ? "The lock \(lock.location) is released.\n" : "Nobody holds the lock \(lock.location).\n")
        }
    }
}
