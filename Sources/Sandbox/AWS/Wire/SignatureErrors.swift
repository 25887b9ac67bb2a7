/// What a service says to a request that isn't signed as it should be. JSON 1.1 services answer 400, REST and query services 403.
extension AWSError {
    static func missingToken(_ dialect: AWSProtocol) -> AWSError {
        dialect.signatureError("MissingAuthenticationTokenException", query: "MissingAuthenticationToken", "Missing Authentication Token")
    }

    static func incompleteSignature(_ dialect: AWSProtocol) -> AWSError {
        var error = dialect.signatureError(
            "IncompleteSignatureException", query: "IncompleteSignature",
            "Authorization header requires 'Credential', 'Signature' and 'SignedHeaders' parameters and existence of either a 'X-Amz-Date' or a 'Date' header."
        )
        error.status = 400
        return error
    }

    static func unknownKey(_ dialect: AWSProtocol) -> AWSError {
        dialect.signatureError(
            "UnrecognizedClientException", query: "InvalidClientTokenId", "The security token included in the request is invalid.")
    }

    static func wrongSignature(_ dialect: AWSProtocol) -> AWSError {
        dialect.signatureError(
            "InvalidSignatureException", query: "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details."
        )
    }

    static func expiredSignature(_ dialect: AWSProtocol, _ timestamp: String) -> AWSError {
        dialect.signatureError(
            "InvalidSignatureException", query: "SignatureDoesNotMatch",
            "Signature expired: \(timestamp) is not within five minutes of the service's time.")
    }
}

extension AWSProtocol {
    fileprivate func signatureError(_ code: String, query: String, _ message: String) -> AWSError {
        switch self {
        case .json: AWSError(code: code, message: message)
        case .rest: AWSError(code: code, message: message, status: 403)
        case .query: AWSError(code: query, message: message, status: 403)
        }
    }
}
