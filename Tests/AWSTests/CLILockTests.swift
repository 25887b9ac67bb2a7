import AWS
import Cloud
import Foundation
import Model
import Synchronization
import Testing

/// The run's lock through the user's own `aws`; that the real program takes the same arguments the end-to-end tests show.
@Suite struct CLILockTests {
    private let world = TestWorld()

    /// Plays `aws s3api` over one object.
    private final class S3: Sendable {
        private struct State {
            var body: Data?
            var version = 0
            var calls: [[String]] = []
            var failures: [String] = []
        }

        private let state = Mutex(State())

        var calls: [[String]] { state.withLock(\.calls) }
        /// What the next calls fail with, one after the other.
        func fail(_ codes: String...) { state.withLock { $0.failures = codes } }
        func put(_ text: String) { state.withLock { ($0.body, $0.version) = (Data(text.utf8), $0.version + 1) } }

        func run(_ call: ProgramCall) throws -> ProgramRun {
            let arguments = Array(call.arguments.dropFirst(2))
            let options = Dictionary(
                arguments.filter { $0.hasPrefix("--") && $0.contains("=") }.map { option in
                    let halves = option.split(separator: "=", maxSplits: 1).map(String.init)
                    return (halves[0], halves[1])
                }, uniquingKeysWith: { $1 })
            return try state.withLock { state in
                state.calls.append(arguments)
                if !state.failures.isEmpty { return Self.refused(state.failures.removeFirst()) }
                let tag = "\"v\(state.version)\""
                switch arguments[0] {
                case "put-object":
                    if state.body != nil { return Self.refused("PreconditionFailed") }
                    state.body = try Data(contentsOf: URL(filePath: options["--body"] ?? ""))
                    state.version += 1
                    return Self.answer("\"v\(state.version)\"")
                case "get-object":
                    guard let body = state.body else { return Self.refused("NoSuchKey") }
                    try body.write(to: URL(filePath: arguments.last ?? ""))
                    return Self.answer(tag)
                default:
                    guard state.body != nil, options["--if-match"] == tag else { return Self.refused("PreconditionFailed") }
                    state.body = nil
                    return ProgramRun(code: 0, output: "", messages: "")
                }
            }
        }

        private static func answer(_ tag: String) -> ProgramRun {
            ProgramRun(code: 0, output: Value.map(["ETag": .string(tag)]).json, messages: "")
        }

        private static func refused(_ code: String) -> ProgramRun {
            ProgramRun(code: 254, output: "", messages: "\nAn error occurred (\(code)) when calling the PutObject operation: no\n")
        }
    }

    private func lock(_ s3: S3, _ location: String = "s3://locks/-a b") throws -> RunLock {
        try RunLock.cli(try #require(S3Location(location)), region: "eu-west-1", runtime: world.runtime(), run: { try s3.run($0) }).lock
    }

    private func holder(_ id: String = "id-1") -> LockHolder {
        LockHolder(
            id: id, owner: "alice", host: "ci-7", processID: 123, created: Date(), stack: StackMark(owner: "acme/telephony", name: "prod"))
    }

    @Test func `is one run's at a time, and released by who took it`() async throws {
        let s3 = S3()
        let lock = try lock(s3)
        let grip = try await lock.acquire(holder())
        let error = try await Fixture.failure { try await lock.acquire(holder("id-2")) }
        #expect(error.reason == .conflict && error.summary.contains("is held by alice on ci-7"))
        try await lock.release(grip)
        try await lock.release(try await lock.acquire(holder("id-2")))
        #expect(try await !lock.forceRelease(id: nil))
    }

    @Test func `what is handed over is arguments, and files that are gone afterwards`() async throws {
        let s3 = S3()
        try await lock(s3).release(try await lock(s3).acquire(holder()))
        let common = ["--output", "json", "--no-paginate", "--region", "eu-west-1", "--bucket=locks", "--key=-a b"]
        let calls = s3.calls
        let files =
            calls.compactMap { $0.first { $0.hasPrefix("--body=") }?.dropFirst("--body=".count).description } + [calls[1].last ?? ""]
        #expect(calls[0] == ["put-object"] + common + ["--body=\(files[0])", "--content-type=application/json", "--if-none-match=*"])
        #expect(calls[1] == ["get-object"] + common + [files[1]])
        #expect(calls[2] == ["delete-object"] + common + ["--if-match=\"v1\""])
        #expect(files.allSatisfy { !FileManager.default.fileExists(atPath: $0) })
    }

    @Test func `another's lock is never removed`() async throws {
        let s3 = S3()
        let lock = try lock(s3)
        let grip = try await lock.acquire(holder())
        s3.put(#"{"id":"id-2"}"#)
        let error = try await Fixture.failure { try await lock.release(grip) }
        #expect(error.summary == "the lock s3://locks/-a b was taken from this run")
        // The same holder's, but written anew since.
        let document = #"{"id":"id-1","owner":"a","host":"h","pid":1,"stack":"o/p","created":"2026-01-01T00:00:00Z"}"#
        s3.put(document)
        #expect(try await Fixture.failure { try await lock.release(grip) } == error)
    }

    @Test func `two writes that met are made again; a failure is told with its bucket`() async throws {
        let s3 = S3()
        s3.fail("ConditionalRequestConflict", "503")
        _ = try await lock(s3).acquire(holder())
        #expect(s3.calls.count == 3)
        s3.fail("NoSuchBucket")
        let error = try await Fixture.failure { try await lock(s3).acquire(holder()) }
        #expect(error.fix == "correct the bucket's name, or create locks")
        s3.fail("AccessDenied")
        let denied = try await Fixture.failure { try await lock(s3).forceRelease(id: nil) }
        #expect(denied.reason == .forbidden && denied.fix?.contains("s3:ListBucket on locks") == true)
    }

    @Test("a key that the program would load from elsewhere is refused", arguments: ["file:///etc/passwd", "fileb://x", "https://x/y"])
    func loaded(key: String) throws {
        #expect(throws: ServiceError.self) { try lock(S3(), "s3://locks/\(key)") }
    }
}
