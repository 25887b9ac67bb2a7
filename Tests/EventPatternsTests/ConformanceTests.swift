import EventPatterns
import FoundationEssentials
import Model
import Testing

/// The cases of event-ruler's own tests and the answers recorded from AWS, where RECONCILE_CONFORMANCE names the folder that holds them.
@Suite struct ConformanceTests {
    private static let folder = ProcessInfo.processInfo.environment["RECONCILE_CONFORMANCE"]

    @Test("Every conformance case gives what AWS and event-ruler give", .enabled(if: folder != nil))
    func conformance() throws {
        let path = try #require(Self.folder) + "/event-patterns.jsonl"
        let lines = try String(contentsOf: URL(filePath: path), encoding: .utf8).split(separator: "\n")
        for line in lines {
            let row = try Value(json: String(line))
            let name = row["name"]?.string ?? "?"
            let pattern = try #require(row["pattern"]).json
            let event = try #require(row["event"]).json
            let expected = row["expect"]?.string
            do {
                let result = try EventPattern(json: pattern).matches(json: event) ? "match" : "no-match"
                #expect(result == expected, "\(name)")
            } catch let invalid as EventPattern.Invalid {
                #expect(expected == "invalid", "\(name): \(invalid)")
                if let message = row["aws_message"]?.string { #expect(invalid.message == message, "\(name)") }
            }
        }
        #expect(!lines.isEmpty)
        print("event-patterns.jsonl: \(lines.count) cases ran")
    }
}
