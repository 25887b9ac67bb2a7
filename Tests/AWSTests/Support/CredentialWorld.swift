import AWS
import Cloud
import Model
import Synchronization
import Testing

/// A machine and its network, on which credentials are looked for. It is 12:36 on 2015-08-30 there.
final class CredentialWorld: Sendable {
    static let inOneHour = "2015-08-30T13:36:00Z"
    static let anHourAgo = "2015-08-30T11:36:00Z"

    private struct State {
        var files: [String: String] = [:]
        var answers: [(prefix: String, answer: @Sendable (HTTPRequest) -> HTTPResponse?)] = []
        var requests: [HTTPRequest] = []
        var programs: [[String]] = []
        var program: @Sendable ([String]) throws -> ProgramRun = { _ in ProgramRun(code: 127, output: "", messages: "not found") }
    }

    private let state = Mutex(State())
    let time = TestWorld()

    var requests: [HTTPRequest] { state.withLock(\.requests) }
    var programs: [[String]] { state.withLock(\.programs) }
    var bodies: [String] { requests.map { String(decoding: $0.body, as: UTF8.self) } }

    /// Files in `~` stand in `/home/me`.
    func file(_ path: String, _ text: String) { state.withLock { $0.files[path.replacing("~", with: "/home/me")] = text } }

    func text(of path: String) -> String? { state.withLock { $0.files[path.replacing("~", with: "/home/me")] } }

    /// Answers requests whose URL begins so; `nil` where nobody answers.
    func on(_ prefix: String, _ answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse?) {
        state.withLock { $0.answers.insert((prefix, answer), at: 0) }
    }

    func on(_ prefix: String, status: Int = 200, _ text: String) {
        on(prefix) { _ in HTTPResponse(status: status, body: Array(text.utf8)) }
    }

    func onProgram(_ program: @escaping @Sendable ([String]) throws -> ProgramRun) { state.withLock { $0.program = program } }

    /// - Parameter http: what carries requests; this world's own network where none is given.
    func provider(
        _ environment: [String: String] = [:], profile: String? = nil, http: (any HTTPTransport)? = nil
    ) throws -> RenewedCredentials {
        let runtime = time.runtime(["HOME": "/home/me"].merging(environment) { $1 })
        let machine = LocalMachine(
            read: { path in self.state.withLock { $0.files[path].map { Array($0.utf8) } } },
            write: { path, bytes in self.file(path, String(decoding: bytes, as: UTF8.self)) },
            run: { arguments, _ in
                let program = self.state.withLock { state in
                    state.programs.append(arguments)
                    return state.program
                }
                return try program(arguments)
            })
        let profiles = try Profiles(profile, runtime: runtime, machine: machine)
        let endpoints = try Endpoints(Fixture.stack.aws, environment: runtime.environment)
        return RenewedCredentials(profiles, endpoints: endpoints, http: http ?? Network(world: self), runtime: runtime, machine: machine)
    }

    /// What is found, as `ID SECRET TOKEN`.
    func find(_ environment: [String: String] = [:], profile: String? = nil) async throws -> String {
        let found = try await provider(environment, profile: profile).credentials()
        return [found.accessKeyID, found.secretAccessKey.reveal(), found.sessionToken?.reveal() ?? "-"].joined(separator: " ")
    }

    func failure(_ environment: [String: String] = [:], profile: String? = nil) async throws -> ServiceError {
        try await Fixture.failure { try await self.find(environment, profile: profile) }
    }

    /// A container's or an instance's answer.
    static func document(_ id: String, expiration: String = inOneHour) -> String {
        #"{"Code":"Success","AccessKeyId":"\#(id)","SecretAccessKey":"s3cr3t","Token":"t0k3n","Expiration":"\#(expiration)"}"#
    }

    /// STS's answer to AssumeRole or its like.
    static func role(_ operation: String, _ id: String, expiration: String = inOneHour) -> String {
        """
        <\(operation)Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><\(operation)Result><Credentials>
        <AccessKeyId>\(id)</AccessKeyId><SecretAccessKey>s3cr3t</SecretAccessKey><SessionToken>t0k3n</SessionToken>
        <Expiration>\(expiration)</Expiration></Credentials></\(operation)Result></\(operation)Response>
        """
    }

    private struct Network: HTTPTransport {
        let world: CredentialWorld

        func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
            let answer = world.state.withLock { state in
                state.requests.append(request)
                return state.answers.first { request.url.hasPrefix($0.prefix) }?.answer
            }
            guard let response = answer?(request) else { throw HTTPFailure("no connection", wasNotSent: true) }
            return response
        }
    }
}
