internal import Model

/// A profile's keys as they stand in a file.
struct KeyCredentials: CredentialSource {
    let file: String
    let profile: String
    let settings: [String: INIFile.Value]

    var title: String { file }

    func find() throws(ServiceError) -> CredentialFinding {
        guard let id = setting("aws_access_key_id") else { return .absent("no aws_access_key_id in profile \(profile)") }
        guard let secret = setting("aws_secret_access_key") else {
            throw .credentials(
                "profile \(profile) in \(file) has an aws_access_key_id and no aws_secret_access_key",
                fix: "add aws_secret_access_key there, or remove aws_access_key_id")
        }
        // The first is older, and goes before (botocore, `SharedCredentialProvider`).
        let token = setting("aws_security_token") ?? setting("aws_session_token")
        return .found(AWSCredentials(accessKeyID: id, secretAccessKey: Secret(secret), sessionToken: token.map { Secret($0) }))
    }

    private func setting(_ key: String) -> String? { settings[key].map(\.text).flatMap { $0.isEmpty ? nil : $0 } }
}
