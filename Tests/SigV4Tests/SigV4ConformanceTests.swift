import Foundation
import SigV4
import Testing

@Suite("SigV4 conformance", .enabled(if: SigV4Vector.root != nil, "RECONCILE_CONFORMANCE names no folder"))
struct SigV4ConformanceTests {
    @Test func `there are vectors to hold against`() throws {
        #expect(try !SigV4Vector.all().isEmpty)
    }

    @Test("every vector is signed as it says", arguments: try SigV4Vector.all())
    func vector(_ vector: SigV4Vector) throws {
        let context = try vector.context()
        let timestamp = try Date(context.timestamp, strategy: .iso8601)
        let signed = Signer().sign(
            RequestText(try vector.text("request.txt")).request,
            as: SigningCredentials(
                accessKeyID: context.credentials.access_key_id, secretAccessKey: context.credentials.secret_access_key,
                sessionToken: context.credentials.token),
            scope: SigningScope(date: timestamp, region: context.region, service: context.service),
            options: Signer.Options(
                path: context.normalize ? .normalized : .unnormalized, sendsPayloadHash: context.sign_body,
                coversSessionToken: context.omit_session_token != true))

        #expect(try signed.canonicalRequest.text == vector.text("header-canonical-request.txt"))
        #expect(try signed.stringToSign == vector.text("header-string-to-sign.txt"))
        #expect(try signed.signature == vector.text("header-signature.txt"))
        let expected = RequestText(try vector.text("header-signed-request.txt"))
        #expect(lowerCased(signed.headers) == lowerCased(expected.headers))
    }

    /// Header names have no case (RFC 9110 §5.1), and the vectors' own varies.
    private func lowerCased(_ headers: [SignableRequest.Header]) -> [SignableRequest.Header] {
        headers.map { .init($0.name.lowercased(), $0.value) }
    }
}
