internal import Cloud
internal import Model

/// The provider's half for one kind of resource.
protocol KindAdapter: Sendable {
    /// Sees the declared objects, and no others: neither kind can be found by a mark.
    func observe(_ resources: [DesiredResource], of stack: StackMark, progress: @escaping ObservationSink) async -> Observation

    /// - Returns: the outputs of what exists afterwards; of a deletion, once the object is gone.
    func perform(_ operation: Operation, progress: @escaping ProgressSink) async throws(ServiceError) -> [String: Value]

    func settle(_ operation: Operation, outputs: [String: Value], progress: @escaping ProgressSink) async throws(ServiceError)
}

extension KindAdapter {
    /// Looks for each resource, all side by side; what can't be told of one is a gap of its own.
    func observe(
        each resources: [DesiredResource], _ look: @escaping @Sendable (DesiredResource) async throws(ServiceError) -> LiveObject?
    ) async -> Observation {
        let seen = await sideBySide(resources) { resource in await result { () throws(ServiceError) in try await look(resource) } }
        var observation = Observation()
        for (identity, outcome) in zip(resources.map(\.identity), seen).sorted(by: { $0.0 < $1.0 }) {
            switch outcome {
            case .success(let object): observation.objects[identity] = object
            case .failure(let error): observation.gaps.append(Gap(identity.kind, scope: identity.scope, name: identity.name, error: error))
            }
        }
        return observation
    }
}
