import Foundation

enum StandardOutput {
    /// Gives to the reader what was printed, also where the output is no terminal.
    static func flush() { fflush(nil) }
}
