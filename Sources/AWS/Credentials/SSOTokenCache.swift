internal import Cloud
internal import Crypto
internal import FoundationEssentials
internal import Logging
internal import Model

/// The AWS CLI's cache of SSO logins, `~/.aws/sso/cache`: read, and as the CLI does it renewed and written back, since a refresh token may be good for one
/// use.
struct SSOTokenCache {
    /// So long before its end a token is renewed (botocore, `SSOTokenProvider`).
    private static let margin: TimeInterval = 900

    let context: CredentialContext
    let profile: Profile
    /// The session's name, or in the older form the start URL: the file is named for it.
    let key: String
    let region: String

    /// A token that holds now.
    func token() async throws(ServiceError) -> Secret {
        let bytes = try? context.machine.read(path)
        guard let bytes else { throw logIn("nobody is logged in with SSO for profile \(profile.name)") }
        guard var token = SSOToken(json: bytes) else {
            throw logIn("the SSO login of profile \(profile.name) can't be read from its cache")
        }
        let now = context.runtime.now()
        // The older form has no session to renew it by.
        if now >= token.expiration - Self.margin, profile["sso_session"] != nil, let renewed = await renewed(token) { token = renewed }
        guard now < token.expiration else {
            throw logIn("the SSO login of profile \(profile.name) ended at \(token.expiration.formatted(.iso8601))")
        }
        return token.accessToken
    }

    func logIn(_ summary: String) -> ServiceError { .credentials(summary, fix: "run `aws sso login --profile \(profile.name)`") }

    private var path: String {
        let digest = Insecure.SHA1.hash(data: Data(key.utf8)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        return context.path("~/.aws/sso/cache/\(digest).json")
    }

    /// `nil` where there is nothing to renew it with, or that is refused: the last token is used while it holds.
    private func renewed(_ token: SSOToken) async -> SSOToken? {
        let now = context.runtime.now()
        guard let renewal = token.renewal(at: now), let answer = await createToken(renewal),
            let document = token.renewed(by: answer, at: now)
        else { return nil }
        do {
            try context.machine.write(path, document)
        } catch {
            context.runtime.logger.warning(
                "the renewed SSO login can't be kept: the next run may have to log in again", metadata: ["file": "\(path)"])
        }
        return SSOToken(json: document)
    }

    private func createToken(_ renewal: SSOToken.Renewal) async -> Value? {
        let input: Value = [
            "clientId": .string(renewal.clientID), "clientSecret": .string(renewal.clientSecret.reveal()),
            "grantType": "refresh_token", "refreshToken": .string(renewal.refreshToken.reveal()),
        ]
        let request = HTTPRequest(
            "POST", "\(context.endpoints.of(.ssoOIDC, region: region))/token", headers: [HTTPHeader("Content-Type", "application/json")],
            body: Array(input.json.utf8))
        let client = CloudClient("AWS", transport: context.http, runtime: context.runtime)
        let answer = try? await client.call("CreateToken", .safe) { () throws(HTTPFailure) in
            request
        } judge: {
            ErrorAnswer($0)?.verdict ?? .answer
        } unanswered: { failure, _ in
            failure
        }
        guard let answer, answer.response.isSuccess else { return nil }
        return try? Value(json: answer.response.body)
    }
}
