internal import Model
public import Routing

/// Queue × topic → who gets the events, with the gaps and what is delivered twice.
public struct MatrixView: Sendable {
    private let matrix: RoutingMatrix
    private let style: TextStyle

    public init(_ matrix: RoutingMatrix, style: TextStyle) {
        self.matrix = matrix
        self.style = style
    }

    /// Lines, each ended by a line break.
    public var text: String {
        var page = Page(style)
        let queues = matrix.cells.map { $0.queue?.title ?? "(no queue)" }
        let width = min(queues.map { StyledText("\($0)").width }.max() ?? 0, 40)
        let topics = min(matrix.cells.map(\.topic.shortName.count).max() ?? 0, 40)
        for (cell, queue) in zip(matrix.cells, queues).sorted(by: { ($0.1, $0.0.topic.id) < ($1.1, $1.0.topic.id) }) {
            let lead = StyledText("\(queue)").padded(to: width) + "  " + StyledText("\(cell.topic.shortName)").padded(to: topics) + "  "
            page.addProse(receivers(of: cell), lead: lead)
        }
        let duplicates = matrix.duplicates
        if !duplicates.isEmpty { page.addGap() }
        for duplicate in duplicates {
            page.addProse(
                "\(duplicate.consumer.title) gets \(duplicate.event.title) twice, by \(duplicate.first) and \(duplicate.second)",
                lead: StyledText("twice: ", .warning))
        }
        page.addGap()
        page.add(
            "\(matrix.cells.count) \(plural(matrix.cells.count, "cell", "cells")), \(matrix.gaps.count) \(plural(matrix.gaps.count, "gap", "gaps")), \(duplicates.count) delivered twice."
        )
        return page.text
    }

    private func receivers(of cell: RoutingMatrix.Cell) -> StyledText {
        if cell.rules.isEmpty { return StyledText("nobody", .warning) }
        let receivers = cell.receivers
        if receivers.isEmpty { return StyledText("nobody: its rules have no targets", .warning) }
        return receivers.map { consumer, rules -> StyledText in
            "\(consumer.title) (\(rules.map(\.address.name).joined(separator: ", ")))"
        }.joined(separator: "; ")
    }

    /// The same for other programs.
    public var json: String {
        let document: Value = [
            "format_version": "1.0", "cells": .list(matrix.cells.map(Self.value)),
            "duplicates": .list(
                matrix.duplicates.map { duplicate in
                    [
                        "consumer": .string(duplicate.consumer.arn), "event": .string(duplicate.event.title),
                        "rules": [.string(duplicate.first.description), .string(duplicate.second.description)],
                    ]
                }),
        ]
        return document.prettyJSON + "\n"
    }

    private static func value(_ cell: RoutingMatrix.Cell) -> Value {
        let receivers = cell.receivers.map { consumer, rules -> Value in
            [
                "consumer": .string(consumer.title), "arn": .string(consumer.arn),
                "rules": .list(rules.map { .string($0.address.description) }),
            ]
        }
        var members: [String: Value] = ["event": .string(cell.topic.id), "consumers": .list(receivers), "gap": .bool(receivers.isEmpty)]
        members["queue"] = cell.queue.map { .string($0.title) }
        return .map(members)
    }
}
