import Glibc
import Manifest
import Model
import Routing

/// `LoaderBenchmark FILE` loads and checks the manifests of a file as `reconcile validate` does, and prints the seconds and processor seconds that this takes,
/// and the most memory in megabytes that the process has held.
@main
enum LoaderBenchmark {
    static func main() throws {
        let start = processorTime
        var findings: [Diagnostic] = []
        let elapsed = try ContinuousClock().measure {
            findings = ManifestLoader.validate(
                try ManifestFiles.read(Array(CommandLine.arguments.dropFirst())), checks: Checks.findings(in:patterns:))
        }
        let spent = processorTime - start
        guard findings.allSatisfy({ $0.severity != .error }) else { throw InvalidManifests(findings) }
        print(elapsed / .seconds(1), spent, memory)
    }

    /// Of this process, in seconds.
    private static var processorTime: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

    /// The most that this process has held, in megabytes; Linux counts it in kilobytes.
    private static var memory: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Double(usage.ru_maxrss) * 1024 / 1e6
    }
}
