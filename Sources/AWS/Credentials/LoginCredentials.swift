internal import Model

/// A profile that `aws login` keeps: its tokens are bound to a key that only AWS CLI 2 uses.
struct LoginCredentials: CredentialSource {
    let profile: Profile

    var title: String { "`aws login`" }

    func find() throws(ServiceError) -> CredentialFinding {
        guard profile["login_session"] != nil else { return .absent("no login_session in profile \(profile.name)") }
        throw .credentials(
            "the session of `aws login` in profile \(profile.name) can be used by the AWS CLI alone",
            fix: "add a profile with credential_process = aws configure export-credentials --profile \(profile.name) --format process")
    }
}
