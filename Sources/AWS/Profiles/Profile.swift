/// A named set of settings: what the config file and the credentials file say under its name.
struct Profile: Hashable, Sendable {
    var name: String
    /// Of the config file.
    var config: [String: INIFile.Value] = [:]
    /// Of the credentials file.
    var credentials: [String: INIFile.Value] = [:]

    /// A setting of either file; the credentials file's counts where both have it, as in the AWS CLI.
    subscript(key: String) -> String? {
        (credentials[key] ?? config[key]).map(\.text).flatMap { $0.isEmpty ? nil : $0 }
    }

    var hasKeys: Bool { self["aws_access_key_id"] != nil || self["aws_secret_access_key"] != nil }
    /// Whether it is a role to assume with other credentials; one with a web identity's token is its own.
    var assumesRole: Bool { self["role_arn"] != nil && self["web_identity_token_file"] == nil }
}
