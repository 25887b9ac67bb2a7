import Foundation
import Manifest
import Model
import Subprocess
import SystemPackage

/// The manifests before a change: those in another folder of the same layout, or those of a revision in git.
struct BaseManifests {
    struct Unreadable: Error {
        var diagnostic: Diagnostic
    }

    /// The folder or the revision, as the user named it.
    let name: String
    /// What `-f` names.
    let paths: [String]

    /// What stands there of what `-f` names; empty where nothing does.
    func sources() async throws(Unreadable) -> [ManifestSource] {
        let relative = try paths.map { path throws(Unreadable) in try relativePath(path) }
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), isFolder.boolValue { return try inFolder(relative) }
        return try await inRevision(relative)
    }

    private func inFolder(_ paths: [String]) throws(Unreadable) -> [ManifestSource] {
        let present = paths.map { "\(name)/\($0)" }.filter(FileManager.default.fileExists(atPath:))
        do throws(InvalidManifests) { return try ManifestFiles.read(present) } catch {
            throw fault("can't be read", error.diagnostics.first?.summary)
        }
    }

    private func inRevision(_ paths: [String]) async throws(Unreadable) -> [ManifestSource] {
        let commit = try await git(
            "rev-parse", "--verify", "--quiet", "--end-of-options", "\(name)^{commit}", else: "is neither a folder nor a revision"
        )
        .trimmingCharacters(in: .whitespacesAndNewlines)
        var sources: [ManifestSource] = []
        for (layer, path) in paths.enumerated() {
            let listed = try await git("ls-tree", "-r", "-z", "--name-only", commit, "--", path, else: "can't be listed")
            for file in listed.split(separator: "\0").map(String.init).sorted() where isManifest(file, of: path) {
                let text = try await git("cat-file", "blob", "\(commit):./\(file)", else: "can't be read")
                sources.append(ManifestSource(name: "\(name):\(file)", bytes: Array(text.utf8), layer: layer))
            }
        }
        return sources
    }

    /// A file that is named itself is one whatever it is called.
    private func isManifest(_ file: String, of path: String) -> Bool {
        if file == path { return true }
        let prefix = path == "." ? "" : path.hasSuffix("/") ? path : path + "/"
        return file.hasPrefix(prefix) && ManifestFiles.isManifest(String(file.dropFirst(prefix.count)))
    }

    /// The path below the working directory.
    private func relativePath(_ path: String) throws(Unreadable) -> String {
        guard path != "-" else { throw fault("can't be compared with", "What comes through standard input has no former version.") }
        guard path.hasPrefix("/") else { return path.hasPrefix("./") ? String(path.dropFirst(2)) : path }
        let here = FileManager.default.currentDirectoryPath + "/"
        guard path.hasPrefix(here) else { throw fault("can't be compared with", "`\(path)` is not below the working directory.") }
        return String(path.dropFirst(here.count))
    }

    private func git(_ arguments: String..., else summary: String) async throws(Unreadable) -> String {
        do {
            let result = try await Subprocess.run(
                .name("git"), arguments: Arguments(arguments), output: .string(limit: 64 << 20), error: .string(limit: 1 << 20))
            guard case .exited(0) = result.terminationStatus else { throw fault(summary, result.standardError) }
            return result.standardOutput
        } catch let fault as Unreadable {
            throw fault
        } catch {
            throw fault(summary, "git can't be run.")
        }
    }

    private func fault(_ summary: String, _ detail: String?) -> Unreadable {
        let detail = detail?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        return Unreadable(
            diagnostic: Diagnostic(
                .error, code: "base", "`--base \(name)` \(summary)", detail: detail.isEmpty ? nil : detail,
                fix: "Name a folder that holds the manifests under the same paths as here, or a revision that git knows: `origin/main`"))
    }
}
