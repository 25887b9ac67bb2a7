import Glibc

/// A file that others write to as well: text goes to its end.
enum AppendedFile {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    static func append(_ text: String, to path: String) throws(Failure) {
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw failure(path) }
        defer { close(file) }
        guard WholeWrite.write(text, to: file) else { throw failure(path) }
    }

    private static func failure(_ path: String) -> Failure {
        Failure(description: "can't write \(path): \(String(cString: strerror(errno)))")
    }
}
