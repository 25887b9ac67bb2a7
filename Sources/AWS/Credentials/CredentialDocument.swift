internal import FoundationEssentials
internal import Model

/// The JSON or XML that a source of temporary credentials answers with.
struct CredentialDocument {
    let members: Value
    /// For people: "the container's credential endpoint".
    let origin: String

    /// An error never quotes the document, which holds secrets.
    init(json: [UInt8], from origin: String) throws(ServiceError) {
        guard let members = try? Value(json: json), members.map != nil else {
            throw Self.fault(origin, "it is no JSON object")
        }
        self.init(members, from: origin)
    }

    init(_ members: Value, from origin: String) {
        self.members = members
        self.origin = origin
    }

    /// - Parameter token: the member that holds the session token: `Token` or `SessionToken`.
    func credentials(token: String, needsExpiration: Bool = true) throws(ServiceError) -> AWSCredentials {
        let expiration = text("Expiration").map(Timestamp.date)
        if case .some(.none) = expiration { throw Self.fault(origin, "its Expiration is no time") }
        if needsExpiration && expiration == nil { throw Self.fault(origin, "it has no Expiration") }
        return AWSCredentials(
            accessKeyID: try required("AccessKeyId"), secretAccessKey: Secret(try required("SecretAccessKey")),
            sessionToken: text(token).map { Secret($0) }, expiration: expiration ?? nil)
    }

    private func text(_ name: String) -> String? { members[name]?.string.flatMap { $0.isEmpty ? nil : $0 } }

    private func required(_ name: String) throws(ServiceError) -> String {
        guard let text = text(name) else { throw Self.fault(origin, "it has no \(name)") }
        return text
    }

    private static func fault(_ origin: String, _ problem: String) -> ServiceError {
        .credentials(
            "the answer of \(origin) holds no credentials: \(problem)", fix: "see what answers there, or use another source of credentials")
    }
}
