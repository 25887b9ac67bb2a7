import Model
import Sandbox
import Testing

@Suite("Tags")
struct TagTests {
    private func found(_ sandbox: Sandbox, _ input: Value) async throws -> [String] {
        let answer = try await sandbox.call("tagging.GetResources", input)
        return answer["ResourceTagMappingList"]?.list?.compactMap { $0["ResourceARN"]?.string } ?? []
    }

    private func tag(_ key: String, _ value: String) -> [String: Value] {
        ["Tags": [["Key": .string(key), "Value": .string(value)]]]
    }

    @Test("Tags are put, replaced and taken off")
    func changes() async throws {
        try await withSandbox { sandbox in
            let arn = try await sandbox.putRule("r", tag("a", "1"))["RuleArn"] ?? .null
            try await sandbox.call(
                "events.TagResource", ["ResourceARN": arn, "Tags": [["Key": "a", "Value": "2"], ["Key": "b", "Value": ""]]])
            try await sandbox.call("events.UntagResource", ["ResourceARN": arn, "TagKeys": ["b", "missing"]])
            let tags = try await sandbox.call("events.ListTagsForResource", ["ResourceARN": arn])
            #expect(tags["Tags"] == [["Key": "a", "Value": "2"]])
        }
    }

    @Test("A resource has fifty tags at the most")
    func limit() async throws {
        try await withSandbox { sandbox in
            let arn = try await sandbox.putRule("r", tag("a", "1"))["RuleArn"] ?? .null
            let tags = Value.list((1...50).map { ["Key": .string("k\($0)"), "Value": ""] })
            #expect(try await sandbox.call("events.TagResource", ["ResourceARN": arn, "Tags": tags]).type == "LimitExceededException")
        }
    }

    @Test(
        "A rule that doesn't exist has no tags to read or change",
        arguments: ["events.TagResource", "events.UntagResource", "events.ListTagsForResource"])
    func missing(_ operation: String) async throws {
        try await withSandbox { sandbox in
            let answer = try await sandbox.call(
                operation,
                ["ResourceARN": "arn:aws:events:us-east-1:123456789012:rule/nope", "Tags": [], "TagKeys": []])
            #expect(answer.type == "ResourceNotFoundException")
            #expect(answer.message == "Rule nope does not exist on EventBus default.")
        }
    }

    @Test("Resources are found by type, key and value, on every bus; what has no tags isn't found")
    func filters() async throws {
        try await withSandbox { sandbox in
            try await sandbox.call("events.CreateEventBus", .map(["Name": "own"].merging(tag("stack", "x")) { $1 }))
            _ = try await sandbox.putRule("a", tag("stack", "x"))
            _ = try await sandbox.putRule("b", tag("stack", "y"))
            _ = try await sandbox.putRule("c", bus: "own", tag("stack", "x"))
            _ = try await sandbox.putRule("d")
            let prefix = "arn:aws:events:us-east-1:123456789012:"
            let byValue: Value = ["ResourceTypeFilters": ["events:rule"], "TagFilters": [["Key": "stack", "Values": ["x"]]]]
            #expect(try await found(sandbox, byValue) == ["\(prefix)rule/a", "\(prefix)rule/own/c"])
            let byKey: Value = ["ResourceTypeFilters": ["events:rule"], "TagFilters": [["Key": "stack"]]]
            #expect(try await found(sandbox, byKey).count == 3)
            #expect(try await found(sandbox, ["ResourceTypeFilters": ["events"]]).count == 4)
            #expect(try await found(sandbox, ["ResourceTypeFilters": ["sqs"]]).isEmpty)
        }
    }

    @Test("GetResources gives pages, and an empty token on the last")
    func pages() async throws {
        try await withSandbox { sandbox in
            for name in ["a", "b", "c"] { _ = try await sandbox.putRule(name, tag("k", "v")) }
            let first = try await sandbox.call("tagging.GetResources", ["ResourcesPerPage": 2])
            #expect(first["ResourceTagMappingList"]?.list?.count == 2)
            let second = try await sandbox.call(
                "tagging.GetResources", ["ResourcesPerPage": 2, "PaginationToken": first["PaginationToken"] ?? .null])
            #expect(second["ResourceTagMappingList"]?.list?.count == 1)
            #expect(second["PaginationToken"] == "")
        }
    }
}
