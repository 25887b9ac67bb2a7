import Foundation
import SigV4
import Testing

/// Cases from AWS's documentation, with the example credentials that it uses throughout.
@Suite("SigV4")
struct SigV4Tests {
    let credentials = SigningCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
    let scope = SigningScope(timestamp: "20150830T123600Z", region: "us-east-1", service: "iam")

    /// AWS General Reference, "Examples of the complete Version 4 signing process": IAM's ListUsers.
    @Test func `the documentation's ListUsers request gets the documentation's signature`() {
        let request = SignableRequest(
            "GET", path: "/", query: "Action=ListUsers&Version=2010-05-08",
            headers: [
                .init("Host", "iam.amazonaws.com"),
                .init("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
            ])
        let signed = Signer().sign(request, as: credentials, scope: scope)

        #expect(signed.canonicalRequest.hash == "f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59")
        #expect(signed.signature == "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7")
        #expect(
            signed.headers.last?.value
                == "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, "
                + "SignedHeaders=content-type;host;x-amz-date, "
                + "Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7")
    }

    /// Amazon S3 API Reference, "Authenticating Requests: Using the Authorization Header": GET Object.
    @Test func `the documentation's S3 request is signed with its path as it is sent and its payload's hash`() {
        let credentials = SigningCredentials(
            accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
        let request = SignableRequest(
            "GET", path: "/test.txt",
            headers: [.init("Host", "examplebucket.s3.amazonaws.com"), .init("Range", "bytes=0-9")])
        let signed = Signer().sign(
            request, as: credentials, scope: SigningScope(timestamp: "20130524T000000Z", region: "us-east-1", service: "s3"),
            options: Signer.Options(path: .verbatim, sendsPayloadHash: true))

        #expect(signed.signature == "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")
    }

    @Test(
        "a path is signed by its service's rule",
        arguments: [
            (
                "/2015-03-31/functions/arn%3Aaws/policy", "/2015-03-31/functions/arn%253Aaws/policy",
                "/2015-03-31/functions/arn%3Aaws/policy"
            ),
            ("/a/../b//c/.", "/b/c", "/a/../b//c/."), ("", "/", "/"), ("/../..", "/", "/../.."), ("/a/", "/a/", "/a/"),
        ])
    func paths(_ sent: String, _ normalized: String, _ verbatim: String) {
        #expect(canonical(path: sent, rule: .normalized)[1] == normalized)
        #expect(canonical(path: sent, rule: .verbatim)[1] == verbatim)
    }

    @Test(
        "a query is sorted by its encoded names and values",
        arguments: [
            ("b=2&a=1", "a=1&b=2"), ("a=2&a=1", "a=1&a=2"), ("flag", "flag="), ("a=%7e%2f", "a=~%2F"), ("a=b=c", "a=b%3Dc"),
            ("a=%zz", "a=%25zz"), ("a=%", "a=%25"), ("", ""), ("&&", ""),
        ])
    func queries(_ sent: String, _ expected: String) {
        #expect(canonical(query: sent)[2] == expected)
    }

    @Test func `what proxies change is not signed`() {
        let request = SignableRequest(
            "GET", path: "/", headers: [.init("Host", "h"), .init("User-Agent", "x"), .init("Connection", "close")])
        #expect(Signer().sign(request, as: credentials, scope: scope).canonicalRequest.signedHeaders == "host;x-amz-date")
    }

    @Test func `a signer that has kept its key signs as a new one does, whatever it signed before`() {
        let signer = Signer()
        let request = SignableRequest("GET", path: "/", headers: [.init("Host", "h")])
        let scopes = [
            scope, SigningScope(timestamp: "20150831T000000Z", region: "us-east-1", service: "iam"),
            SigningScope(timestamp: "20150830T123601Z", region: "eu-west-1", service: "iam"),
            SigningScope(timestamp: "20150830T123602Z", region: "us-east-1", service: "sts"), scope,
        ]
        for scope in scopes {
            #expect(signer.sign(request, as: credentials, scope: scope) == Signer().sign(request, as: credentials, scope: scope))
        }
        let others = SigningCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "another")
        #expect(
            signer.sign(request, as: others, scope: scope).signature
                != signer.sign(request, as: credentials, scope: scope).signature)
    }

    @Test func `a date is written in UTC to the second`() {
        let scope = SigningScope(date: Date(timeIntervalSince1970: 1_440_938_160.75), region: "us-east-1", service: "iam")
        #expect(scope.timestamp == "20150830T123600Z")
        #expect(scope.credential == "20150830/us-east-1/iam/aws4_request")
    }

    @Test func `credentials print no secret`() {
        let credentials = SigningCredentials(accessKeyID: "AKID", secretAccessKey: "hidden", sessionToken: "hidden")
        var dumped = ""
        dump(credentials, to: &dumped)
        #expect(!("\(credentials) \(String(reflecting: credentials)) " + dumped).contains("hidden"))
    }

    private func canonical(path: String = "/", query: String = "", rule: CanonicalRequest.PathRule = .normalized) -> [String] {
        CanonicalRequest(SignableRequest("GET", path: path, query: query, headers: []), path: rule) { _ in true }
            .text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
