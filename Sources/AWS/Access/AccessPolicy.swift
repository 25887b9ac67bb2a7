public import Model

/// The IAM policy that a run on a set of manifests needs, and no more: the operations of the table that are called for it, on what the manifests name.
///
/// What no manifest names any more, such as a function that a rule has left, can't be told: its policy is read and changed only where the run may.
public struct AccessPolicy: Hashable, Sendable {
    /// IAM's policy language (IAM User Guide, "JSON policy element reference"), its statements sorted by their resources.
    public let document: Value

    /// - Parameter locks: where runs hold a lock.
    public init(_ desired: DesiredState, for purpose: AccessPurpose, locks: S3Location? = nil) {
        let needs = AccessNeeds(desired)
        var resources: [String: Set<String>] = [:]
        for operation in AWSOperation.all where purpose == .apply || !operation.isMutating {
            for (permission, on) in needs.permissions(of: operation) where !on.isEmpty {
                resources[permission, default: []].formUnion(on)
            }
        }
        if purpose == .apply, let locks {
            let object = "arn:\(desired.stack.aws.partition):s3:::\(locks.bucket)/\(locks.key)"
            for action in ["DeleteObject", "GetObject", "PutObject"] { resources["s3:\(action)"] = [object] }
        }
        let groups = Dictionary(grouping: resources) { Group(resources: $0.value.sorted(), isPassed: $0.key == AccessNeeds.passing) }
        let statements = groups.sorted { $0.key < $1.key }.map { group, permissions -> Value in
            let statement: [String: Value?] = [
                "Effect": "Allow", "Action": .list(permissions.map(\.key).sorted().map { .string($0) }),
                "Resource": .list(group.resources.map { .string($0) }),
                // A role may be handed to EventBridge, and to nothing else.
                "Condition": group.isPassed ? ["StringEquals": ["iam:PassedToService": "events.amazonaws.com"]] : nil,
            ]
            return .map(statement.compactMapValues { $0 })
        }
        document = ["Version": "2012-10-17", "Statement": .list(statements)]
    }

    /// What one statement is about.
    private struct Group: Hashable, Comparable {
        var resources: [String]
        var isPassed: Bool

        static func < (left: Group, right: Group) -> Bool {
            left.resources == right.resources ? !left.isPassed && right.isPassed : left.resources.lexicographicallyPrecedes(right.resources)
        }
    }
}
