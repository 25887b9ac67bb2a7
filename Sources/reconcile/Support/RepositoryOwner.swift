import AWS
import Foundation
import Manifest

/// What a new Stack gives as `spec.owner`, and where that is from.
struct RepositoryOwner {
    var name: String
    /// Whether somebody has to look at it.
    var isGuessed: Bool

    /// Asks Git; where it isn't there, knows no repository or has no remote, the folder's name has to do.
    static func of(_ folder: String, on machine: LocalMachine = .live) async -> RepositoryOwner {
        if let remote = await remote(folder, machine), let name = RepositoryName.ofRemote(remote) {
            return RepositoryOwner(name: name, isGuessed: false)
        }
        return RepositoryOwner(
            name: RepositoryName.ofFolder(URL(filePath: folder).absoluteURL.standardized.path) ?? "owner", isGuessed: true)
    }

    /// `origin`, or the first where there is none; as it is written, before Git rewrites it (`url.….insteadOf`).
    private static func remote(_ folder: String, _ machine: LocalMachine) async -> String? {
        guard let names = await git(["remote"], folder, machine)?.split(whereSeparator: \.isNewline) else { return nil }
        guard let name = names.contains("origin") ? "origin" : names.first.map(String.init) else { return nil }
        return await git(["config", "--get", "remote.\(name).url"], folder, machine)
    }

    private static func git(_ arguments: [String], _ folder: String, _ machine: LocalMachine) async -> String? {
        let run = try? await machine.run(["git", "-C", folder] + arguments, .seconds(10))
        return run?.code == 0 ? run?.output : nil
    }
}
