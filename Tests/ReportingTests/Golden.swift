import Foundation
import Testing

/// Compares a text with the file `Golden/NAME.txt` beside this one.
///
/// A missing file is written, and the test fails so that somebody looks at it. `RECONCILE_RECORD=1` writes all files anew.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name).txt")
    if ProcessInfo.processInfo.environment["RECONCILE_RECORD"] == "1" {
        return try text.write(to: file, atomically: true, encoding: .utf8)
    }
    guard let golden = try? String(contentsOf: file, encoding: .utf8) else {
        try text.write(to: file, atomically: true, encoding: .utf8)
        Issue.record("\(name).txt was missing and is written: read it", sourceLocation: sourceLocation)
        return
    }
    guard text != golden else { return }
    let pairs = zip(text.lines + [nil], golden.lines + [nil])
    let line = pairs.enumerated().first { $1.0 != $1.1 }
    Issue.record(
        """
        \(name).txt differs from line \((line?.offset ?? 0) + 1) on; RECONCILE_RECORD=1 records it anew.
        golden: \(line?.element.1 ?? "(end)")
        now:    \(line?.element.0 ?? "(end)")
        """, sourceLocation: sourceLocation)
}

extension String {
    fileprivate var lines: [String?] { split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
}
