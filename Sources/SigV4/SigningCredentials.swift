/// What a request is signed with. Prints as its access key id alone.
public struct SigningCredentials: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public let accessKeyID: String
    let secretAccessKey: String
    let sessionToken: String?

    public init(accessKeyID: String, secretAccessKey: String, sessionToken: String? = nil) {
        self.accessKeyID = accessKeyID
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken
    }

    public var description: String { accessKeyID }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
