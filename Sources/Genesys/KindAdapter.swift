internal import Model

/// The provider's half for one kind of resource.
protocol KindAdapter: Sendable {
    /// Sees the declared objects, and no others: neither kind can be found by a mark.
    func observe(_ resources: [DesiredResource], of stack: StackMark) async -> Observation

    /// - Returns: the outputs of what exists afterwards; of a deletion, once the object is gone.
    func perform(_ operation: Operation, progress: @escaping ProgressSink) async throws(ServiceError) -> [String: Value]

    func settle(_ operation: Operation, outputs: [String: Value], progress: @escaping ProgressSink) async throws(ServiceError)
}

extension KindAdapter {
    /// Looks for each resource, all side by side; what can't be told of one is a gap of its own.
    func observe(
        each resources: [DesiredResource], _ look: @escaping @Sendable (DesiredResource) async throws(ServiceError) -> LiveObject?
    ) async -> Observation {
        let seen = await withTaskGroup(of: (LiveIdentity, Result<LiveObject?, ServiceError>).self) { group in
            for resource in resources {
                group.addTask {
                    do throws(ServiceError) {
                        return (resource.identity, .success(try await look(resource)))
                    } catch {
                        return (resource.identity, .failure(error))
                    }
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        var observation = Observation()
        for (identity, result) in seen.sorted(by: { $0.key < $1.key }) {
            switch result {
            case .success(let object): observation.objects[identity] = object
            case .failure(let error): observation.gaps.append(Gap(identity.kind, scope: identity.scope, name: identity.name, error: error))
            }
        }
        return observation
    }
}
