public import AWS
public import ArgumentParser
import Genesys
import Manifest
import Model

struct PermissionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "permissions",
        abstract: "Print the least that plan or apply may be allowed: an IAM policy, and on stderr the permissions in Genesys Cloud.",
        discussion: """
            Example: reconcile permissions -f manifests/partner-bus --for plan > plan-policy.json

            Calls nothing: it is told from the manifests, and from the table of operations that the program itself calls by.
            """)

    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var lock: LockOptions
    @OptionGroup var presentation: PresentationOptions

    @Option(name: .customLong("for"), help: "What is to be allowed: plan, which changes nothing, or apply.")
    var purpose: AccessPurpose

    func validate() throws { try manifests.requireSome() }

    func run() throws {
        let state = try manifests.loadOrExit(presentation).state
        Console.output(AccessPolicy(state, for: purpose, locks: lock.lock).document.prettyJSON + "\n")
        let genesys = RequiredPermissions(state, isChanging: purpose == .apply)
        let lists = [("permissions", genesys.permissions), ("OAuth scopes", genesys.scopes)].filter { !$0.1.isEmpty }
        for (title, names) in lists { Console.message("Genesys Cloud, \(title) of the OAuth client: \(names.joined(separator: ", "))\n") }
        if lists.isEmpty { Console.message("Genesys Cloud: no permissions are needed.\n") }
    }
}

extension AccessPurpose: ExpressibleByArgument {}
