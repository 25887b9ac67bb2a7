import Model

/// The organization and its divisions (Genesys Cloud API: Organization, Authorization).
enum OrganizationOperations {
    static let all = [
        GenesysOperation("GET /api/v2/organizations/me", .reads, .permission("directory:organization:view")) { _, _ throws(GenesysError) in
            .ok([
                "id": .string(SandboxIdentity.organizationID), "name": "Sandbox", "thirdPartyOrgName": "sandbox", "domain": "sandbox",
                "defaultLanguage": "en-US", "defaultCountryCode": "US", "state": "active", "version": 1,
                "selfUri": .string("/api/v2/organizations/\(SandboxIdentity.organizationID)"),
            ])
        },
        GenesysOperation("GET /api/v2/authorization/divisions", .reads, permission) { state, call throws(GenesysError) in
            let name = call.query["name"]
            let found = state.divisions.filter { name == nil || NameFilter.matches(name ?? "", $0.value.name) }
            let sorted = found.sorted { ($0.value.name, $0.key) < ($1.value.name, $1.key) }
            return try Listing.page(
                sorted.map { view($0.key, $0.value) }, path: "/api/v2/authorization/divisions", call: call, largestPage: 500)
        },
        GenesysOperation("GET /api/v2/authorization/divisions/home", .reads, permission) { state, _ throws(GenesysError) in
            guard let home = state.divisions.first(where: \.value.isHome) else { throw .notFound("division", "home") }
            return .ok(view(home.key, home.value))
        },
        GenesysOperation("GET /api/v2/authorization/divisions/{divisionId}", .reads, permission) { state, call throws(GenesysError) in
            let id = call.parameter("divisionId")
            guard let division = state.divisions[id] else { throw .notFound("division", id) }
            return .ok(view(id, division))
        },
        GenesysOperation("POST /api/v2/authorization/divisions/{divisionId}/objects/QUEUE", .mutates, .permission("routing:queue:edit")) {
            state, call throws(GenesysError) in
            let division = call.parameter("divisionId")
            guard state.divisions[division] != nil else { throw .notFound("division", division) }
            let ids = try call.texts()
            for id in ids where state.queues[id] == nil { throw .notFound("queue", id) }
            for id in ids { state.queues[id]?.divisionID = division }
            return .noContent
        },
    ]

    private static let permission = GenesysOperation.Requirement.permission("authorization:division:view")

    private static func view(_ id: String, _ division: Division) -> Value {
        [
            "id": .string(id), "name": .string(division.name), "description": "", "homeDivision": .bool(division.isHome),
            "selfUri": .string("/api/v2/authorization/divisions/\(id)"),
        ]
    }
}
