internal import FoundationEssentials
internal import Model

extension GenesysClient {
    /// The id of a division that a manifest declares by its id or its name.
    ///
    /// - Throws: `ServiceError` where no division has that name.
    func divisionID(_ declared: String) async throws(ServiceError) -> String {
        if UUID(uuidString: declared) != nil { return declared }
        let divisions = try await list(.listDivisions, query: [("name", declared)])
        let ids = divisions.filter { $0["name"]?.string == declared }.compactMap { $0["id"]?.string }
        if ids.count > 1 { throw .ambiguous("divisions", named: declared, ids: ids, .listDivisions, field: "spec.division") }
        guard let id = ids.first else {
            throw ServiceError(
                .notFound, system: .genesys, operation: Endpoint.listDivisions.name, summary: "there is no division named \"\(declared)\"",
                fix: "Correct spec.division in the manifest, or create the division in Genesys Cloud")
        }
        return id
    }
}
