public import Cloud
public import Model

/// The AWS CLI's settings: `~/.aws/config` and `~/.aws/credentials`, or the files that `AWS_CONFIG_FILE` and
/// `AWS_SHARED_CREDENTIALS_FILE` name (AWS SDKs and Tools Reference Guide, "Shared config and credentials files").
public struct Profiles: Sendable {
    /// The profile in use.
    let current: Profile
    /// Whether the person named it for this run, and not a variable: it is used in the place of credentials in the environment then.
    let isExplicit: Bool
    let configPath: String
    let credentialsPath: String

    private var profiles: [String: Profile] = [:]
    private var sessions: [String: [String: INIFile.Value]] = [:]
    private var services: [String: [String: INIFile.Value]] = [:]

    /// - Parameter name: the profile that was asked for; `nil` for `AWS_PROFILE`'s, `AWS_DEFAULT_PROFILE`'s, or `default`.
    /// - Throws: `ServiceError` where a file is malformed, with its line, or doesn't have the profile that was named.
    public init(_ name: String?, runtime: Runtime, machine: LocalMachine) throws(ServiceError) {
        isExplicit = name != nil
        configPath = Self.path("AWS_CONFIG_FILE", "config", runtime)
        credentialsPath = Self.path("AWS_SHARED_CREDENTIALS_FILE", "credentials", runtime)
        for section in try Self.read(configPath, machine).sections {
            switch Self.words(section) {
            case ["default"]: profiles["default", default: Profile(name: "default")].config = section.values
            case let words where words.count == 2 && words[0] == "profile":
                profiles[words[1], default: Profile(name: words[1])].config = section.values
            case let words where words.count == 2 && words[0] == "sso-session": sessions[words[1]] = section.values
            case let words where words.count == 2 && words[0] == "services": services[words[1]] = section.values
            default: continue
            }
        }
        for section in try Self.read(credentialsPath, machine).sections {
            profiles[section.name, default: Profile(name: section.name)].credentials = section.values
        }
        let variable = ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"].lazy.compactMap { runtime.variable($0) }.first
        let wanted = name ?? variable
        if let wanted, profiles[wanted] == nil {
            throw .credentials(
                "there is no AWS profile \(wanted)", message: "Neither \(configPath) nor \(credentialsPath) has it",
                fix: Self.suggestion(wanted, profiles.keys.sorted()))
        }
        current = profiles[wanted ?? "default"] ?? Profile(name: "default")
    }

    subscript(name: String) -> Profile? { profiles[name] }

    /// The settings of an `[sso-session NAME]`.
    func session(_ name: String) -> [String: String]? { sessions[name]?.mapValues(\.text) }

    /// The settings of each service in the `[services NAME]` that the current profile names.
    func serviceSettings() throws(ServiceError) -> [String: [String: String]] {
        guard let name = current["services"] else { return [:] }
        guard let section = services[name] else {
            throw ServiceError(
                .invalid, system: .aws, operation: "settings",
                summary: "profile \(current.name) names the services section \(name), which \(configPath) doesn't have",
                fix: "add [services \(name)] there, or remove `services` from the profile")
        }
        var settings: [String: [String: String]] = [:]
        for (service, value) in section {
            do throws(INIFile.Malformed) {
                settings[service] = try value.nested()
            } catch {
                throw .malformed(configPath, error)
            }
        }
        return settings
    }

    private static func path(_ variable: String, _ name: String, _ runtime: Runtime) -> String {
        let home = runtime.variable("HOME") ?? ""
        let path = runtime.variable(variable) ?? "~/.aws/\(name)"
        return path.hasPrefix("~/") ? home + path.dropFirst() : path
    }

    private static func read(_ path: String, _ machine: LocalMachine) throws(ServiceError) -> INIFile {
        let bytes: [UInt8]?
        do {
            bytes = try machine.read(path)
        } catch {
            throw ServiceError(
                .invalid, system: .aws, operation: "settings", summary: "\(path) can't be read", message: "\(error)",
                fix: "make it readable, or name another with AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE")
        }
        guard let bytes else { return INIFile() }
        do throws(INIFile.Malformed) { return try INIFile(bytes) } catch { throw .malformed(path, error) }
    }

    /// A name with spaces stands in quotes; a section that can't be split is nobody's.
    private static func words(_ section: INIFile.Section) -> [String] { (try? ShellWords.split(section.name)) ?? [] }

    private static func suggestion(_ wanted: String, _ names: [String]) -> String {
        names.isEmpty ? "run `aws configure --profile \(wanted)`" : "name one of \(names.joined(separator: ", "))"
    }
}

extension ServiceError {
    fileprivate static func malformed(_ path: String, _ error: INIFile.Malformed) -> ServiceError {
        ServiceError(
            .invalid, system: .aws, operation: "settings", summary: "\(path):\(error)",
            fix: "correct the line: the AWS CLI can't read it either")
    }
}
