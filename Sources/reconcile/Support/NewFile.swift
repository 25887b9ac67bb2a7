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
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw failure(path) }
            rest = rest.dropFirst(written)
        }
        return true
    }

    private static func failure(_ path: String) -> Failure {
        Failure(description: "can't write \(path): \(String(cString: strerror(errno)))")
    }
}
