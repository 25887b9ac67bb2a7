import Glibc

/// The process's streams: stdout carries data, stderr messages. Where nobody reads them any more, what is written is lost.
enum Console {
    static func output(_ text: String) { _ = WholeWrite.write(text, to: STDOUT_FILENO) }
    static func message(_ text: String) { _ = WholeWrite.write(text, to: STDERR_FILENO) }

    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var messagesAreTerminal: Bool { isatty(STDERR_FILENO) == 1 }
    static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// The terminal's width in columns; `nil` where stdout is none.
    static var width: Int? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// A line from stdin; `nil` at its end, or where the run is interrupted before there is one.
    static func readLine() -> String? {
        var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        while poll(&input, 1, 100) == 0 { if Task.isCancelled { return nil } }
        return Swift.readLine()
    }
}
