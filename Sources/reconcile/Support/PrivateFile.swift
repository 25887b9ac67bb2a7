import Glibc

/// A file that only its owner may read (0600), there whole or not at all.
enum PrivateFile {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    static func write(_ text: String, to path: String) throws(Failure) {
        let draft = "\(path).\(getpid()).tmp"
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure("can't write \(path)") }
        guard WholeWrite.write(text, to: file) else { throw abandon(draft, file, "can't write \(path)") }
        guard fsync(file) == 0 else { throw abandon(draft, file, "can't write \(path)") }
        close(file)
        guard rename(draft, path) == 0 else { throw abandon(draft, nil, "can't write \(path)") }
    }

    static func read(_ path: String) throws(Failure) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure("can't read \(path)") }
        defer { close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw failure("can't read \(path)") }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
    }

    private static func abandon(_ draft: String, _ file: Int32?, _ what: String) -> Failure {
        let failure = failure(what)
        if let file { close(file) }
        unlink(draft)
        return failure
    }

    private static func failure(_ what: String) -> Failure { Failure(description: "\(what): \(String(cString: strerror(errno)))") }
}
