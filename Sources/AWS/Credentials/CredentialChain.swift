internal import Cloud
internal import Model

/// The AWS CLI's own chain, in its order (botocore, `create_credential_resolver`): the environment, a profile's role, web identity, SSO,
/// the credentials file, `credential_process`, the config file, the container, the instance.
struct CredentialChain: CredentialSource {
    let title = "the AWS CLI's chain"
    let sources: [any CredentialSource]

    init(_ context: CredentialContext) {
        let profiles = context.profiles
        // A profile that was asked for by name goes before what happens to be in the environment.
        let environment: [any CredentialSource] = profiles.isExplicit ? [] : [EnvironmentCredentials(runtime: context.runtime)]
        sources =
            environment + [RoleCredentials(context: context, profile: profiles.current)]
            + Self.sources(of: profiles.current, context, environmentCounts: !profiles.isExplicit)
            + [ContainerCredentials(context: context), InstanceCredentials(context: context)]
    }

    init(_ sources: [any CredentialSource]) { self.sources = sources }

    /// What a profile may name by itself, without a role to assume.
    static func sources(
        of profile: Profile, _ context: CredentialContext, environmentCounts: Bool
    ) -> [any CredentialSource] {
        [
            WebIdentityCredentials(context: context, profile: profile, environmentCounts: environmentCounts),
            SSOCredentials(context: context, profile: profile),
            KeyCredentials(file: context.profiles.credentialsPath, profile: profile.name, settings: profile.credentials),
            LoginCredentials(profile: profile),
            ProcessCredentials(context: context, profile: profile),
            KeyCredentials(file: context.profiles.configPath, profile: profile.name, settings: profile.config),
        ]
    }

    func find() async throws(ServiceError) -> CredentialFinding {
        var reasons: [String] = []
        for source in sources {
            switch try await source.find() {
            case .found(let credentials): return .found(credentials)
            case .absent(let reason): reasons.append("\(source.title): \(reason)")
            }
        }
        return .absent(reasons.joined(separator: "; "))
    }
}
