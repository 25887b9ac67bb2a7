import Foundation
import Testing

/// A file that a test's output is held against. A missing one is written and fails; RECONCILE_RECORD=1 writes all anew.
enum GoldenFile {
    static func expect(_ text: String, at url: URL, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
        let recorded = try? String(contentsOf: url, encoding: .utf8)
        guard recorded != text + "\n" else { return }
        if recorded == nil || ProcessInfo.processInfo.environment["RECONCILE_RECORD"] == "1" {
            do {
                try (text + "\n").write(to: url, atomically: true, encoding: .utf8)
                Issue.record("wrote \(url.lastPathComponent): check it, then run again", sourceLocation: sourceLocation)
            } catch {
                Issue.record(error, sourceLocation: sourceLocation)
            }
        } else {
            #expect(text + "\n" == recorded, "\(url.lastPathComponent) differs", sourceLocation: sourceLocation)
        }
    }

    /// The folder beside the tests, such as `Reference`.
    static func folder(_ name: String, file: String = #filePath) -> URL {
        URL(filePath: file).deletingLastPathComponent().appending(path: name)
    }

    /// What a folder holds, in the order of the names.
    static func contents(of folder: URL) -> [URL] {
        let found = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (found ?? []).sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
}
