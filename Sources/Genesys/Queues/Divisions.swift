internal import Model

extension GenesysClient {
    /// The id of the division that a queue declares by its `id`, or by its `name`.
    ///
    /// - Throws: `ServiceError` where no division has that name.
    func divisionID(_ declared: Value) async throws(ServiceError) -> String {
        if let id = declared["id"]?.string { return id }
        let name = declared["name"]?.string ?? ""
        let ids = try await list(.listDivisions, query: [("name", name)]).filter { $0["name"]?.string == name }.compactMap {
            $0["id"]?.string
        }
        if ids.count > 1 { throw .ambiguous("divisions", named: name, ids: ids, .listDivisions) }
        guard let id = ids.first else {
            throw ServiceError(
                .notFound, system: .genesys, operation: Endpoint.listDivisions.name, summary: "there is no division named \"\(name)\"",
                fix: "correct spec.division in the manifest, or create the division in Genesys Cloud")
        }
        return id
    }
}
