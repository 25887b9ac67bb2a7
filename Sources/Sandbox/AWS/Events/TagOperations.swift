import Model

/// Tags of rules and buses (EventBridge API reference: `TagResource`, `UntagResource`, `ListTagsForResource`).
enum TagOperations {
    private static let arn = Field.string("ResourceARN", 1...1_600, required: true)
    private static let tagsPerResource = 50

    static let all = [
        AWSOperation(.events, "TagResource", .mutates, [arn, .list("Tags", 0...200, required: true)], run: tagResource),
        AWSOperation(.events, "UntagResource", .mutates, [arn, .list("TagKeys", 0...200, required: true)], run: untagResource),
        AWSOperation(.events, "ListTagsForResource", .reads, [arn]) { state, call throws(AWSError) in
            ["Tags": .tags(try tags(of: call.required("ResourceARN"), in: state))]
        },
    ]

    private static func tagResource(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let added = call.tags("Tags")
        try Field.refuse(
            call.list("Tags").enumerated().flatMap { index, tag in
                [Field.string("Key", 1...128, required: true), .string("Value", 0...256, required: true)].flatMap {
                    $0.violations(in: tag.map ?? [:], prefix: "tags.\(index + 1).member.")
                }
            })
        guard !added.keys.contains(where: { $0.hasPrefix("aws:") }) else {
            throw .validation("System tags cannot be modified by the user: tag keys beginning with aws: are reserved.")
        }
        try change(&state, call.required("ResourceARN")) { tags throws(AWSError) in
            tags.merge(added) { $1 }
            guard tags.count <= tagsPerResource else { throw .limitExceeded }
        }
        return .map([:])
    }

    private static func untagResource(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let keys = call.list("TagKeys").compactMap(\.string)
        try change(&state, call.required("ResourceARN")) { tags throws(AWSError) in
            for key in keys { tags[key] = nil }
        }
        return .map([:])
    }

    private static func tags(of arn: String, in state: AWSState) throws(AWSError) -> [String: String] {
        if let (bus, name) = ARN.ruleParts(arn) { return try state.rule(name, bus: bus).rule.tags }
        return try state.bus(busARN(arn)).bus.tags
    }

    private static func change(
        _ state: inout AWSState, _ arn: String, _ body: (inout [String: String]) throws(AWSError) -> Void
    ) throws(AWSError) {
        var tags = try tags(of: arn, in: state)
        if let (bus, name) = ARN.ruleParts(arn) {
            _ = try state.changeableRule(name, bus: bus)
            try body(&tags)
            state.eventBuses[bus]?.rules[name]?.tags = tags
        } else {
            try body(&tags)
            state.eventBuses[ARN.busName(arn)]?.tags = tags
        }
    }

    private static func busARN(_ arn: String) throws(AWSError) -> String {
        let name = ARN.busName(arn)
        guard arn == ARN.bus(name) else {
            throw .validation("Parameter \(arn) is not valid. Reason: Provided Arn is not in correct format.")
        }
        return name
    }
}
