extension Collection<any Provider> {
    /// Observes all clouds side by side.
    ///
    /// - Parameter focus: as `Provider.observe` has it.
    public func observe(
        _ desired: DesiredState, focus: Set<LiveIdentity>? = nil,
        progress: @escaping @Sendable (System, ObservationProgress) -> Void = { _, _ in }
    ) async -> Observation {
        await withTaskGroup(of: Observation.self) { group in
            for provider in self {
                group.addTask { await provider.observe(desired, focus: focus) { progress(provider.system, $0) } }
            }
            return await group.reduce(into: Observation()) { $0 += $1 }
        }
    }

    /// Proves that the credentials of these clouds reach what the stack names, and answers with what speaks against it.
    public func verifyIdentity(of stack: Stack, on systems: Set<System>) async -> [ServiceError] {
        await withTaskGroup(of: ServiceError?.self) { group in
            for provider in self where systems.contains(provider.system) {
                group.addTask {
                    do throws(ServiceError) { try await provider.verifyIdentity(of: stack) } catch { return error }
                    return nil
                }
            }
            return await group.reduce(into: []) { errors, error in if let error { errors.append(error) } }
                .sorted { $0.system < $1.system }
        }
    }
}
