import Applying
import ArgumentParser

/// What the process ends with, for pipelines.
enum ExitStatus {
    static let done = ExitCode(0)
    static let error = ExitCode(1)
    /// `plan --detailed-exitcode`: there is something to change.
    static let changes = ExitCode(2)
    static let refused = ExitCode(3)
    static let stale = ExitCode(4)
    static let partlyApplied = ExitCode(5)
    /// As a shell has it for a program that SIGINT ended.
    static let interrupted = ExitCode(130)

    /// `match`, as grep has it.
    static let noMatch = ExitCode(1)
    /// `match`: a file, a pattern, an event or a case can't be read.
    static let unreadable = ExitCode(2)
}

extension ExitCode {
    init(_ status: Outcome.Status) {
        self =
            switch status {
            case .converged: ExitStatus.done
            case .failed, .notConverged: ExitStatus.error
            case .refused: ExitStatus.refused
            case .stale: ExitStatus.stale
            case .partlyApplied: ExitStatus.partlyApplied
            case .interrupted: ExitStatus.interrupted
            }
    }
}
