/// Who and where the sandbox is. The keys open nothing but the sandbox.
public enum SandboxIdentity {
    public static let accountID = "123456789012"
    public static let region = "us-east-1"
    public static let partition = "aws"
    public static let accessKeyID = "AKIASANDBOX0EXAMPLE0"
    public static let secretAccessKey = "sandbox/aws/secret/EXAMPLEKEY"

    public static let organizationID = "6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b"
    public static let clientID = "5a0d0b0c-0000-4000-8000-00000000c11e"
    public static let clientSecret = "sandbox-genesys-secret"
    public static let homeDivisionID = "0d1c2b3a-4958-4768-8796-a5b4c3d2e1f0"
    /// Of the queue "Support Queue", which the tutorial names.
    public static let supportQueueID = "b1c2d3e4-f5a6-4b7c-8d9e-0f1a2b3c4d5e"
}
