import EventPatterns
public import Model

/// An event that somebody recorded, as EventBridge delivered it.
public struct Recording: Hashable, Sendable {
    /// Its file, with the number of its line where the file holds several.
    public let name: String
    public let json: String

    /// The events of a file: one JSON object, or one a line (`.jsonl`, `.ndjson`).
    ///
    /// - Throws: `Unreadable` with the first text that is no event.
    public static func recordings(in file: String, _ bytes: [UInt8]) throws(Unreadable) -> [Recording] {
        guard file.hasSuffix(".jsonl") || file.hasSuffix(".ndjson") else { return [try Recording(file, bytes, line: nil)] }
        var recordings: [Recording] = []
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            if line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { continue }
            recordings.append(try Recording(file, Array(line), line: index + 1))
        }
        return recordings
    }

    private init(_ file: String, _ bytes: [UInt8], line: Int?) throws(Unreadable) {
        do throws(Event.Invalid) { _ = try Event(utf8: bytes) } catch {
            throw Unreadable(
                reason: error.reason,
                place: SourceLocation(file: file, line: (line ?? 1) + error.position.line - 1, column: error.position.column))
        }
        name = line.map { "\(file):\($0)" } ?? file
        json = String(decoding: bytes, as: UTF8.self)
    }

    /// Why a file is no recording.
    public struct Unreadable: Error, Hashable, Sendable {
        public let reason: String
        public let place: SourceLocation
    }
}

extension Recording {
    /// The event under the name that people know it by: its topic, and the queue where it is one of these.
    public func sample(_ queues: [RoutedQueue]) -> EventSample {
        var label = EventLabel(recorded: (try? Value(json: json)) ?? .map([:]), queues: queues)
        label.recording = name
        return EventSample(label, json: json)
    }
}

extension EventLabel {
    init(recorded event: Value, queues: [RoutedQueue]) {
        let detail = event["detail"]
        let id = (detail?["eventBody"]?["queueId"] ?? detail?["queueId"])?.string
        let queue = id.map { id in queues.first { $0.id == id }?.title ?? "queue \(id)" }
        self.init(topic: event["detail-type"]?.string ?? "event", queue: queue)
    }
}
