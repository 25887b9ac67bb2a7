/// The `Authorization` header of Signature Version 4 (AWS General Reference, "Create a signed AWS API request").
struct SigV4Authorization: Sendable {
    struct Scope: Sendable {
        var accessKeyID: String
        /// `20251212`.
        var date: String
        var region: String
        var service: String
    }

    var scope: Scope
    var signedHeaders: [String]
    var signature: String

    /// `nil` where the header is of another kind or lacks a part.
    init?(_ header: String) {
        let parts = header.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, parts[0] == "AWS4-HMAC-SHA256" else { return nil }
        var fields: [String: String] = [:]
        for field in parts[1].split(separator: ",") {
            let pair = field.drop { $0 == " " }.split(separator: "=", maxSplits: 1).map(String.init)
            guard pair.count == 2 else { return nil }
            fields[pair[0]] = pair[1]
        }
        let credential = (fields["Credential"] ?? "").split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard credential.count == 5, credential[4] == "aws4_request", let headers = fields["SignedHeaders"],
            let signature = fields["Signature"]
        else { return nil }
        scope = Scope(accessKeyID: credential[0], date: credential[1], region: credential[2], service: credential[3])
        signedHeaders = headers.split(separator: ";").map(String.init)
        self.signature = signature
    }
}
