internal import Model

/// The functions that a rule's targets have moved away from, in tags of the rule until their statements are revoked.
///
/// The new statement and target come before the old statement goes, so that no event is lost. A run that is cut in between leaves a statement on a
/// function to which no target leads any more: by the tag the next run finds it. A tag that outlives its statement costs one look at a policy.
struct FormerFunctions {
    let transport: any AWSTransport

    /// `reconcile:revoke/<Sid>`, at most 128 characters (EventBridge API reference, `Tag`); the value is the function's ARN.
    private static let prefix = OwnershipTag.prefix + "revoke/"

    /// The functions that a rule's tags remember.
    static func remembered(in tags: [String: String]) -> [FunctionARN] {
        tags.filter { $0.key.hasPrefix(prefix) }.values.compactMap { FunctionARN($0) }
    }

    /// Remembers, before targets are put, the functions that they leave and that still hold a statement of the stack's for their rule.
    func remember(_ operations: [Operation], on rule: String) async throws(ServiceError) {
        var tags: [String: String] = [:]
        for operation in operations where operation.live?.attributes["arn"] != operation.attributes["arn"] {
            guard let former = operation.live?.attributes["arn"]?.string.flatMap({ FunctionARN($0) }) else { continue }
            let statements = try await FunctionPolicies(transport: transport).statements(on: former)
            for statement in statements where statement.isOurs(on: former, operation.stack, for: rule) {
                tags[Self.prefix + statement.sid] = former.description
            }
        }
        guard !tags.isEmpty else { return }
        _ = try await transport.call(.tagResource, ["ResourceARN": .string(rule), "Tags": Tags.wire(tags)])
    }

    /// Forgets a function whose statement is revoked.
    func forget(_ sid: String, on rule: String) async throws(ServiceError) {
        let tag = Self.prefix + sid
        do throws(ServiceError) {
            guard try await Tags(transport: transport).read(rule)[tag] != nil else { return }
            _ = try await transport.call(.untagResource, ["ResourceARN": .string(rule), "TagKeys": [.string(tag)]])
        } catch {
            if error.reason != .notFound { throw error }
        }
    }
}
