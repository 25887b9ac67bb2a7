import Foundation
public import Testing

/// Texts as files hold them. A missing file is written, and the test fails so that somebody looks at it; `RECONCILE_RECORD=1` writes all anew.
public struct Golden: Sendable {
    private let folder: URL

    /// - Parameter path: the folder, seen from the test's file.
    public init(_ path: String, testFile: String = #filePath) {
        folder = URL(filePath: testFile).deletingLastPathComponent().appending(path: path)
    }

    public func expect(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = folder.appending(path: name)
        let isRecording = ProcessInfo.processInfo.environment["RECONCILE_RECORD"] == "1"
        guard !isRecording, let golden = try? String(contentsOf: file, encoding: .utf8) else {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
            if !isRecording { Issue.record("\(name) was missing and is written: read it", sourceLocation: sourceLocation) }
            return
        }
        guard text != golden else { return }
        let pairs = zip(text.lines + [nil], golden.lines + [nil])
        let difference = pairs.enumerated().first { $1.0 != $1.1 }
        Issue.record(
            """
            \(name) differs from line \((difference?.offset ?? 0) + 1) on; RECONCILE_RECORD=1 records it anew.
            golden: \(difference?.element.1 ?? "(end)")
            now:    \(difference?.element.0 ?? "(end)")
            """, sourceLocation: sourceLocation)
    }
}

extension String {
    fileprivate var lines: [String?] { split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
}
