internal import Model

/// A program that prints credentials (AWS SDKs and Tools Reference Guide, "Process credential provider"). No shell is between.
struct ProcessCredentials: CredentialSource {
    /// A person may have to touch a key or to approve in a browser.
    private static let limit = Duration.seconds(60)

    let context: CredentialContext
    let profile: Profile

    let title = "credential_process"

    func find() async throws(ServiceError) -> CredentialFinding {
        guard let command = profile["credential_process"] else { return .absent("not in profile \(profile.name)") }
        let run = try await run(try words(of: command))
        guard run.code == 0 else {
            throw fault(
                run.code.map { "ended with status \($0)" } ?? "was ended by a signal", message: String(run.messages.prefix(300)))
        }
        let document = try CredentialDocument(json: Array(run.output.utf8), from: origin)
        guard document.members["Version"] == 1 else { throw fault("answers in another version than 1") }
        return .found(try document.credentials(token: "SessionToken", needsExpiration: false))
    }

    private func words(of command: String) throws(ServiceError) -> [String] {
        do throws(ShellWords.Malformed) {
            let words = try ShellWords.split(command)
            if !words.isEmpty { return words }
            throw ShellWords.Malformed(reason: "no program")
        } catch {
            throw fault("can't be split into words: it has \(error.reason)")
        }
    }

    private func run(_ arguments: [String]) async throws(ServiceError) -> ProgramRun {
        do {
            return try await context.machine.run(arguments, Self.limit)
        } catch is ProgramRun.TimedOut {
            throw fault("did not end within \(Self.limit.components.seconds) seconds")
        } catch {
            throw fault("can't be run", message: "\(error)")
        }
    }

    private var origin: String { "credential_process of profile \(profile.name)" }

    private func fault(_ problem: String, message: String? = nil) -> ServiceError {
        .credentials("\(origin) \(problem)", message: message, fix: "run the command by itself and see what it prints")
    }
}
