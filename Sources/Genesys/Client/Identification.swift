internal import Model

extension ServiceError {
    static func ambiguous(
        _ what: String, named name: String, ids: [String], _ endpoint: Endpoint, field: String = "spec.id"
    ) -> ServiceError {
        ServiceError(
            .conflict, system: .genesys, operation: endpoint.name, summary: "there are \(ids.count) \(what) named \"\(name)\"",
            fix: "Put the id of the one that is meant into \(field): \(ids.sorted().joined(separator: " or "))")
    }

    /// A 404 for an id that the manifest gives: a mistake to correct, never an absence to mend.
    func missing(_ what: String, _ id: String) -> ServiceError {
        var error = self
        error.summary = "there is no \(what) with the id \(id)"
        error.fix = "Correct spec.id in the manifest, or leave it out to find the \(what) by its name"
        return error
    }
}

extension DesiredResource {
    /// What the id leads to that the manifest gives. That there is nothing is a mistake, unless the resource is declared to be gone.
    func byID<Object>(_ read: () async throws(ServiceError) -> Object) async throws(ServiceError) -> Object? {
        do throws(ServiceError) {
            return try await read()
        } catch {
            guard error.reason == .notFound, lifecycle.ensure == .absent else { throw error }
            return nil
        }
    }
}

extension Operation {
    /// The service's id of the object to change.
    func liveID() throws(ServiceError) -> String {
        guard let id = live?.id ?? identity.givenID else {
            throw ServiceError(
                .notFound, system: .genesys, operation: action.rawValue, summary: "it isn't known which object \(address) is",
                fix: "Run plan again")
        }
        return id
    }
}
