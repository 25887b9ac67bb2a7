import Applying
import ArgumentParser
import Manifest
import Model

struct BaseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Tell what this change of the manifests calls for from drift that was there before: hold them against those in another folder of the "
                + "same layout, or in a revision of git.", valueName: "folder|revision"))
    var base: String?

    /// What the manifests are held against; `nil` where nobody asked.
    ///
    /// Where those are not valid, nothing can be told of them: then a warning says so.
    func load(_ manifests: ManifestOptions, _ reporter: Reporter) async throws(ExitCode) -> (base: Base?, notes: [Diagnostic]) {
        guard let base else { return (nil, []) }
        do throws(BaseManifests.Unreadable) {
            let sources = try await BaseManifests(name: base, paths: manifests.filename).sources()
            guard !sources.isEmpty else { return (Base(name: base, desired: nil), []) }
            do throws(InvalidManifests) {
                return (Base(name: base, desired: try ManifestLoader.load(sources).state), [])
            } catch {
                return (nil, [.invalid(base, error)])
            }
        } catch {
            throw reporter.exit(with: [error.diagnostic])
        }
    }
}

extension Diagnostic {
    fileprivate static func invalid(_ base: String, _ error: InvalidManifests) -> Diagnostic {
        let first = error.diagnostics.first { $0.severity == .error }
        return Diagnostic(
            .warning, code: "base", "the manifests of `--base \(base)` are not valid, so this change can't be told from drift",
            detail: first.map { [$0.place?.description, $0.summary].compactMap { $0 }.joined(separator: ": ") })
    }
}
