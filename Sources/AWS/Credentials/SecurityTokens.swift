internal import Cloud
internal import FoundationEssentials
internal import Model

/// The two ways in which STS gives a role's credentials, with botocore's service model's names.
extension AWSOperation {
    static let assumeRole = secret("AssumeRole")
    static let assumeRoleWithWebIdentity = secret("AssumeRoleWithWebIdentity")

    private static func secret(_ name: String) -> AWSOperation {
        AWSOperation(
            service: .sts, name: name, wire: .query(version: "2011-06-15"), permissions: ["sts:\(name)"], isMutating: false,
            answer: "Credentials", answersSecrets: true)
    }
}

extension CredentialContext {
    /// Takes on a role.
    ///
    /// - Parameter credentials: whose right it is; `nil` where a token in the input proves it.
    func takeRole(
        _ operation: AWSOperation, _ input: [String: Value], as credentials: AWSCredentials?
    ) async throws(ServiceError) -> AWSCredentials {
        var input = input
        if input["RoleSessionName"] == nil { input["RoleSessionName"] = .string("reconcile-\(Int(runtime.now().timeIntervalSince1970))") }
        let answer: Value
        do throws(ServiceError) {
            answer = try await transport(as: credentials).call(operation, .map(input))
        } catch {
            var error = error
            if let token = input["WebIdentityToken"]?.string { error.message?.replace(token, with: "<redacted>") }
            let role = input["RoleArn"]?.string ?? ""
            if !error.summary.contains(role) { error.summary += " (for the role \(role))" }
            throw error
        }
        return try CredentialDocument(answer["Credentials"] ?? .null, from: "STS").credentials(token: "SessionToken")
    }
}
