import FoundationEssentials
import Model

/// Reads what `-f` names. The only I/O of this module.
public enum ManifestFiles {
    /// Reads each argument as a layer: a file, `-` for standard input, or a directory with all its `*.yaml` and `*.yml`, sorted by path, links to
    /// directories not followed; hidden files and directories (`.github`) and kustomize's `kustomization.yaml` are left out.
    ///
    /// - Throws: `InvalidManifests` naming every argument that can't be read or that holds no manifest.
    public static func read(
        _ arguments: [String], standardInput: () -> [UInt8]? = StandardInput.read
    ) throws(InvalidManifests) -> [ManifestSource] {
        var sources: [ManifestSource] = []
        var problems: [Diagnostic] = []
        for (layer, argument) in arguments.enumerated() {
            for path in paths(argument, problems: &problems) {
                guard let bytes = path == "-" ? standardInput() : FileManager.default.contents(atPath: path).map(Array.init) else {
                    problems.append(Diagnostic(.error, code: "unreadable", "`\(path)` can't be read"))
                    continue
                }
                sources.append(ManifestSource(name: path == "-" ? "<stdin>" : path, bytes: bytes, layer: layer))
            }
        }
        guard problems.isEmpty else { throw InvalidManifests(problems) }
        return sources
    }

    private static func paths(_ argument: String, problems: inout [Diagnostic]) -> [String] {
        var isDirectory = false
        guard argument != "-" else { return [argument] }
        guard FileManager.default.fileExists(atPath: argument, isDirectory: &isDirectory) else {
            problems.append(Diagnostic(.error, code: "unreadable", "there is no file or directory `\(argument)`"))
            return []
        }
        guard isDirectory else { return [argument] }
        do {
            let found = try FileManager.default.subpathsOfDirectory(atPath: argument)
                .filter(isManifest).sorted()
            if found.isEmpty {
                problems.append(Diagnostic(.error, code: "no-manifests", "the directory `\(argument)` holds no `*.yaml` or `*.yml`"))
            }
            return found.map { (argument.hasSuffix("/") ? argument : argument + "/") + $0 }
        } catch {
            problems.append(Diagnostic(.error, code: "unreadable", "the directory `\(argument)` can't be read"))
            return []
        }
    }

    /// Whether a file of a directory, by its path below it, is one of its manifests.
    public static func isManifest(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        return [".yaml", ".yml"].contains { path.hasSuffix($0) } && !parts.contains { $0.hasPrefix(".") }
            && !["kustomization.yaml", "kustomization.yml"].contains(parts.last)
    }
}
