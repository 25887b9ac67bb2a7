import Foundation
import Model
import Synchronization

/// The requests that were answered, in memory and, where asked for, in a file, a line of JSON each.
final class RequestLog: Sendable {
    private struct Contents {
        var records: [RequestRecord] = []
        var sequence = 0
        var file: FileHandle?
    }

    private let contents: Mutex<Contents>

    /// - Throws: where the file can't be written.
    init(path: String?) throws(SandboxError) {
        var file: FileHandle?
        if let path {
            do {
                try Data().write(to: URL(filePath: path))
                file = try FileHandle(forWritingTo: URL(filePath: path))
            } catch {
                throw SandboxError("The log \(path) can't be written: \(error.localizedDescription)")
            }
        }
        contents = Mutex(Contents(file: file))
    }

    func append(_ system: System, _ operation: String, isMutating: Bool, status: Int, resource: String?) {
        contents.withLock { contents in
            contents.sequence += 1
            let record = RequestRecord(
                sequence: contents.sequence, system: system, operation: operation, isMutating: isMutating, status: status,
                resource: resource)
            contents.records.append(record)
            // A log that can't be written must not stop the service that it logs.
            try? contents.file?.write(contentsOf: Data((record.value.json + "\n").utf8))
        }
    }

    var records: [RequestRecord] { contents.withLock { $0.records } }

    /// Forgets what was logged; the sequence goes on, and the file keeps its lines.
    func clear() { contents.withLock { $0.records = [] } }
}
