import Model

/// Reads and changes the state of both clouds at once, past their operations.
struct StateEditor: Sendable {
    let aws: AWSCloud
    let genesys: GenesysCloud

    func read() async throws -> Value {
        try await Value(json: Array(saved().encoded()))
    }

    func merge(_ patch: Value) async throws {
        let merged = try await saved().merging(patch)
        try await aws.replace(merged.aws)
        try await genesys.replace(merged.genesys)
    }

    private func saved() async -> SavedState {
        await SavedState(aws: aws.state, genesys: genesys.state)
    }
}
