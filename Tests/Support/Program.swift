import Foundation
public import Subprocess
import SystemPackage

/// A program run to its end, in an environment that holds nothing but what the test gives.
public struct Run: Sendable {
    public var status: TerminationStatus
    public var output: String
    public var messages: String

    /// The exit code; `nil` where a signal ended the program.
    public var code: Int? { if case .exited(let code) = status { Int(code) } else { nil } }
}

public enum Program {
    /// An executable that this package builds.
    public static func built(_ name: String) -> Executable {
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return .path(FilePath(tests.deletingLastPathComponent().appending(path: name).path))
    }

    /// A tool that `make test` installs (`.ci/requirements.txt`).
    public static func tool(_ name: String) -> Executable {
        guard let folder = ProcessInfo.processInfo.environment["RECONCILE_TOOLS"] else { return .name(name) }
        return .path(FilePath("\(folder)/bin/\(name)"))
    }

    /// A `PATH` in which those tools come first, for programs that look for one.
    public static var path: String {
        let variables = ProcessInfo.processInfo.environment
        return ((variables["RECONCILE_TOOLS"].map { ["\($0)/bin"] } ?? []) + [variables["PATH"] ?? ""]).joined(separator: ":")
    }

    public static func run(
        _ executable: Executable, _ arguments: [String], environment: [String: String] = [:], input: String = "", in folder: String? = nil
    ) async throws -> Run {
        let result = try await Subprocess.run(
            executable, arguments: Arguments(arguments), environment: isolated(environment), workingDirectory: folder.map { FilePath($0) },
            input: .string(input), output: .string(limit: 64 << 20), error: .string(limit: 64 << 20))
        return Run(status: result.terminationStatus, output: result.standardOutput, messages: result.standardError)
    }

    public static func isolated(_ variables: [String: String]) -> Environment {
        let kept = ProcessInfo.processInfo.environment.filter { ["PATH", "LD_LIBRARY_PATH"].contains($0.key) }
        let own = kept.merging(["HOME": "/nonexistent", "LC_ALL": "C.UTF-8"]) { $1 }.merging(variables) { $1 }
        return .custom(Dictionary(own.map { (Environment.Key(stringLiteral: $0.key), $0.value) }, uniquingKeysWith: { $1 }))
    }
}
