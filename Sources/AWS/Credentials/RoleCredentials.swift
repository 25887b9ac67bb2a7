internal import Cloud
internal import Model

/// A profile's role, assumed with another profile's credentials or with this machine's (AWS CLI User Guide, "Using an IAM role").
struct RoleCredentials: CredentialSource {
    let context: CredentialContext
    let profile: Profile
    /// The profiles that name each other down to this one.
    var path: [String] = []

    var title: String { "the role of profile \(profile.name)" }

    func find() async throws(ServiceError) -> CredentialFinding {
        guard let role = profile["role_arn"] else { return .absent("it has no role_arn") }
        guard profile.assumesRole else { return .absent("its role goes with a web identity") }
        guard profile["mfa_serial"] == nil else {
            throw fault(
                "asks for an MFA code (mfa_serial), which reconcile never does",
                fix: "take a session with a code first, for instance with `aws configure export-credentials --profile \(profile.name)`")
        }
        var input: [String: Value] = ["RoleArn": .string(role)]
        input["ExternalId"] = profile["external_id"].map { .string($0) }
        input["RoleSessionName"] = profile["role_session_name"].map { .string($0) }
        if let duration = profile["duration_seconds"] {
            guard let seconds = Int(duration) else {
                throw fault("has a duration_seconds that is no whole number", fix: "set it to 900 or more seconds")
            }
            input["DurationSeconds"] = .number(Number(seconds))
        }
        return .found(try await context.takeRole(.assumeRole, input, as: try await base()))
    }

    /// The credentials that the role is assumed with.
    private func base() async throws(ServiceError) -> AWSCredentials {
        let source: any CredentialSource
        switch (profile["source_profile"], profile["credential_source"]) {
        case (let name?, nil): source = try self.source(profile: name)
        case (nil, "Environment"): source = EnvironmentCredentials(runtime: context.runtime)
        case (nil, "EcsContainer"): source = ContainerCredentials(context: context)
        case (nil, "Ec2InstanceMetadata"): source = InstanceCredentials(context: context)
        case (nil, let other?):
            throw fault(
                "has the unknown credential_source \(other)", fix: "set it to Environment, EcsContainer or Ec2InstanceMetadata")
        case (.some, .some): throw fault("has both a source_profile and a credential_source", fix: "remove one of them")
        case (nil, nil): throw fault("has a role_arn and nothing to assume it with", fix: "add source_profile or credential_source to it")
        }
        switch try await source.find() {
        case .found(let credentials): return credentials
        case .absent(let reason):
            throw .credentials(
                "there are no credentials to assume the role of profile \(profile.name) with", message: "\(source.title): \(reason)",
                fix: "correct source_profile or credential_source of profile \(profile.name)")
        }
    }

    private func source(profile name: String) throws(ServiceError) -> any CredentialSource {
        guard let source = context.profiles[name] else {
            throw fault("names the source_profile \(name), which doesn't exist", fix: "correct source_profile, or add the profile \(name)")
        }
        let visited = path + [profile.name]
        // A profile may name itself for its own keys.
        if visited.contains(name), !(name == profile.name && source.hasKeys) {
            throw fault(
                "is its own source_profile in the end: \((visited + [name]).joined(separator: " → "))",
                fix: "let one of them have credentials of its own")
        }
        if source.assumesRole && !source.hasKeys { return RoleCredentials(context: context, profile: source, path: visited) }
        return CredentialChain(CredentialChain.sources(of: source, context, environmentCounts: false))
    }

    private func fault(_ problem: String, fix: String) -> ServiceError { .credentials("profile \(profile.name) \(problem)", fix: fix) }
}
