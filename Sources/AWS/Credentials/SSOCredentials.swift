internal import Cloud
internal import FoundationEssentials
internal import Model
internal import SigV4

/// IAM Identity Center, with the token that `aws sso login` keeps in `~/.aws/sso/cache` (AWS CLI User Guide, "Configuring IAM Identity
/// Center authentication"; SSO Portal API reference, `GetRoleCredentials`).
struct SSOCredentials: CredentialSource {
    let context: CredentialContext
    let profile: Profile

    let title = "SSO"

    func find() async throws(ServiceError) -> CredentialFinding {
        guard profile["sso_account_id"] != nil || profile["sso_role_name"] != nil else {
            return .absent("no sso_account_id in profile \(profile.name)")
        }
        let session = try session()
        let account = try required("sso_account_id", [:])
        let role = try required("sso_role_name", [:])
        let url = try required("sso_start_url", session)
        let region = try required("sso_region", session)
        let logins = SSOTokenCache(context: context, profile: profile, key: profile["sso_session"] ?? url, region: region)
        return .found(try await roleCredentials(account: account, role: role, region: region, logins))
    }

    private func session() throws(ServiceError) -> [String: String] {
        guard let name = profile["sso_session"] else { return [:] }
        guard let session = context.profiles.session(name) else {
            throw .credentials(
                "profile \(profile.name) names the sso-session \(name), which \(context.profiles.configPath) doesn't have",
                fix: "add [sso-session \(name)] there")
        }
        return session
    }

    private func required(_ key: String, _ session: [String: String]) throws(ServiceError) -> String {
        guard let value = session[key] ?? profile[key] else {
            throw .credentials("profile \(profile.name) uses SSO and has no \(key)", fix: "run `aws configure sso`")
        }
        return value
    }

    private func roleCredentials(
        account: String, role: String, region: String, _ logins: SSOTokenCache
    ) async throws(ServiceError) -> AWSCredentials {
        let token = try await logins.token()
        let endpoint = context.endpoints.of(.sso, region: region)
        let operation = "GetRoleCredentials"
        let request = HTTPRequest(
            "GET", "\(endpoint)/federation/credentials?account_id=\(URIEncoding.encode(account))&role_name=\(URIEncoding.encode(role))",
            headers: [HTTPHeader("x-amz-sso_bearer_token", token.reveal())])
        let client = CloudClient("AWS", transport: context.http, runtime: context.runtime)
        let answer = try await client.call(operation, .safe) { () throws(ServiceError) in
            request
        } judge: {
            ErrorAnswer($0)?.verdict ?? .answer
        } unanswered: { failure, effort in
            ServiceError(
                .unavailable, system: .aws, operation: operation, summary: "SSO can't be reached at \(endpoint)",
                message: failure.description, fix: failure.remedy ?? "check the network, and sso_region of profile \(profile.name)"
            ).after(effort)
        }
        let response = answer.response
        if response.status == 401 { throw logins.logIn("SSO refused the login of profile \(profile.name): it has ended") }
        if let refusal = ErrorAnswer(response) {
            throw ServiceError(
                refusal.reason, system: .aws, operation: operation,
                summary: "SSO gives no credentials of role \(role) in account \(account)", status: refusal.status, code: refusal.code,
                message: refusal.message?.replacing(token.reveal(), with: "<redacted>"), requestID: refusal.requestID,
                fix: "check sso_account_id and sso_role_name of profile \(profile.name), and what is assigned to you"
            ).after(answer.effort)
        }
        return try CredentialDocument(Self.renamed(response.body), from: "SSO").credentials(token: "SessionToken")
    }

    /// SSO's names and milliseconds as the other services write them.
    private static func renamed(_ body: [UInt8]) -> Value {
        let members = (try? Value(json: body))?["roleCredentials"]
        var renamed: [String: Value] = [:]
        for (name, own) in [("AccessKeyId", "accessKeyId"), ("SecretAccessKey", "secretAccessKey"), ("SessionToken", "sessionToken")] {
            renamed[name] = members?[own]
        }
        renamed["Expiration"] = members?["expiration"]?.integer.map {
            .string(Date(timeIntervalSince1970: Double($0) / 1_000).formatted(.iso8601))
        }
        return .map(renamed)
    }
}
