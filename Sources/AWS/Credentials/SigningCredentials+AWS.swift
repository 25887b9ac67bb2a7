internal import Model
internal import SigV4

extension SigningCredentials {
    init(_ credentials: AWSCredentials) {
        self.init(
            accessKeyID: credentials.accessKeyID, secretAccessKey: credentials.secretAccessKey.reveal(),
            sessionToken: credentials.sessionToken?.reveal())
    }
}
