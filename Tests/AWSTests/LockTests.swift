import AWS
import Cloud
import FoundationEssentials
import Model
import TestSupport
import Testing

@Suite("A lock in S3")
struct LockTests {
    private func holder(_ id: String = "id-1") -> LockHolder {
        LockHolder(
            id: id, owner: "alice", host: "ci-7", processID: 123, created: Date().addingTimeInterval(-720),
            stack: StackMark(owner: "acme/telephony", name: "prod"))
    }

    private func failure(_ body: () async throws -> Void) async throws -> ServiceError {
        do { try await body() } catch let error as ServiceError { return error }
        throw Expected()
    }

    private struct Expected: Error {}

    @Test("is one run's at a time: the next learns who holds it, since when and what to do, and has it once it is released")
    func oneAtATime() async throws {
        // moto verifies the signatures.
        try await MotoAccount.open(verifying: true) { account in
            let lock = try account.lock()
            let grip = try await lock.acquire(holder())

            let error = try await failure { _ = try await lock.acquire(holder("id-2")) }
            #expect(error.reason == .conflict)
            #expect(error.summary.hasPrefix("the lock s3://locks/prod/run lock.json is held by alice on ci-7 (process 123), "))
            #expect(error.summary.contains("for the stack acme/telephony/prod, since ") && error.summary.contains("(12 min)"))
            #expect(error.fix?.hasSuffix("reconcile unlock --lock s3://locks/prod/run lock.json id-1") == true)

            try await lock.release(grip)
            try await lock.release(try await lock.acquire(holder("id-2")))
        }
    }

    @Test("another's lock is never removed")
    func anothers() async throws {
        try await MotoAccount.open(verifying: false) { account in
            let lock = try account.lock()
            let grip = try await lock.acquire(holder())
            #expect(try await lock.forceRelease(id: "id-1"))
            _ = try await lock.acquire(holder("id-2"))

            let error = try await failure { try await lock.release(grip) }
            #expect(error.summary == "the lock s3://locks/prod/run lock.json was taken from this run")
            let unknown = try await failure { _ = try await lock.forceRelease(id: "id-1") }
            #expect(unknown.summary.contains("with the id id-2"))
            #expect(try await lock.forceRelease(id: "id-2"))
            #expect(try await !lock.forceRelease(id: nil))
        }
    }

    @Test("a write whose answer was lost is known again as this run's own")
    func lostAnswer() async throws {
        try await MotoAccount.open(verifying: false) { account in
            let lock = try account.lock { LossyTransport($0) }
            try await lock.release(try await lock.acquire(holder()))
            #expect(try await !account.lock().forceRelease(id: nil))
        }
    }

    @Test("a bucket that isn't there, and credentials that are refused, are told as such")
    func refused() async throws {
        try await MotoAccount.open(verifying: true) { account in
            let missing = try await failure { _ = try await account.lock("s3://elsewhere/lock").acquire(holder()) }
            #expect(missing.code == "NoSuchBucket" && missing.fix == "correct the bucket's name, or create elsewhere")
            let refused = try await failure { _ = try await account.lock(secret: "wrong").acquire(holder()) }
            #expect(refused.reason == .unauthenticated, "\(refused)")
        }
    }

    /// Loses the answer to the first write.
    private actor LossyTransport: HTTPTransport {
        private let transport: any HTTPTransport
        private var isGood = false

        init(_ transport: any HTTPTransport) { self.transport = transport }

        func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
            let response = try await transport.send(request)
            guard isGood || request.method != "PUT" else {
                isGood = true
                throw HTTPFailure("connection reset", wasNotSent: false)
            }
            return response
        }
    }

    /// S3 as it answers for a bucket of another region, and what it is asked for there.
    private actor OtherRegion: HTTPTransport {
        private(set) var urls: [String] = []

        func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
            urls.append(request.url)
            let isSignedThere = request.headers.contains { $0.name == "Authorization" && $0.value.contains("/eu-west-1/s3/aws4_request") }
            guard isSignedThere else { return HTTPResponse(status: 301, headers: [HTTPHeader("x-amz-bucket-region", "eu-west-1")]) }
            return HTTPResponse(status: 200, headers: [HTTPHeader("ETag", "\"e\"")])
        }
    }

    @Test(
        "a bucket has a host of its own, in its own region; one with a dot in its name a path",
        arguments: [("s3://locks/a b", "locks.s3.%.amazonaws.com/a%20b"), ("s3://my.locks/k/l", "s3.%.amazonaws.com/my.locks/k/l")])
    func regions(location: String, url: String) async throws {
        let s3 = OtherRegion()
        let runtime = TestWorld().runtime(["AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "s"])
        let lock = try RunLock.rest(try #require(S3Location(location)), region: "us-east-1", http: s3, runtime: runtime)
        _ = try await lock.acquire(holder())
        #expect(await s3.urls == ["us-east-1", "eu-west-1"].map { "https://" + url.replacing("%.", with: "\($0).") })
    }

    @Test(
        "what names no object is no lock",
        arguments: ["s3://locks", "s3://locks/", "s3:///k", "https://locks/k", "s3://Locks/k", "locks/k"])
    func locations(text: String) {
        #expect(S3Location(text) == nil)
    }
}
