import Foundation
import Glibc

/// A file that wasn't there before.
enum NewFile {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// Makes the folders on the way as well.
    ///
    /// - Returns: `false`, with nothing written, where the path exists already, be it as a link to nowhere.
    static func write(_ text: String, to path: String) throws(Failure) -> Bool {
        do {
            try FileManager.default.createDirectory(at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
        } catch {
            throw Failure(description: "can't make the folder of \(path): \(error.localizedDescription)")
        }
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if file < 0 && errno == EEXIST { return false }
        guard file >= 0 else { throw failure(path) }
        defer { close(file) }
        guard WholeWrite.write(text, to: file) else { throw failure(path) }
        return true
    }

    private static func failure(_ path: String) -> Failure {
        Failure(description: "can't write \(path): \(String(cString: strerror(errno)))")
    }
}
