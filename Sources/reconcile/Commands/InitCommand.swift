import ArgumentParser
import Foundation
import Manifest
import Model
import Reporting

struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a repository to begin with: manifests, an overlay, a workflow, the schema for editors.",
        discussion: """
            Example: reconcile init telephony

            The manifests are valid as they stand; what is yours has to be put into stack.yaml. spec.owner is taken from the Git remote. Nothing that \
            exists is overwritten.
            """)

    @Argument(help: ArgumentHelp("Where to write; made where there is none.", valueName: "folder"), completion: .directory)
    var folder = "."

    @OptionGroup var presentation: PresentationOptions

    func run() async throws {
        do {
            try FileManager.default.createDirectory(at: URL(filePath: folder), withIntermediateDirectories: true)
        } catch {
            throw failure("can't make the folder \(folder): \(error.localizedDescription)")
        }
        let owner = await RepositoryOwner.of(folder)
        let manifests = StarterRepository.manifestFolder
        let hasManifests = FileManager.default.fileExists(atPath: path(manifests))
        if hasManifests { Console.output("left   \(manifests)/, which exists\n") }
        for file in StarterRepository.files(owner: owner.name) where !(hasManifests && file.path.hasPrefix("\(manifests)/")) {
            Console.output(try write(file) ? "wrote  \(file.path)\n" : "left   \(file.path), which exists\n")
        }
        Console.output(hasManifests ? "" : advice(owner))
    }

    private func path(_ name: String) -> String { folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)" }

    private func write(_ file: StarterRepository.File) throws(ExitCode) -> Bool {
        do throws(NewFile.Failure) { return try NewFile.write(file.text, to: path(file.path)) } catch { throw failure(error.description) }
    }

    private func failure(_ summary: String) -> ExitCode { presentation.exit(with: Diagnostic(.error, code: "file", summary)) }

    private func advice(_ owner: RepositoryOwner) -> String {
        let source = owner.isGuessed ? "the folder's name, since there is no Git remote: put the repository's name there" : "the Git remote"
        return """

            spec.owner is \(owner.name), from \(source).

            Next:
              1. Put the ids of your organization and of your AWS account, and their regions, into manifests/stack.yaml.
              2. Name your queues in manifests/queues.yaml and what gets their events in manifests/rules.yaml.
              3. reconcile validate -f manifests
                 reconcile test -f manifests
              4. Give credentials in the environment, and see what would change: reconcile plan -f manifests
              5. For the workflow: the variables RECONCILE_IMAGE, AWS_ROLE_ARN and AWS_REGION, the secrets GENESYSCLOUD_OAUTHCLIENT_ID
                 and GENESYSCLOUD_OAUTHCLIENT_SECRET, and the environment `production` in GitHub.

            """
    }
}
